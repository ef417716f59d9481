### Andere bestanden tot brieven maken

## Wat een bestand is

kind-word = een Word-bestand
kind-official-xml = een stuk in de XML van officielebekendmakingen.nl
kind-metadata = een lijst met gegevens over een stuk
kind-old-word = een oud bestand van Office
kind-locked = een met een wachtwoord beveiligd bestand van Office
kind-pdf = een PDF
kind-rich-text = een RTF-bestand
kind-open-document = een bestand van LibreOffice
kind-archive = een ingepakte map of een ander archief
kind-html = een webpagina
kind-other-xml = XML van een andere soort
kind-text = een platte tekst
kind-nothing = een leeg bestand
kind-unknown = een bestand van onbekende soort

import-old-word = dit is een oud bestand van Office (.doc): sla het in Word op als .docx
import-metadata = dit zijn alleen gegevens over een stuk: haal het stuk zelf op, met .xml achter het kenmerk
import-text = dit is een platte tekst, en die is al een brief: zet hem zonder import bij de brieven
import-empty = dit bestand is leeg
import-not-imported = dit is { $what }, en daarvan maakt Griffier geen brief: geef een Word-bestand (.docx) of een stuk in de XML van officielebekendmakingen.nl
import-misnamed = de naam eindigt op .{ $end }, maar naar de inhoud hoort daar .{ $right }

## Plaatsen in een bron

place-paragraph = alinea { $number }
place-footnote = voetnoot { $number }
place-endnote = eindnoot { $number }
place-line = regel { $number }

## Wat er met de XML van een stuk aan de hand is

import-too-large = dit bestand is groter dan { $limit } MB, en zo groot is geen stuk
import-xml-deep = de elementen liggen meer dan { $limit } lagen diep, en dat komt in geen stuk voor
import-xml-many = het bestand heeft meer elementen dan enig stuk
import-xml-truncated = het bestand breekt af: haal het opnieuw op
import-xml-crossed = het element “{ $expected }” is nog open als “{ $actual }” sluit: haal het bestand opnieuw op
import-xml-entity = niemand weet wat “&{ $name };” betekent: zet er het teken zelf
import-xml-broken = dit is geen goede XML: haal het bestand opnieuw op
import-xml-encoding = de codering “{ $name }” is onbekend: sla het bestand op als UTF-8
import-no-text = er staan tekens in die in geen tekst voorkomen: haal het bestand opnieuw op
import-encoded-twice = { $signs } tekens waren dubbel gecodeerd (zoals “Ã©”) en zijn hersteld
import-other-encoding = het bestand zegt UTF-8 te zijn, maar is gelezen als { $name }
import-unclean = een deel van de tekens is niet te lezen; daar staat nu “�”
import-indented = een ander programma heeft de regels van dit bestand verschoven; de spaties rond leestekens zijn hersteld
import-pictures = afbeeldingen gaan niet mee: { $count }

## griffier import

value-files = BESTANDEN

help-import = Maakt brieven van Word-bestanden en van stukken in officiële XML
help-import-files = Bestanden, en mappen waarvan alles wordt gelezen wat een brief kan worden
help-import-into = De map waar de brieven komen; die wordt gemaakt als hij er nog niet is
help-import-dry-run = Vertelt alleen wat er zou gebeuren
help-import-force = Vervangt ook brieven die bewerkt zijn; van elk blijft een kopie liggen
help-import-format = Regels om te lezen (human) of JSON (json)
help-import-examples =
    griffier import brief.docx --into brieven
      maakt van een Word-bestand een brief
    griffier import ~/Downloads/kst-29521-385.xml --into brieven
      maakt van een officieel stuk een brief, die naar het kenmerk heet
    griffier import archief --into brieven --dry-run
      vertelt wat er van een hele map zou komen

      Een brief die er al is en bij dezelfde bron hoort, blijft zoals hij is. Is de bron
      veranderd en de brief bewerkt, dan wordt eerst gevraagd of hij vervangen mag worden.
      Afsluitcode: 0 als alles gelukt is, 1 als een bewerkte brief is blijven staan,
      2 als er iets niet te lezen of te schrijven was.
import-progress = Maakt brieven
import-new = nieuw: { $letter }, uit { $source }
import-replaced = bijgewerkt: { $letter }, uit { $source }
import-kept = vervangen: { $letter }, uit { $source }; de bewerkte brief staat nog in { $copy }
import-written-more = en nog { $count ->
        [one] een brief
       *[other] { $count } brieven
    }
import-done = In { $folder }: { $new } nieuw, { $replaced } bijgewerkt, { $unchanged } ongewijzigd
import-would-be-done = In { $folder } zouden komen: { $new } nieuw, { $replaced } bijgewerkt, { $unchanged } ongewijzigd; er is niets geschreven
import-skipped = { $count ->
        [one] Een bestand is overgeslagen, omdat het
       *[other] { $count } bestanden zijn overgeslagen, omdat ze
    }{ $count ->
        [one] {" "}geen Word-bestand of officieel stuk is
       *[other] {" "}geen Word-bestanden of officiële stukken zijn
    }
import-said = { $path }: { $message }
import-said-at = { $path }, { $place }: { $message }
import-remarks-more = en nog { $count } opmerkingen; alle staan in de uitvoer van --format json
import-edited = de bron is veranderd, maar de brief is bewerkt of komt niet van Griffier, en is blijven staan
import-edited-advice = met --force worden zulke brieven vervangen; van elk blijft een kopie liggen
import-ask = { $path } is bewerkt of komt niet van Griffier, en de bron is nieuw. Vervangen? Er blijft een kopie liggen. [j/N]
import-taken = de brief zou net zo heten als die van { $path }: geef een van beide bestanden een andere naam, of een eigen map met --into
import-outside = op de plaats van de brief staat een koppeling die uit de map leidt: haal die weg
import-unwritten = kan de brief niet schrijven: { $reason }
import-larger = dit bestand is groter dan { $limit } MB, en zo groot is geen brief
import-nothing = er is niets gevonden waar een brief van te maken is
import-nothing-advice = geef Word-bestanden (.docx), stukken in de XML van officielebekendmakingen.nl, of een map waar die in staan
import-into-file = { $path } is een bestand en geen map
import-into-file-advice = geef achter --into de map waar de brieven moeten komen
