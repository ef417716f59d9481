### server

server-out-of-step = Griffier heeft van { $letter } niet meer dezelfde tekst als de editor en zegt er niets meer over, totdat u het bestand opslaat of opnieuw opent.
server-query-panicked = Griffier liep vast op { $letter } ({ $what }) en zegt niets over deze versie; bij de volgende wijziging wordt het opnieuw geprobeerd. Dit is een fout in Griffier.
server-reading-letters = Brieven lezen
server-letters-read = { $read } van { $of }
server-remarks = Over { $count } brieven is iets op te merken; zie het logboek van Griffier.
server-given-up = Griffier liep vast op { $letter } en zegt niets over deze versie.
server-no-such-page = { $address } is geen bladzijde van Griffier.
server-cannot-watch = kan { $folder } niet in het oog houden: { $reason }; wat daar verandert wordt gezien bij de volgende start
server-watch-too-many = er zijn te veel mappen (op Linux: verhoog fs.inotify.max_user_watches)
