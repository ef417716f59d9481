### Wat een redacteur bij een verwijzing te zien krijgt

## Namen

name-kamerstuk = Kamerstuk { $paper }
name-dossier = Dossier { $dossier }
name-record-item = Handelingen { $kamer } { $session }, nr. { $first }, item { $last }
name-record-meeting = Handelingen { $kamer } { $session }, nr. { $first }
name-record-pages = Handelingen { $kamer } { $session }, p. { $first }-{ $last }
name-answers = Aanhangsel Handelingen { $kamer } { $session }, nr. { $first }
name-questions = Kamervragen { $number }
name-staatsblad = Staatsblad { $number }
name-staatscourant = Staatscourant { $number }
name-tractatenblad = Tractatenblad { $number }
name-bijlage = Bijlage { $number }
name-zaak = Zaak { $number } van de Tweede Kamer
name-tk-document = Document { $number } van de Tweede Kamer
name-bwb = Regeling { $number }
name-eu-regulation = EU-verordening { $number }
name-eu-directive = EU-richtlijn { $number }
name-eu-decision = EU-besluit { $number }
name-eu-framework-decision = EU-kaderbesluit { $number }
name-eu-recommendation = EU-aanbeveling { $number }
and = { $before } en { $last }

## Wat er van een stuk bekend is

known-senders = { $count ->
    [one] Afzender
   *[other] Afzenders
}: { $senders }
known-dossier = Dossier { $dossier }: { $title }
known-pages = { $count ->
    [one] 1 pagina
   *[other] { $count } pagina’s
}
known-replaced = Vervangen door { $papers }
known-from = Bekend uit { $sources }
known-from-letter = { $path }
known-until = De lijsten gaan t/m { $until }; bijwerken: griffier catalogue fetch
known-until-never = Geen lijst is ergens volledig in; ophalen: griffier catalogue fetch
known-from-list = de lijst { $list } (t/m { $until })
known-from-open-list = de lijst { $list }
known-letters = { $count ->
    [one] één brief in dit corpus
   *[other] { $count } brieven in dit corpus
}
known-from-nothing = Staat niet in dit corpus en niet in een lijst
known-cited = { $count ->
    [0] In dit corpus nergens aangehaald
    [one] In dit corpus één keer aangehaald
   *[other] In dit corpus { $count } keer aangehaald
}
known-cited-so-far = { $cited } (voor zover nu gelezen)
list-differs-date = De lijst noemt een andere datum: { $date }
list-differs-title = De lijst noemt een andere titel: { $other }
list-differs-kind = De lijst noemt een andere soort: { $other }
page-papers = { $count ->
    [one] 1 stuk
   *[other] { $count } stukken
}, waarvan { $letters } in dit corpus
symbol-footnote = Noot { $label }
page-cited = { $count } keer aangehaald

## Wat eraan mankeert

complaint-error = Fout: { $finding }
complaint-warning = Waarschuwing: { $finding }
complaint-info = Opmerking: { $finding }
complaint-hint = Hint: { $finding }

## Waarom een verwijzing dit stuk bedoelt

why-inferred-number = Het dossier staat niet bij dit nummer; het is dat van “{ $words }”
why-inferred-own-dossier = Het dossier staat niet bij dit nummer; het is dat van de brief zelf
why-inferred-ibidem = De bron die ervoor genoemd is: “{ $words }”
why-inferred-note = De bron in die noot: “{ $words }”
why-inferred-aforementioned = Eerder in de brief aangehaald als “{ $words }”
why-inferred-defined-name = De brief noemt “{ $words }” verder zo
why-inferred-mover = Eerder in de brief aangehaald als “{ $words }”, van dezelfde indiener
why-inferred-date = Het enige stuk van die datum dat de brief aanhaalt: “{ $words }”
why-joint = Het nummer telt in het dossier dat voorop staat, { $owner }; het stuk hoort ook bij { $others }
why-kingdom-number = Het nummer van de rijkswet (R) hoort niet bij het officiële nummer
why-record-pages = Tot en met 2010 liepen de bladzijden van de Handelingen door, en noemt een publicatie ze in haar nummer
why-chamber-of-letter = De Kamer staat er niet bij; het is die van de brief
why-pages-unlisted = Welke publicatie deze bladzijden bevat, is alleen met een lijst te zeggen
why-record-unpublished = Deze Handelingen hebben geen officieel nummer; die van vóór 1995 staan in Staten-Generaal Digitaal
why-session-coded = Stukken van de Eerste Kamer van 1994 tot 2010 zijn per vergaderjaar genummerd
why-letter = Een letter in plaats van een nummer: een stuk van de Eerste Kamer
why-letter-not-fund = De letter { $letter } is hier een stuk van de Eerste Kamer, geen begrotingsfonds: er volgt geen nummer
why-fund = De letter achter dit begrotingsdossier is een begrotingsfonds: er volgt een nummer
why-no-session = Het vergaderjaar doet niet ter zake: het nummer is ook zonder jaar uniek
why-range = Dit stuk staat niet met zoveel woorden in de brief, maar valt binnen de reeks
