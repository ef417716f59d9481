### De regels: wat er van een verwijzing te zeggen valt, en waarom

## malformed-dossier

rule-malformed-dossier-what = Wat op de plaats van een dossiernummer staat, is er geen.
rule-malformed-dossier-why =
    Dossiers zijn sinds 1945 doorgenummerd en hebben sinds de jaren vijftig vijf cijfers,
    in brieven van de Kamer gedrukt met een spatie voor de laatste drie: 29 521. Een spatie
    op een andere plaats of een cijfer te veel of te weinig is een tikfout, en wie zoekt op
    wat er staat, vindt niets.
    Bron: Aanwijzingen voor de regelgeving, 3.43; de huisstijl van gedrukte brieven.

## malformed-toevoeging

rule-malformed-toevoeging-what = Achter het dossiernummer staat geen hoofdstuk of onderdeel dat het kan hebben.
rule-malformed-toevoeging-why =
    Achter het dossier van een begroting staat het hoofdstuk in Romeinse hoofdletters, in
    hun gewone vorm: 36 410 IX. De dossiers van de Europese Raden hebben twee cijfers:
    21 501-02. Wie zoekt op wat er staat, vindt niets; zonder hoofdstuk is het een ander stuk.
    Bron: de lijst van officiële publicaties; de huisstijl van gedrukte brieven.

## malformed-number

rule-malformed-number-what = Achter “nr.” staat iets dat geen nummer van een stuk kan zijn.
rule-malformed-number-why =
    Een stuk heeft binnen zijn dossier een nummer van hoogstens vier cijfers, of in de
    Eerste Kamer een of twee hoofdletters. Langere nummers bestaan niet: vaak is een cijfer
    dubbel getypt, of is het nummer van een voetnoot aan het nummer vastgegroeid.
    Bron: de lijst van officiële publicaties.

## backward-range

rule-backward-range-what = Een reeks nummers loopt terug.
rule-backward-range-why =
    Een reeks noemt het eerste en het laatste stuk, en alle stukken ertussen zijn bedoeld:
    nrs. 7–9. Is het laatste nummer lager dan het eerste, dan zijn ze verwisseld of is een
    ervan verkeerd getypt; welke stukken bedoeld zijn, is dan niet te zeggen.
    Bron: de gewone lezing van een reeks.

## missing-number

rule-missing-number-what = Er staat “nr.” of een bladzijde, maar geen nummer van een stuk.
rule-missing-number-why =
    Een dossier bevat vaak honderden stukken; het ondernummer zegt welk stuk bedoeld is.
    Meestal is het in een concept opengelaten en later vergeten. Wie een heel dossier
    bedoelt, laat ook “nr.” weg: (Kamerstuk 34 986).
    Bron: Aanwijzingen voor de regelgeving, 3.43.

## session-year

rule-session-year-what = Het vergaderjaar is niet dat van twee opeenvolgende jaren.
rule-session-year-why =
    Een vergaderjaar loopt van september tot september en heet naar twee jaren die op
    elkaar volgen: 2019/20, 2019-2020 of 1999/00. Het nummer van een stuk is ook zonder
    jaar uniek, dus het stuk is nog te vinden; maar een van beide jaren klopt niet.
    Bron: Aanwijzingen voor de regelgeving, 3.43; Leidraad voor juridische auteurs.

## wrong-kind

rule-wrong-kind-what = Een stuk is genoemd met het woord voor een andere soort.
rule-wrong-kind-why =
    De Handelingen zijn het verslag van wat in de vergadering gezegd is: ze hebben een
    vergadering, een item en bladzijden. Een dossier met een nummer is een Kamerstuk. Wie
    het in de Handelingen zoekt, vindt het niet.
    Bron: Aanwijzingen voor de regelgeving, 3.43; Leidraad voor juridische auteurs.

## act-number-order

rule-act-number-order-what = Jaar en nummer van een Europese handeling staan in de verkeerde volgorde.
rule-act-number-order-why =
    Sinds 2015 staat bij alle handelingen van de Europese Unie het jaar vooraan,
    Verordening (EU) 2016/679. Verordeningen van daarvoor hebben het jaar achteraan,
    Verordening (EG) nr. 883/2004, en richtlijnen hebben het altijd vooraan gehad, Richtlijn
    2006/123/EG. Zo staan ze in het Publicatieblad, en zo worden ze teruggevonden.
    Bron: Interinstitutionele schrijfwijzer van de Europese Unie, nummering van handelingen.

## joint-dossier-order

rule-joint-dossier-order-what = Van een stuk met meer dossiers is niet het dossier genoemd waarin het nummer telt.
rule-joint-dossier-order-why =
    Een stuk kan bij meer dan één dossier horen. Zijn nummer telt in het dossier dat
    bovenaan het stuk als eerste staat, en dat wordt ook in een verwijzing als eerste
    genoemd: Kamerstukken 29 521 en 34 952, nr. 403. Deze regel spreekt als het dossier
    dat voorop staat, het nummer volgens de lijst niet heeft en een ander genoemd dossier wel.
    Bron: de kop van gedrukte stukken; lijst van officiële publicaties.
joint-dossier-order = nr. { $number } telt in dossier { $owner }, niet in { $first }: het dossier van het nummer staat voorop
fix-joint-dossier-order = { $owner } vooropzetten

## unknown-document

rule-unknown-document-what = Het stuk staat niet in de lijst van wat er gepubliceerd is.
rule-unknown-document-why =
    Een lijst zegt van welke dossiers en tot welke dag die volledig is. Wat daarbinnen
    ontbreekt, is bijna altijd verkeerd aangehaald: twee cijfers verwisseld, een cijfer
    mis, het nummer van een ander dossier. Dat is een waarschuwing. Een nummer boven het
    hoogste van de lijst kan later verschenen zijn; het is alleen een waarschuwing in een
    brief van vóór het einde van de lijst, en anders een hint. Wat buiten de lijsten valt,
    kon niet worden nagegaan: ook dat is een hint.
    In gepubliceerde stukken wijst ongeveer een op de honderd verwijzingen naar niets.
    Bron: lijst van officiële publicaties (officielebekendmakingen.nl).
unknown-document-gap = { $paper } staat niet in de lijst (t/m { $until }), hogere nummers van dit dossier wel (tot { $highest })
unknown-document-above = { $paper } staat niet in de lijst (t/m { $until }); het hoogste nummer van dit dossier is daar { $highest }
unknown-document-unlisted = { $paper } staat niet in de lijst (t/m { $until })
unknown-document-dossier = dossier { $dossier } staat niet in de lijst (t/m { $until })
unknown-document-newer = { $paper } staat nog niet in de lijst (t/m { $until }), die van dit dossier tot { $highest } gaat
unknown-document-perhaps = { $paper } staat nog niet in de lijst (t/m { $until })
unknown-document-dossier-newer = dossier { $dossier } staat nog niet in de lijst (t/m { $until })
unknown-document-outside = { $paper } kon niet worden nagegaan: geen lijst is volledig voor dit dossier
unknown-document-meant = { $finding }; bedoeld is misschien { $paper }?

## Wat regels delen

or = { $before } of { $last }
fix-replace = “{ $old }” vervangen door “{ $new }”
fix-suggestion = Vervangen door { $paper }
related-cited = hier haalt de brief dossier { $dossier } aan
related-own-dossier = de brief hoort zelf bij dossier { $dossier }
date-in-figures = { $day }-{ $month }-{ $year }
date-in-words = { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
