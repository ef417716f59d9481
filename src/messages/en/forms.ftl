### The forms of citations: griffier explain forms

forms-title = The forms of citations
forms-intro = These forms are recognised. Beside each example stands what it means: the official identifier, with the page.
forms-by-page = the identifier follows from the page, by a list of what exists
forms-no-identifier = recognised, but without an official identifier
forms-unconfirmed = once a list knows it

family-kamerstuk = Parliamentary papers (Kamerstukken)
family-handelingen = Record of debates (Handelingen)
family-aanhangsel = Answers to written questions (Aanhangsel van de Handelingen)
family-zaak = Written questions, cases and documents of the Tweede Kamer
family-bijlage = Attachments and other papers without a number of their own
family-staatsblad = Official journals: Staatsblad, Staatscourant and Tractatenblad
family-eu = European Union
family-ecli = Case law
family-bwb = Legislation
family-inferred = What does not say it all itself

form-house-style = The house style of printed letters: keyword, dossier with a space, number.
form-chamber-and-session = With chamber and session year, as the Leidraad and the Aanwijzingen prescribe.
form-eerste-kamer-letter = A paper of the Eerste Kamer: a letter, and before 2003 a number with a small letter.
form-several-numbers = Several numbers of one dossier, one by one or as a range, each with its page.
form-several-papers = Papers of several dossiers, chambers or sessions, with the keyword named once.
form-joint-paper = One paper of several dossiers; its number belongs to the first.
form-whole-dossier = A whole dossier, without the number of a paper.
form-keyword-dash = With a dash or parentheses between dossier and number.
form-words-between = With words that tell the kind of paper between dossier, number and page.
form-bill-for-the-kingdom = A bill for the Kingdom, whose R number hardly ever stands in the official identifier.
form-named-chamber = With the name of the chamber in place of a keyword.
form-annex-to-the-record = As an annex to the record of debates, the way old papers are cited.
form-document-called-kamerstuk = A document number of the Tweede Kamer that is called a Kamerstuk.
form-short-keyword = With a short keyword: TK, EK, Kst., Parl. St., or the session year alone.

form-record-item = An item of a meeting from 2011 on, with or without a page, also as 12-3-8.
form-record-meeting = A whole meeting from 2011 on.
form-record-joint-sitting = A meeting of both chambers together.
form-record-page = Pages of a meeting until the end of 2010; only a list knows which publication holds them.
form-record-of-a-day = The debates of a day, which without a meeting have no identifier.
form-answers = Answers to written questions; without a chamber those of the chamber of the letter.
form-answers-session-first = The session year in front of the word Aanhangsel.
form-answers-as-questions = Answers as officielebekendmakingen.nl calls them.
form-answers-half-typed = An identifier whose session year is written as in print.
form-questions = Written questions that await their answer, by their case number.
form-case-number = A case number of the Tweede Kamer.
form-document-number = A document number of the Tweede Kamer.

form-bare-dash = Dossier and number joined by a dash, without the word Kamerstuk.
form-bare-number = Dossier and number without the word Kamerstuk.
form-number-before-dossier = The number first and its dossier in parentheses, as the Handelingen print it.
form-bare-dossier = A dossier without the word Kamerstuk: in parentheses, or with a budget chapter, the number of a Kingdom act or EK behind it.

form-staatsblad = The Staatsblad: year and number.
form-staatscourant = The Staatscourant: year and number, or the day and the number.
form-tractatenblad = The Tractatenblad: year and number.
form-eu-regulation = A regulation of the European Union; until 2015 the year stands last, since then it stands first.
form-eu-directive = A directive of the European Union, also behind its name.
form-eu-decision = A decision, framework decision or recommendation of the European Union.
form-celex = The CELEX number of a document of the European Union.
form-eu-document = A document of the European Commission; whether a COM is a proposal its number does not tell.
form-eu-journal = The Official Journal of the European Union: series and number, with or without the year.
form-ecli = A judgment, by its European number.
form-bwb = An act, by its number in the Basiswettenbestand.
form-jci = A place within an act, as wetten.overheid.nl refers to it.
form-typed-identifier = The official identifier as it is typed.
form-address = The address of an official page, also over a line end.

form-number-of-a-paper-before = A number whose dossier was named before.
form-the-same-again = The same paper again, with another page: idem, ibid., t.a.p.
form-paper-mentioned-before = A paper that was mentioned before: genoemde brief, voornoemd Kamerstuk.
form-name-that-the-letter-gave = A name that the letter itself gives to a paper with “hierna”.
form-paper-of-a-date = A paper that is named by its date.
form-motion-by-name = A motion or amendment that is named by its mover.
