### De labels van notities, en wat er bij het maken van notities gezegd wordt

## De labels die Griffier meebrengt

tag-toezegging = toezegging
tag-toezegging-about = Wat een bewindspersoon de Kamer toezegt
tag-motie = motie
tag-motie-about = Wat de Kamer in een motie vraagt of uitspreekt
tag-besluit = besluit
tag-besluit-about = Wat besloten is
tag-vraag = vraag
tag-vraag-about = Wat gevraagd wordt, of nog gevraagd moet worden
tag-antwoord = antwoord
tag-antwoord-about = Het antwoord op een vraag
tag-standpunt = standpunt
tag-standpunt-about = Wat iemand vindt
tag-feit = feit te controleren
tag-feit-about = Een feit dat nog nagekeken moet worden
tag-citaat = citaat
tag-citaat-about = Woorden van een ander
tag-definitie = definitie
tag-definitie-about = Wat een begrip hier betekent
tag-termijn = termijn
tag-termijn-about = Wanneer iets klaar of bekend is

## Notities maken in de editor

note-not-served = bij { $letter } kunt u geen notities maken: er staat geen griffier.toml in een map erboven (griffier init maakt er een)
note-no-passage = daar staat geen tekst; selecteer de passage waar de notitie bij hoort
note-says-nothing = een notitie zonder tekst, label en stuk zegt niets; geef er een van de drie
note-tag-unknown = “{ $tag }” is geen label van deze werkmap; kies uit: { $tags }
note-no-paper = “{ $paper }” is geen stuk; schrijf het bijvoorbeeld als 29 521, nr. 385
note-gone = die notitie is er niet meer; ververs de lijst met notities

## Wat er met notities gedaan kan worden

note-action-write = Notitie maken…
note-action-write-here = Notitie bij deze zin maken…
note-action-tag = Annoteer als { $tag }
note-action-link = Koppel aan { $paper }
note-action-edit = “{ $note }” bewerken…
note-action-reply = “{ $note }” beantwoorden…
note-action-resolve = “{ $note }” is afgehandeld
note-action-reopen = “{ $note }” heropenen
note-action-retag = “{ $note }”: label { $tag } erbij
note-action-untag = “{ $note }”: label { $tag } weg
note-action-delete = “{ $note }” verwijderen
note-action-reattach = “{ $note }” hier vastmaken

## Een notitie schrijven in een document

draft-name = notitie-{ $letter }
draft-for-note = Notitie bij “{ $quote }” in { $letter }.
draft-for-letter = Notitie bij de hele brief { $letter }.
draft-for-reply = Antwoord op “{ $quote }” bij { $letter }.
draft-for-edit = Andere tekst voor “{ $quote }” bij { $letter }.
draft-how = Schrijf hieronder en bewaar dit document: dan staat het bij de brief. Wie niets schrijft, maakt niets.
draft-tags = Labels en stukken staan bovenaan, met komma's ertussen. Bekende labels: { $tags }.
draft-kept = De notitie staat bij { $letter }.
draft-withdrawn = Er is niets geschreven, dus er is geen notitie gemaakt bij { $letter }.
draft-unchanged = Er is niets geschreven, dus de notitie bij { $letter } blijft zoals zij was; verwijderen is een aparte opdracht.
draft-unwritten = het document voor de notitie is niet te schrijven: { $reason }
server-open-file = Open dit bestand: { $path }

## De bladzijde met notities

notes-page-all = Alle notities
notes-page-letter = Notities bij { $letter }
notes-page-none = Er zijn geen notities.
notes-page-summary = { $count ->
    [one] 1 notitie
   *[other] { $count } notities
}, waarvan { $open } open en { $lost } zoek
notes-page-line = regel { $line }
notes-page-untagged = Zonder label
notes-page-nobody = Zonder naam
notes-page-open = Open
notes-page-resolved = Afgehandeld
notes-page-lost = Zoek
notes-page-unwritten = de bladzijde met notities is niet te schrijven; kijk of de cachemap beschrijfbaar is (griffier doctor)
