# Notities: wat er mis kan zijn met de bestanden waarin ze staan.

notes-cannot-read = kan de notities in { $path } niet lezen: { $reason }
notes-cannot-write = kan de notities niet bewaren in { $path }: { $reason }; wat er stond, staat er nog
notes-read-only = kan geen notities bewaren: in { $folder } mag niet geschreven worden
notes-busy = een ander programma houdt de notities in { $path } bezet; probeer het zo nog eens
notes-unreadable = de notities in { $path } zijn niet te lezen: { $reason }; het bestand blijft zoals het is
notes-not-utf8 = vanaf byte { $at } is het geen UTF-8
notes-not-json = op regel { $line }, kolom { $column } is het geen JSON
notes-no-page = het is geen bladzijde met annotaties (AnnotationPage)
notes-no-note = onderdeel { $number } is geen annotatie
notes-unmerged = er is een samenvoegconflict van git dat met de hand opgelost moet worden
notes-merge-markers = de notities in { $path } hadden een samenvoegconflict van git; die van beide kanten zijn er nog
notes-conflict = een notitie in { $path } is op twee plaatsen tegelijk veranderd; beide versies zijn bewaard
notes-duplicate-id = twee notities in { $path } hadden hetzelfde kenmerk; beide zijn bewaard
notes-no-id = een notitie in { $path } had geen kenmerk en heeft er een gekregen
