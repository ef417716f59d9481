### De regels over de zin van een verwijzing: of klopt wat de brief van een stuk zegt

## date-mismatch

rule-date-mismatch-what = De datum bij een verwijzing is niet die van het stuk.
rule-date-mismatch-why =
    Wie schrijft “de brief van 14 september 2018 (Kamerstuk 29 521, nr. 368)”, noemt twee
    dingen die hetzelfde stuk aanwijzen. Wijzen ze elk een ander stuk aan, dan is een van
    beide verkeerd: een cijfer van het nummer, of het jaar, vooral in januari. Staat er in
    het dossier een stuk van die dag, dan is dat misschien bedoeld. Van de datum van een
    debat, een verslag of een brief aan de minister wordt niets gezegd, want die is niet
    die van het stuk. Is een lijst tot anderhalve maand later, dan is het een hint: zij
    kan de dag van publicatie hebben.
    Bron: de kop van het aangehaalde stuk; de gegevens van de lijst.
date-mismatch = { $paper } is van { $known }, niet van { $said }: kijk of nummer en datum kloppen
date-mismatch-meant = { $paper } is van { $known }, niet van { $said }; bedoeld is misschien { $meant }?

## session-mismatch

rule-session-mismatch-what = In het genoemde vergaderjaar kan het stuk niet verschenen zijn.
rule-session-mismatch-why =
    Het nummer van een stuk is ook zonder vergaderjaar uniek, dus het stuk is te vinden,
    maar niet voor wie op jaar zoekt; en vaak is het dossier of het nummer verkeerd. Vier
    dingen laten zien dat het jaar niet kan: het begint pas na de brief; het dossier is
    later geopend, want dossiers zijn doorgenummerd en elke begroting opent een
    vergaderjaar; het stuk is van een ander jaar; of een stuk met een lager nummer is
    later, of een met een hoger nummer eerder. Wat in de zomer geschreven is, mag in
    september gedrukt zijn.
    Bron: de nummers van de begrotingen; Grondwet, artikel 65; de data van de stukken.
session-mismatch-future = vergaderjaar { $session } begint na deze brief, die in { $last } is geschreven: kijk welk jaar bedoeld is
session-mismatch-dossier = dossier { $dossier } is op zijn vroegst in { $first } geopend, na { $session }: kijk of jaar en dossier kloppen
session-mismatch-known = { $paper } is uit vergaderjaar { $known }, niet { $session }: kijk of jaar en nummer kloppen
session-mismatch-date = { $paper } is van { $date }, niet uit vergaderjaar { $session }: kijk of jaar en nummer kloppen
session-mismatch-lower = nr. { $number } is uit een later vergaderjaar dan { $session }, want nr. { $witness } is van { $date }: kijk of jaar, dossier en nummer kloppen
session-mismatch-higher = nr. { $number } is uit een eerder vergaderjaar dan { $session }, want nr. { $witness } is van { $date }: kijk of jaar, dossier en nummer kloppen

## later-document

rule-later-document-what = De brief haalt een stuk aan dat later is dan de brief zelf.
rule-later-document-why =
    Een brief kan geen stuk aanhalen dat er nog niet is. Meestal is een cijfer van het
    nummer verkeerd. Stukken die samen verstuurd worden, halen elkaar wel aan, en een
    lijst kan de dag van publicatie hebben: een paar weken verschil telt daarom niet. Is
    de datum van het stuk niet bekend, dan zegt alleen een veel hoger nummer in het
    dossier van de brief zelf iets, en dat is een hint.
    Bron: de data en de nummers van de stukken.
later-document = { $paper } is van { $date }, later dan deze brief van { $own }: kijk of het nummer klopt
later-document-number = { $paper } is later gedrukt dan deze brief, { $own }: kijk of het nummer klopt

## self-citation

rule-self-citation-what = De brief haalt zichzelf aan.
rule-self-citation-why =
    Een brief die zijn eigen nummer aanhaalt, bedoelt bijna altijd een ander stuk: de zin
    is overgenomen uit een eerder concept, of het nummer is dat van deze brief in plaats
    van de vorige. De kop en de voet van de bladzijden tellen niet mee.
    Bron: de kop van gedrukte stukken.
self-citation = de brief haalt zichzelf aan, { $paper }: kijk welk stuk bedoeld is

## kind-mismatch

rule-kind-mismatch-what = Het stuk is van een andere soort dan de brief zegt.
rule-kind-mismatch-why =
    Wie “de motie (Kamerstuk 29 521, nr. 412)” leest en een brief vindt, weet niet welk
    van beide bedoeld is. Meestal is het nummer dat van de brief over de motie, of dat van
    de motie ernaast. Alleen soorten die niemand verwart worden vergeleken: een verslag,
    nota of rapport gaat vaak met een brief mee. Staat ervoor dat het stuk over een ander
    gaat (“de reactie op de motie”), dan is het een hint.
    Bron: de kop van het aangehaalde stuk; de gegevens van de lijst.
kind-mismatch = { $paper } is een { $is }, geen { $said }: kijk of het nummer klopt

related-head = de kop van { $paper }

## quotation-mismatch

rule-quotation-mismatch-what = De aangehaalde brief bevat de woorden niet die eruit geciteerd worden.
rule-quotation-mismatch-why =
    Een citaat met een bron is na te slaan. Staat het er anders, dan is het citaat
    verkeerd overgenomen, of de verwijzing leidt naar een ander stuk. Vergeleken worden
    alleen letters en cijfers: spaties, afbrekingen, aanhalingstekens en hoofdletters
    tellen niet, en wat met (…) of […] is weggelaten evenmin. De regel geldt voor citaten
    van vijf woorden of meer waarvan vaststaat uit welk stuk ze komen, en alleen als dat
    stuk als tekst in de werkmap staat. Staan de woorden er in het geheel niet, dan zijn
    ze misschien van een bijlage: dat is een mededeling. De regel staat uit.
    Bron: de tekst van het aangehaalde stuk.
quotation-mismatch = in { $paper } staat niet “{ $said }” maar “{ $there }”
quotation-mismatch-absent = deze woorden staan niet in { $paper }: kijk of citaat en nummer kloppen

related-passage = de passage in { $paper }
