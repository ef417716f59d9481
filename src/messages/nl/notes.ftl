# Notities: wat er mis kan zijn met de bestanden waarin ze staan.

notes-cannot-read = kan de notities in { $path } niet lezen: { $reason }
notes-cannot-write = kan de notities niet bewaren in { $path }: { $reason }; wat er stond, staat er nog
notes-read-only = kan geen notities bewaren: in { $folder } mag niet geschreven worden
notes-busy = een ander programma houdt de notities in { $path } bezet; probeer het zo nog eens
notes-unreadable = de notities in { $path } zijn niet te lezen: { $reason }; het bestand blijft zoals het is
notes-not-utf8 = vanaf byte { $at } is het geen UTF-8
notes-not-json = op regel { $line }, kolom { $column } is het geen JSON
notes-twice = het veld “{ $key }” staat er twee keer in één notitie, alsof twee notities in elkaar geschoven zijn
notes-no-page = het is geen bladzijde met annotaties (AnnotationPage)
notes-no-note = onderdeel { $number } is geen annotatie
notes-unmerged = er is een samenvoegconflict van git dat met de hand opgelost moet worden
notes-merge-markers = de notities in { $path } hadden een samenvoegconflict van git; die van beide kanten zijn er nog
notes-conflict = een notitie in { $path } is op twee plaatsen tegelijk veranderd; beide versies zijn bewaard
notes-duplicate-id = twee notities in { $path } hadden hetzelfde kenmerk; beide zijn bewaard
notes-no-id = een notitie in { $path } had geen kenmerk en heeft er een gekregen

## Een notitie, zoals zij getoond wordt

note-resolved = afgehandeld
note-answers = antwoord
note-on-letter = (bij de hele brief)
note-signed = { $name }, { $day }
note-by = { $name }
note-dated = { $day }
note-approximate = [gewijzigd]
note-ambiguous = [meer plaatsen mogelijk]
note-orphaned = [zoek]
note-candidate = misschien { $place }: “{ $words }” ({ $score }% gelijk)

## Notities in andere vormen

export-title = Brieven met notities
export-notes-on-letter = Bij de hele brief
export-notes-lost = Notities waarvan de passage niet meer met zekerheid te vinden is
export-path = Brief
export-line = Regel
export-state = Toestand
export-tags = Labels
export-quote = Passage
export-body = Tekst
export-links = Stukken
export-creator = Door
export-created = Gemaakt
export-modified = Gewijzigd
export-resolved = Afgehandeld
export-motivation = Soort
export-reply-to = Antwoord op
export-id = Kenmerk
export-yes = ja
export-no = nee
