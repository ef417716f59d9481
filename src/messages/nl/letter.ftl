### De regels over de brief zelf

## footnote-missing

rule-footnote-missing-what = Een teken in de tekst verwijst naar een noot die er niet is.
rule-footnote-missing-why =
    Bij het knippen en plakken in een concept blijft het teken van een noot vaak staan en
    gaat de noot zelf verloren. De lezer mist dan de bron. Deze regel leest alleen noten die
    nergens anders voor kunnen staan: [^1] in Markdown, en in platte tekst [1] als de noten
    zelf ook zo beginnen. Een cijfer dat aan een woord vastzit, kan van alles zijn.
    Bron: de gewone opmaak van noten in Markdown.
footnote-missing = noot “{ $label }” staat er niet: voeg de noot toe of haal het teken weg

## footnote-unmarked

rule-footnote-unmarked-what = Naar een noot verwijst geen teken in de tekst.
rule-footnote-unmarked-why =
    Markdown laat een noot waarnaar niets verwijst weg als de brief wordt opgemaakt, en in
    platte tekst weet de lezer niet waar de noot bij hoort. Meestal is de zin met het teken
    geschrapt en de noot vergeten.
    Bron: de gewone opmaak van noten in Markdown.
footnote-unmarked = in de tekst verwijst niets naar noot “{ $label }”: zet het teken waar de noot hoort of haal de noot weg

## footnote-repeated

rule-footnote-repeated-what = Twee noten hebben hetzelfde nummer.
rule-footnote-repeated-why =
    Zijn er twee noten met één nummer, dan toont Markdown alleen de eerste, en weet de lezer
    van een platte tekst niet welke bedoeld is. Dit ontstaat als twee concepten zijn
    samengevoegd.
    Bron: de gewone opmaak van noten in Markdown.
footnote-repeated = er zijn twee noten “{ $label }”, en alleen de eerste is te zien: geef deze een eigen nummer
related-first-note = de eerste noot “{ $label }”

## footnote-gap

rule-footnote-gap-what = In de nummering van de noten is een nummer overgeslagen.
rule-footnote-gap-why =
    Noten lopen op van 1. Is er een nummer overgeslagen, dan is een noot geschrapt en zijn
    de andere niet doorgenummerd, of is er een verloren gegaan. Bij het opmaken van Markdown
    worden noten vanzelf doorgenummerd, en daarom is dit maar een hint.
    Bron: de gewone nummering van noten.
footnote-gap = noot { $number } is er niet: na de noot daarvoor komt { $next }
fix-renumber-notes = Noten doornummeren

## name-before-definition

rule-name-before-definition-what = Een korte naam staat in de brief vóór de plaats waar die wordt omschreven.
rule-name-before-definition-why =
    Wie schrijft “(hierna: SodM)”, belooft dat de naam pas daarna gebruikt wordt. Staat de
    naam er al eerder, dan weet de lezer daar nog niet wat ermee bedoeld is; meestal is een
    alinea naar voren gehaald. Van vragen en antwoorden wordt niets gezegd, want wie vraagt
    en wie antwoordt hebben elk hun eigen namen.
    Bron: de gewone betekenis van “hierna”.
name-before-definition = “{ $name }” staat hier al, maar wordt pas verderop omschreven: schrijf hier voluit wat bedoeld is, of zet de omschrijving hier
related-definition = hier wordt “{ $name }” omschreven

## unused-name

rule-unused-name-what = Een korte naam wordt omschreven en daarna niet gebruikt.
rule-unused-name-why =
    Wie schrijft “(hierna: SodM)” en de naam daarna niet gebruikt, laat de lezer iets
    onthouden dat niet nodig is. Deze regel staat uit; wie orde wil, zet hem aan.
    Bron: de gewone betekenis van “hierna”.
unused-name = “{ $name }” wordt verder niet gebruikt: haal de omschrijving weg

## impossible-date

rule-impossible-date-what = Een datum bestaat niet.
rule-impossible-date-why =
    Een maand heeft 30 of 31 dagen, februari 28 en in een schrikkeljaar 29. Een dag die er
    niet is, is een tikfout in de dag, de maand of het jaar.
    Bron: de kalender.
impossible-date = “{ $date }” bestaat niet: die maand eindigt op { $last }

## wrong-weekday

rule-wrong-weekday-what = De dag van de week hoort niet bij de datum.
rule-wrong-weekday-why =
    Klopt de dag van de week niet bij de datum, dan is een van beide verkeerd, en komt er
    misschien iemand op de verkeerde dag. Deze regel staat uit; wie agenda’s en planningen
    schrijft, zet hem aan.
    Bron: de kalender.
wrong-weekday = { $date } is een { $right }, geen { $printed }

## broken-link

rule-broken-link-what = Een link leidt naar een bestand dat er niet is.
rule-broken-link-why =
    Een brief in Markdown verwijst met een link naar bestanden ernaast, vaak bijlagen. Wie
    een bestand verplaatst of hernoemt, laat de link achter. Alleen bestanden in de werkmap
    worden nagekeken; adressen op het web en plaatsen erbuiten niet.
    Bron: de map zelf.
broken-link = er is geen bestand { $path }

## encoded-twice

rule-encoded-twice-what = Tekens zijn dubbel gecodeerd, zodat er bijvoorbeeld “Ã©” staat waar “é” hoort.
rule-encoded-twice-why =
    Een programma heeft UTF-8 voor een oudere codering aangezien en de tekst nog eens
    omgezet. Dat gebeurt bij het kopiëren tussen systemen. Niemand heeft geschreven wat er nu
    staat, zoeken vindt het niet, en een verwijzing met zulke tekens erin wordt niet gelezen.
    Een los paar dat ook iets anders kan betekenen (“Ä” voor een aanhalingsteken) telt alleen
    mee als er elders in de brief een is dat niets anders kan zijn.
    Bron: de coderingen UTF-8 en Windows-1252.
encoded-twice = “{ $printed }” staat hier voor “{ $meant }”: { $count ->
        [one] dit teken is
       *[other] { $count } tekens in deze brief zijn
    } dubbel gecodeerd
fix-encoded-twice = { $count ->
        [one] Het dubbel gecodeerde teken herstellen
       *[other] Alle { $count } dubbel gecodeerde tekens herstellen
    }
