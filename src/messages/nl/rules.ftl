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
    brief van vóór het einde van de lijst, en anders een hint. Van wat geen lijst dekt, wordt
    hier alleen iets gezegd als een ander stuk bedoeld lijkt: ook dat is een hint.
    In gepubliceerde stukken wijst ongeveer een op de honderd verwijzingen naar niets.
    Bron: lijst van officiële publicaties (officielebekendmakingen.nl).
unknown-document-gap = { $paper } staat niet in de lijst (t/m { $until }), hogere nummers van dit dossier wel (tot { $highest })
unknown-document-above = { $paper } staat niet in de lijst (t/m { $until }); het hoogste nummer van dit dossier is daar { $highest }
unknown-document-unlisted = { $paper } staat niet in de lijst (t/m { $until })
unknown-document-newer = { $paper } staat nog niet in de lijst (t/m { $until }), die van dit dossier tot { $highest } gaat
unknown-document-perhaps = { $paper } staat nog niet in de lijst (t/m { $until })
unknown-document-meant = { $finding }; bedoeld is misschien { $paper }?

## unverified-document

rule-unverified-document-what = Van het stuk kon niet worden nagegaan of het bestaat.
rule-unverified-document-why =
    Geen van de lijsten zegt volledig te zijn voor dit dossier, dus dat het stuk er niet in
    staat, betekent niets. Wie het wil weten, volgt de verwijzing. Wie vaak oude dossiers
    aanhaalt en er geen lijst van heeft, zet deze regel uit; de andere blijven dan gelden.
    Bron: wat elke lijst in griffier.toml zegt te dekken (coverage).
unverified-document = { $paper } kon niet worden nagegaan: geen lijst is volledig voor dit dossier

## malformed-kamer

rule-malformed-kamer-what = Wat op de plaats van de kamer staat, is er geen.
rule-malformed-kamer-why =
    Er zijn er twee: I is de Eerste Kamer en II de Tweede. Wiens stuk het is, zegt ook het
    nummer: een cijfer is van de Tweede Kamer en een letter van de Eerste.
    Bron: Aanwijzingen voor de regelgeving, 3.43; Leidraad voor juridische auteurs.

## wrong-kamer

rule-wrong-kamer-what = De genoemde kamer is niet die van een stuk met zo’n nummer.
rule-wrong-kamer-why =
    Een stuk van de Tweede Kamer heeft binnen zijn dossier een nummer en een stuk van de
    Eerste Kamer een letter. Vóór 2010 hadden ze wel allebei van beide; daarover zwijgt
    deze regel. Het stuk is zonder de kamer te vinden, dus dit is een hint.
    Bron: Aanwijzingen voor de regelgeving, 3.43, toelichting.
wrong-kamer-eerste = “{ $printed }” klopt niet: een stuk met een letter is van de Eerste Kamer
wrong-kamer-tweede = “{ $printed }” klopt niet: een stuk met een nummer is van de Tweede Kamer

## missing-part

rule-missing-part-what = Van dossier 21 501 is het onderdeel niet genoemd waarin het nummer telt.
rule-missing-part-why =
    Dossier 21 501 is van de Europese Raden, en elke samenstelling van de Raad heeft een
    eigen onderdeel van twee cijfers: 21 501-02 is Algemene Zaken, 21 501-07 Ecofin. De
    nummers tellen per onderdeel, zodat een nummer zonder onderdeel bij elk van de Raden
    een ander stuk is.
    Bron: lijst van officiële publicaties; de kop van gedrukte stukken.
missing-part = nr. { $number } telt in een onderdeel van 21 501, zoals 21 501-02: noem welk

## missing-item

rule-missing-item-what = Van de Handelingen is alleen de vergadering genoemd.
rule-missing-item-why =
    Een vergadering heeft tientallen debatten. Sinds januari 2011 is elk item een publicatie
    op zichzelf, met bladzijden vanaf 1; daarvoor liepen de bladzijden door het vergaderjaar
    en wordt een debat aan zijn bladzijde herkend. Zonder is het zoeken.
    Bron: Aanwijzingen voor de regelgeving, 3.43; Leidraad voor juridische auteurs.
missing-item = noem ook het item: een vergadering heeft er tientallen
missing-item-page = noem ook de bladzijde: tot 2011 wordt een debat daaraan herkend

## missing-space

rule-missing-space-what = Tussen twee delen van een verwijzing, of ernaast, ontbreekt een spatie.
rule-missing-space-why =
    Iedereen leest wat bedoeld is, dus dit is een hint. In tekst die uit een gedrukte
    bladzijde is gehaald vallen spaties weg aan het einde van een regel; daar zwijgt deze
    regel. Hij spreekt alleen in Markdown.
    Bron: de voorbeelden in Aanwijzingen voor de regelgeving, 3.43.
missing-space = in “{ $printed }” ontbreekt een spatie
fix-insert-space = Spatie invoegen

## unbalanced-parenthesis

rule-unbalanced-parenthesis-what = Een haakje om een verwijzing heeft geen tegenhanger.
rule-unbalanced-parenthesis-why =
    Een haakje te veel of te weinig blijft vaak staan als een verwijzing wordt vervangen. In
    tekst die uit een gedrukte bladzijde is gehaald, komen haakjes anders terecht; daar
    zwijgt deze regel. Hij spreekt alleen in Markdown.
    Bron: de gewone spelling.
unbalanced-open = dit haakje gaat open en niet dicht
unbalanced-close = dit haakje sluit niets
fix-insert-parenthesis = Haakje sluiten
fix-delete-parenthesis = Haakje weghalen

## keyword-number

rule-keyword-number-what = Er staat “Kamerstuk” bij meer stukken, of “Kamerstukken” bij één.
rule-keyword-number-why =
    In gedrukte brieven van de Kamer staat het enkelvoud bij één stuk en het meervoud bij
    meer stukken of bij een stuk met meer dossiers. De Leidraad en de Aanwijzingen schrijven
    altijd het meervoud. Welke stijl geldt, zegt findings.style.
    Bron: de huisstijl van gedrukte brieven; Aanwijzingen voor de regelgeving, 3.43;
    Leidraad voor juridische auteurs.
keyword-plural = hier hoort het meervoud: { $meant }
keyword-singular = hier hoort het enkelvoud: { $meant }

## mixed-styles

rule-mixed-styles-what = Een brief haalt stukken in verschillende stijlen aan.
rule-mixed-styles-why =
    De Kamer, juristen en wetgevers schrijven verwijzingen elk op hun manier, en elk van de
    drie is goed. Door elkaar in één brief leest dat onrustig; meestal is er een stuk tekst
    van elders overgenomen. De stijl van de meeste verwijzingen geldt als die van de brief.
    Bron: de huisstijl van gedrukte brieven; Aanwijzingen voor de regelgeving, 3.43;
    Leidraad voor juridische auteurs.
mixed-styles = dit is de stijl van { $own }, terwijl de brief elders die van { $others } heeft
related-style = hier is de stijl die van { $style }

## style-profile

rule-style-profile-what = Een verwijzing staat niet in de gekozen stijl.
rule-style-profile-why =
    In griffier.toml kiest findings.style de stijl van de werkmap: die van de Kamer, van de
    Leidraad of van de Aanwijzingen. Wie deze regel aanzet, krijgt elke verwijzing te zien
    die anders geschreven is, met hoe het wel hoort. Cursief, de soort spatie en de soort
    streepje schrijft geen van de drie voor.
    Bron: de huisstijl van gedrukte brieven; Aanwijzingen voor de regelgeving, 3.43;
    Leidraad voor juridische auteurs.
style-profile = in de stijl van { $style } is dit “{ $wanted }”
style-profile-session = in de stijl van { $style } horen kamer en vergaderjaar erbij
style-kamer = de Kamer
style-leidraad = de Leidraad voor juridische auteurs
style-aanwijzingen = de Aanwijzingen voor de regelgeving

## unknown-dossier

rule-unknown-dossier-what = Het dossier staat niet in de lijst van wat er gepubliceerd is.
rule-unknown-dossier-why =
    Dossiers zijn doorgenummerd, en een lijst die vanaf een dossier volledig is, heeft er
    vrijwel elk van. Wat er lager dan het hoogste ontbreekt, is bijna altijd een tikfout:
    dat is een waarschuwing. Een hoger dossier kan later geopend zijn; het is alleen een
    waarschuwing in een brief van vóór het einde van de lijst, en anders een hint.
    Bron: lijst van officiële publicaties (officielebekendmakingen.nl).
unknown-dossier = dossier { $dossier } staat niet in de lijst (t/m { $until })
unknown-dossier-newer = dossier { $dossier } staat nog niet in de lijst (t/m { $until })

## unknown-toevoeging

rule-unknown-toevoeging-what = Het dossier heeft volgens de lijst geen hoofdstuk of onderdeel van die naam.
rule-unknown-toevoeging-why =
    De hoofdstukken van de begroting veranderen met de ministeries: XIV (Landbouw) bestond
    niet van 2011 tot 2018, en XX is pas van 2024. Het dossier van elk jaar heeft alleen de
    hoofdstukken van dat jaar, en elk stuk telt in een daarvan. De stukken van een fonds
    kunnen in een hoofdstuk tellen; daarover spreekt deze regel alleen als hint.
    Bron: lijst van officiële publicaties (officielebekendmakingen.nl).
unknown-toevoeging = { $dossier } heeft in de lijst (t/m { $until }) geen { $toevoeging }, wel { $parts }
unknown-toevoeging-perhaps = de stukken van { $dossier } { $toevoeging } konden niet worden nagegaan: ze tellen misschien in een hoofdstuk van { $dossier }

## superseded-version

rule-superseded-version-what = Het aangehaalde stuk is door een ander vervangen.
rule-superseded-version-why =
    Een gewijzigde motie krijgt een nieuw nummer en komt in de plaats van de eerste; wie de
    eerste aanhaalt, haalt aan waarover niet is gestemd. Een brief die er zelf bij zegt dat
    het stuk vervangen is, of die ouder is dan het nieuwe stuk, blijft buiten beschouwing.
    Bron: wat een lijst met gegevens van stukken als “replaced-by” noemt.
superseded-version = { $paper } is vervangen door { $other }

## page-beyond-end

rule-page-beyond-end-what = Er is een bladzijde aangehaald die het stuk niet heeft.
rule-page-beyond-end-why =
    Een Kamerstuk telt zijn bladzijden vanaf 1. Hoeveel het er heeft, zegt de brief zelf in
    de werkmap of een lijst die het vermeldt. Ligt de aangehaalde bladzijde daarachter, dan
    is de bladzijde of het stuk verkeerd. Bijlagen tellen voor zich en worden overgeslagen.
    Bron: de voetregels van gedrukte stukken.
page-beyond-end = { $paper } heeft geen bladzijde { $page }, maar telt er { $pages }

## item-beyond-end

rule-item-beyond-end-what = Een item, vergadering of antwoord voorbij het laatste is aangehaald.
rule-item-beyond-end-why =
    De vergaderingen van een vergaderjaar, de items van een vergadering en de antwoorden in
    het Aanhangsel zijn doorgenummerd. Houdt de rij in een lijst op vóór het aangehaalde
    nummer, en gaat de lijst daarna verder, dan is het nummer of het vergaderjaar verkeerd.
    Zegt de lijst volledig te zijn (coverage met family = "h" of "ah"), dan is dat een
    waarschuwing, en anders een hint.
    Bron: lijst van officiële publicaties (officielebekendmakingen.nl).
item-beyond-end-item = item { $number } staat niet in de lijst: vergadering { $meeting } gaat daar tot item { $highest }
item-beyond-end-meeting = vergadering { $number } staat niet in de lijst: vergaderjaar { $session } eindigt daar met vergadering { $highest }
item-beyond-end-answer = nr. { $number } staat niet in de lijst: vergaderjaar { $session } eindigt daar met nr. { $highest }

## Wat regels delen

paper-with-title = { $paper } (“{ $title }”)

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
