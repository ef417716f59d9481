### What an editor shows at a citation

## Names

name-kamerstuk = Kamerstuk { $paper }
name-dossier = Dossier { $dossier }
name-record-item = Handelingen { $kamer } { $session }, nr. { $first }, item { $last }
name-record-meeting = Handelingen { $kamer } { $session }, nr. { $first }
name-record-pages = Handelingen { $kamer } { $session }, p. { $first }-{ $last }
name-answers = Aanhangsel Handelingen { $kamer } { $session }, nr. { $first }
name-questions = Written questions { $number }
name-staatsblad = Staatsblad { $number }
name-staatscourant = Staatscourant { $number }
name-tractatenblad = Tractatenblad { $number }
name-bijlage = Attachment { $number }
name-zaak = Case { $number } of the Tweede Kamer
name-tk-document = Document { $number } of the Tweede Kamer
name-bwb = Act { $number }
name-eu-regulation = EU Regulation { $number }
name-eu-directive = EU Directive { $number }
name-eu-decision = EU Decision { $number }
name-eu-framework-decision = EU Framework Decision { $number }
name-eu-recommendation = EU Recommendation { $number }
and = { $before } and { $last }

## What is known of a paper

known-senders = { $count ->
    [one] Sender
   *[other] Senders
}: { $senders }
known-dossier = Dossier { $dossier }: { $title }
known-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
known-replaced = Replaced by { $papers }
known-from = Known from { $sources }
known-from-letter = { $path }
known-until = The lists go up to { $until }; to bring them up to date: griffier catalogue fetch
known-until-never = No list is complete in anything; to fetch one: griffier catalogue fetch
known-from-list = the list { $list } (until { $until })
known-from-open-list = the list { $list }
known-letters = { $count ->
    [one] one letter in this corpus
   *[other] { $count } letters in this corpus
}
known-from-nothing = Neither in this corpus nor in a list
known-cited = { $count ->
    [0] Cited nowhere in this corpus
    [one] Cited once in this corpus
   *[other] Cited { $count } times in this corpus
}
known-cited-so-far = { $cited } (as far as it has been read)
list-differs-date = The list gives another date: { $date }
list-differs-title = The list gives another title: { $other }
list-differs-kind = The list gives another kind: { $other }
page-papers = { $count ->
    [one] 1 paper
   *[other] { $count } papers
}, { $letters } of them in this corpus
symbol-footnote = Note { $label }
page-cited = { $count ->
    [one] cited once
   *[other] cited { $count } times
}

## What is wrong with it

complaint-error = Error: { $finding }
complaint-warning = Warning: { $finding }
complaint-info = Note: { $finding }
complaint-hint = Hint: { $finding }

## Why a citation means this paper

why-inferred-number = No dossier stands beside this number; it is that of “{ $words }”
why-inferred-own-dossier = No dossier stands beside this number; it is that of the letter itself
why-inferred-ibidem = The source that was named before: “{ $words }”
why-inferred-note = The source in that note: “{ $words }”
why-inferred-aforementioned = Cited earlier in the letter as “{ $words }”
why-inferred-defined-name = The letter gives “{ $words }” this name
why-inferred-mover = Cited earlier in the letter as “{ $words }”, by the same member
why-inferred-date = The only paper of that date that the letter cites: “{ $words }”
why-joint = The number counts in the dossier that stands first, { $owner }; the paper also belongs to { $others }
why-kingdom-number = The number of the Kingdom act (R) is not part of the official number
why-record-pages = Until the end of 2010 the pages of the Handelingen ran on, and a publication names them in its number
why-chamber-of-letter = It names no chamber; that of the letter is meant
why-pages-unlisted = Only a list can tell which publication holds these pages
why-record-unpublished = This part of the record has no official number; what is older than 1995 stands in Staten-Generaal Digitaal
why-session-coded = Papers of the Eerste Kamer from 1994 to 2010 are numbered by session
why-letter = A letter instead of a number: a paper of the Eerste Kamer
why-letter-not-fund = The letter { $letter } is a paper of the Eerste Kamer here and not a budget fund: no number follows
why-fund = The letter behind this budget dossier is a budget fund: a number follows
why-no-session = The session year does not matter: the number is unique without it
why-range = The letter does not name this paper in so many words, but it lies within the range
