### cli

## Help: headings and names of values

help-heading-usage = Usage
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-global = Global options
help-heading-examples = Examples
value-options = OPTIONS
value-command = COMMAND
value-dir = DIR
value-path = PATH
value-paths = PATHS
value-file = FILE
value-id = ID
value-dossier = DOSSIER
value-text = TEXT
value-code = CODE
value-n = N
value-session = SESSION
value-date = DATE
value-name = NAME
value-shell = SHELL

## Help: griffier

help =
    Griffier reads parliamentary letters with you: it recognises every citation of a
    parliamentary paper, looks it up and says what is wrong with it.
help-examples =
    griffier check
      checks all letters in this folder
    griffier show "Kamerstuk 29 521, nr. 385"
      tells what is known of a paper
    griffier check --help
      explains a command
help-root = The workspace (default: the nearest folder with griffier.toml or .git)
help-lang = The language of messages: nl or en (default: $GRIFFIER_LANG, else the setting language)
help-color = Colours: auto, always or never
help-help = Prints this help
help-version = Prints the version

## Help: the commands

help-check = Checks the citations in letters
help-check-paths = Letters, Word files (only those that are named) and folders of letters (default: all letters of the workspace)
help-check-format = For people (human) or for programs (json, sarif, github)
help-check-exit-zero = Exits with 0 even where something is wrong
help-check-examples =
    griffier check
      checks all letters of the workspace
    griffier check draft.md letters/2025
      checks one letter and a folder
    griffier check letter.docx
      checks a Word file, with the paragraph or footnote of every finding
    griffier check --fix
      mends what is certain; --diff first shows what that would be
    griffier check --write-baseline known.txt
      is silent from now on, with --baseline known.txt, about what is there already
    griffier check - --fix --stdin-filename letters/draft.md < draft.md
      hands on the mended text, as an editor asks for it
    griffier check --format json | jq '.files[].findings[].code'
      hands the findings to another program

      Exit code: 0 where nothing is wrong, 1 on a warning or an error,
      2 where it could not check.
help-cite = Prints the citations in one text
help-cite-path = The text or Word file, or - for the standard input
help-cite-format = A table (text) or JSON (json)
help-cite-resolve = Looks up in the lists of the workspace what the text alone does not settle
help-cite-style = Prints every citation in a style, too: that of printed letters (kamer), the Leidraad voor juridische auteurs (leidraad) or the Aanwijzingen voor de regelgeving (aanwijzingen)
help-cite-examples =
    griffier cite letter.txt
      prints place, paper and words of every citation
    pdftotext letter.pdf - | griffier cite --format json
      reads from another program and writes JSON
help-show = Tells what is known of a paper
help-show-id = The paper, in any spelling: kst-29521-385, a web address, or a citation
help-show-examples =
    griffier show kst-29521-385
      looks up by the official number
    griffier show Kamerstuk 29 521, nr. 385
      looks up by a citation as it stands in a letter
help-refs = Finds where a paper or dossier is cited, in any spelling
help-refs-paper = The paper or dossier, or a citation between quotation marks
help-refs-paths = Files and folders to search; without: the letters of the workspace
help-refs-count = Prints only how often, for each letter
help-refs-files = Prints only which letters
help-refs-format = Lines as of a search (text) or JSON (json)
help-refs-examples =
    griffier refs kst-29521-385
      prints place and line of every citation of a paper
    griffier refs "Kamerstuk 29 521, nr. 385" letters/2025
      searches one folder for what this citation means
    griffier refs 29521 --count
      counts for each letter the citations of a dossier and its papers

      Exit code: 0 where something was found, 1 where nothing was found,
      2 where it could not be searched.
help-index = Brings the index of letters up to date, or tells what is in it
help-index-paths = A folder or letter in the workspace (the current folder otherwise)
help-index-rebuild = Reads all letters again and makes a new index
help-index-verify = Compares everything in the index with the letters; exit code 1 where something is wrong or behind
help-index-stats = Tells how much there is, how old it is, and what the lists lack
help-index-format = Lines to read (human) or JSON (json)
help-index-dump = Shows everything that is in the index
help-index-examples =
    griffier index
      reads what has changed since last time
    griffier index --stats
      tells what is in the index
    griffier index --verify
      checks whether the index is right
help-generate-corpus = Writes an invented archive of letters, to measure with
help-generate-corpus-number = So many letters, of six kB with eight citations each
help-generate-corpus-into = The folder, which is made where it is not there yet
help-generate-corpus-seed = The same number gives the same letters (1 otherwise)
help-generate-corpus-examples =
    griffier generate-corpus 100000 --into /tmp/archive --seed 7
      writes a hundred thousand letters
help-measure = Measures how well a table of citations is read
help-measure-file = The table: columns raw, kind, expected and pin, with tabs between them
help-measure-format = A table (text) or JSON (json)
help-measure-resolve = Looks up in the lists of the workspace what the text alone does not settle
help-measure-rows = Names every row, too, that was not read completely
help-measure-examples =
    griffier measure citations.tsv --resolve --rows
      counts by kind what is complete, too much and missed, and names the rows
help-explain = Explains a rule, with a wrong and a right example
help-explain-code = The code of the rule, or forms: the forms that are recognised (default: all rules)
help-explain-examples =
    griffier explain
      lists all rules
    griffier explain unknown-document
      explains the rule about unknown papers
    griffier explain forms
      shows all forms of citations that are recognised
help-init = Makes a workspace of a folder, with a griffier.toml that explains itself
help-init-examples =
    griffier init
      writes griffier.toml in this folder
    griffier init --root ~/letters
      writes it in another folder
help-catalogue = Manages the lists of what exists
help-catalogue-examples =
    griffier catalogue list
      lists them, and until when they are complete
help-catalogue-list = Lists the lists, and until when they are complete
help-catalogue-list-examples =
    griffier catalogue list
      lists your own lists and those of this workspace
help-catalogue-add = Adds a list to your own settings
help-catalogue-add-file = The list: official numbers or JSON records (griffier schema catalogue-record), one a line, also as .gz or .xz
help-catalogue-add-family = The series that it is complete in (default kst: parliamentary papers)
help-catalogue-add-from-dossier = Complete from this dossier number on
help-catalogue-add-from-session = Complete from this session on
help-catalogue-add-until = Complete up to and including this day
help-catalogue-add-workspace = Adds to griffier.toml of the workspace, for all who use it
help-catalogue-add-examples =
    griffier catalogue add kst_ids.txt.xz --from-dossier 29000 --until 2025-02-15
      a list of all papers from dossier 29 000 on, up to and including 15 February 2025
    griffier catalogue add --workspace lists/own.txt
      papers that exist; that others are absent means nothing
help-catalogue-fetch = Gets the list of all published papers, or brings it up to date
help-catalogue-fetch-families = Only these series: kst, h, ah, kv (default these four), and tkd: document numbers of the Tweede Kamer
help-catalogue-fetch-since = Only papers of this day and later
help-catalogue-fetch-dossier = Only the papers of this dossier
help-catalogue-fetch-rebuild = Fetches everything anew; until that is done the old list counts
help-catalogue-fetch-dry-run = Says what would be fetched, and for that only asks how much there is
help-catalogue-fetch-examples =
    griffier catalogue fetch
      gets everything the first time, and later only what is new or changed
    griffier catalogue fetch --families kst,ah --since 2020-09-15
      only papers and answers of 15 September 2020 and later
    griffier catalogue fetch --dossier 36410-XVI
      only the papers of that dossier
help-catalogue-verify = Reads all lists anew and says what is wrong with them
help-catalogue-verify-examples =
    griffier catalogue verify
      reads your own lists and those of this workspace
help-fetch = Gets papers themselves from the official publications, and makes letters of them
help-fetch-ids = The papers, in whatever spelling; of a dossier all papers that the workspace lacks
help-fetch-dossier = All papers of this dossier that the workspace lacks
help-fetch-cited-by = All papers that these letters cite and that the workspace lacks
help-fetch-into = The folder that the letters go to (default the first folder of corpus.letters)
help-fetch-force = Replaces letters too that were edited, and keeps a copy of them
help-fetch-dry-run = Says what would be fetched, and asks nothing
help-fetch-examples =
    griffier fetch "Kamerstuk 29 521, nr. 385"
      fetches that paper
    griffier fetch --cited-by brief.md
      fetches everything that the letter cites and that is not there yet
    griffier fetch --dossier 36410-XVI --into dossiers/vws
      fetches a whole dossier, as far as the list knows it
help-config = Prints the settings in force, and where they come from
help-config-examples =
    griffier config
      prints them as TOML
help-doctor = Finds out why something does not work
help-doctor-examples =
    griffier doctor
      prints version, workspace, settings, letters, lists and cache
help-lsp = Serves an editor (Language Server Protocol)
help-lsp-stdio = Speaks over the standard streams; it always does
help-lsp-examples =
    griffier lsp
      is started by the editor, not by you
help-schema = Prints the JSON Schema of a form
help-schema-name = The form (default: the names of all forms)
help-schema-examples =
    griffier schema
      lists the forms
    griffier schema griffier.toml
      prints the schema of the settings
help-completions = Writes the completions for a shell
help-completions-shell = bash, elvish, fish, powershell or zsh
help-completions-examples =
    griffier completions bash > ~/.local/share/bash-completion/completions/griffier
      completes commands and options from now on

## Errors in the command line

usage-usage =
    Usage: { $usage }
    For more, try --help.
usage-unknown-option = unknown option { $argument }
usage-one-too-many = { $argument } is one too many
usage-unknown-command = unknown command { $command }
usage-invalid-value = { $argument } cannot be “{ $value }”
usage-no-value = a value is missing after { $argument }
usage-missing = { $argument } is missing
usage-missing-command = a command is missing
usage-twice = { $argument } is given twice
usage-conflict = { $argument } does not go with { $other }
usage-not-unicode = one of the arguments is not readable text
usage-other = the command is not understood ({ $error })
usage-meant = did you mean { $text }?
usage-possible = choose from { $text }

## What goes wrong

cli-error = error
cli-warning = warning
cli-help = help
cli-cannot-read = cannot read { $path }: { $reason }
cli-cannot-read-stdin = cannot read the standard input: { $reason }
cli-cannot-write = cannot write { $path }: { $reason }
cli-cannot-print = cannot print the result: { $reason }
cli-advice-not-found = see whether the name is right; paths count from the folder that you are in
cli-advice-not-readable = ask the owner for permission to read, or look at it with: ls -l { $path }
cli-advice-not-writable = choose a folder that you may write to
cli-advice-disk-full = make room and try again; nothing was written by halves
cli-too-large = { $path } is larger than { $limit } MB, which no letter is
cli-advice-too-large = name such a file to have it checked all the same: griffier check { $path }
cli-stdin = the standard input
cli-advice-folder = to check a folder: griffier check { $path }
usage-form-day = write a day like this: 2025-02-15
usage-form-dossier = write a dossier without a space: 29000
usage-form-session = write a session like this: 2010-2011
cli-not-text = { $path } is not text: byte { $at } does not occur in any text
cli-advice-not-text = make text of it first, for instance with pdftotext or save it from Word as plain text

## cite

cli-reads-stdin = reads from the keyboard; end with Ctrl-D
cli-no-citations = no citations found
cite-no-words-in-style = (cannot be written in this style with what stands here)

## What a check found

report-error = error
report-warning = warning
report-info = info
report-hint = hint
report-help = help
report-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
report-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
report-infos = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
}
report-hints = { $count ->
    [one] 1 hint
   *[other] { $count } hints
}
report-and = { $before }, { $part }
report-summary = { $letters ->
    [one] 1 letter checked: { $findings }.
   *[other] { $letters } letters checked: { $findings }.
}
report-nothing = { $letters ->
    [one] 1 letter checked: nothing to remark.
   *[other] { $letters } letters checked: nothing to remark.
}

## explain

explain-wrong = Wrong:
explain-right = Right:
explain-setting = To switch it off in griffier.toml (or say hint, info, warning or error):
explain-setting-on = To switch it on in griffier.toml (or say hint, info, warning or error):
explain-off = off
explain-needs-letters = This rule is silent about papers of which nothing is known but that they exist: it reads their letter in the workspace, or a list that tells more of them.
explain-needs-catalogue = This rule is silent as long as there is no list of what exists: fetch one with griffier catalogue fetch.
explain-unknown = there is no rule { $code }
explain-unknown-advice = griffier explain lists all rules

## schema

schema-unknown = there is no form { $name }

## init

init-done = { $path } is made; everything in it is a comment.
init-exists = { $path } exists already and stays as it is
init-exists-advice = change the file itself, or name another folder with --root
init-intro =
    The settings of Griffier for this folder and everything below it.
    What is a comment here does nothing: remove the # to make it count.
    All settings and their values: griffier schema griffier.toml
init-language = The language of messages: "nl" or "en".
init-letters = Where the letters are: folders or patterns. Without this line that is the whole folder.
init-catalogue =
    A list of what exists: official numbers, one a line, also as .gz or .xz.
    Its coverage says what it is complete in. Only within that does Griffier
    warn of a paper that is not in it.
init-findings = What is said of citations, and how loudly.
init-style = The style of citation: "kamer", "leidraad" or "aanwijzingen".
init-severity =
    By rule: "off", "hint", "info", "warning" or "error".
    griffier explain lists the rules.

## check

cli-reading-letters = Reading the letters of the workspace
cli-root-no-folder = { $path } is not a folder, which a workspace has to be
check-progress = Checking letters
check-explain = To explain a code: griffier explain { $code }
check-no-lists = without a list it was not checked whether the papers exist; fetch one with griffier catalogue fetch

## show

show-no-paper = “{ $text }” is no paper
show-no-paper-advice = write for instance kst-29521-385, 29521 or "Kamerstuk 29 521, nr. 385"

## config

config-head = The settings in force in { $root }
config-from = from { $origin }
config-default = default

## catalogue

catalogue-none = there are no lists of what exists
catalogue-none-advice = fetch one with griffier catalogue fetch, or add a list of your own with griffier catalogue add
catalogue-refresh = to bring it up to date: griffier catalogue fetch
catalogue-heading = { $path } (from { $origin })
catalogue-papers = { $count ->
    [one] 1 paper
   *[other] { $count } papers
}
catalogue-records = { $count ->
    [one] of 1 paper or dossier also title, kind, date or sender
   *[other] of { $count } papers and dossiers also title, kind, date or sender
}
catalogue-claims-nothing = complete: in nothing, so what is absent may exist all the same
catalogue-claims-all = complete: { $family }, up to and including { $until }
catalogue-claims-from-dossier = complete: { $family } from dossier { $from }, up to and including { $until }
catalogue-claims-from-session = complete: { $family } from session { $from }, up to and including { $until }
catalogue-repeated = { $count ->
    [one] 1 line repeats an earlier one
   *[other] { $count } lines repeat an earlier one
}
catalogue-highest = highest dossier: { $dossier }
catalogue-compiled = in the cache: sound
catalogue-not-compiled = in the cache: not yet; it comes with the first use
catalogue-bad-line = line { $line } is no identifier: “{ $text }”
catalogue-bad-record = line { $line } is no record, or has no valid “identifier”: “{ $text }”
catalogue-bad-value = line { $line }: the value of “{ $key }” cannot be understood; the rest of the line counts
catalogue-bad-lines = { $count ->
    [one] and 1 more line with something wrong
   *[other] and { $count } more lines with something wrong
}
catalogue-compiled-damaged = the compiled form { $path } is damaged; the first use makes a new one
catalogue-compiled-unreadable = cannot read the compiled form { $path }: { $reason }
catalogue-added = added to { $path }: { $papers }
catalogue-added-bad-lines = not every line can be understood; griffier catalogue verify shows the first
catalogue-already = this list is in { $path } already
catalogue-otherwise = { $list } is in { $path } already, with another coverage
catalogue-otherwise-advice = change coverage in that file
catalogue-no-home = this system has no folder for your own settings
catalogue-no-home-advice = give --workspace to put the list into griffier.toml of the workspace
catalogue-not-within = { $list } is outside the workspace { $root }, where a workspace does not read
catalogue-not-within-advice = leave out --workspace, or put the list into the workspace
catalogue-settings-broken = { $path } is not valid TOML; nothing was changed
catalogue-settings-broken-advice = mend first what griffier config reports
catalogue-settings-closed = in { $path } the lists stand in a way that nothing can be added below; nothing was changed
catalogue-settings-closed-advice =
    add a list yourself that agrees with
    { $table }

## doctor

doctor-version = version
doctor-root = workspace
doctor-settings = settings
doctor-own-settings = own settings
doctor-language = language
doctor-letters = letters
doctor-lists = lists
doctor-cache = cache
doctor-editors = editors
doctor-text = { $text }
doctor-file = { $path }
doctor-no-file = { $path } (not there; it need not be)
doctor-letters-count = { $count }
doctor-no-lists = none; fetch one with griffier catalogue fetch
doctor-lists-refresh = to bring them up to date: griffier catalogue fetch
doctor-list = { $name }: { $papers }, complete up to and including { $until }
doctor-list-incomplete = { $name }: { $papers }, complete in nothing
doctor-editors-hint =
    Neovim: put editors/nvim into runtimepath and call vim.lsp.enable('griffier')
    Visual Studio Code: install the extension; if it does not find griffier, set griffier.server.path
doctor-cache-none = this system has no folder for the cache; name one in GRIFFIER_CACHE_DIR
doctor-cache-unwritable = cannot write to the cache { $path }: { $reason }
doctor-well = all is well
doctor-unwell = the above wants attention

## measure

measure-no-column = the table has no column { $name }
measure-rows = rows
measure-complete = complete
measure-extra = extra
measure-missed = missed
measure-alone = alone
measure-sentence = in a sentence
measure-all = all
measure-expected = expected
measure-found = found

## index

index-progress = Reads letters
index-verify-progress = Compares the index with the letters
index-done =
    { $letters ->
        [one] one letter
       *[other] { $letters } letters
    }{ "" } in the index, with { $citations ->
        [one] one citation
       *[other] { $citations } citations
    }; { $read ->
        [0] nothing had changed
        [one] one letter was read
       *[other] { $read } letters were read
    }
index-stats-file = index
index-stats-size = size
index-stats-letters = letters
index-stats-letters-text = { $count }, { $papers } of them with an identifier; { $size } together
index-stats-citations = citations
index-stats-citations-text =
    { $count }, of { $papers ->
        [one] one paper
       *[other] { $papers } papers
    }
index-stats-unresolved = not found
index-stats-unresolved-text =
    { $count ->
        [one] one citation
       *[other] { $count } citations
    }{ $unverifiable ->
        [0] { "" }
       *[other] ; of { $unverifiable } more nothing can be said, since no list reaches that far
    }
index-stats-age = age
index-stats-age-text = made { $made }, last changed { $changed }
index-stats-catalogue = list
index-rebuild-advice = make the index anew with: griffier index --rebuild
index-flaw-whole = a part of the index is damaged
index-flaw-damaged = { $path }: what the index has of it is damaged
index-flaw-differs = { $path }: the index says otherwise than the letter, which has not changed
index-flaw-changed = { $path }: the letter has changed since it was read
index-flaw-gone = { $path }: the letter has gone
index-flaw-unreadable = { $path }: the letter can no longer be read
index-flaw-new = { $path }: the letter is not in the index yet
index-flaws-more = and { $count } more
index-verified = compared { $letters } letters and { $citations } citations: the index is right
index-at-fault = compared { $letters } letters and { $citations } citations: the index is not right
index-behind = compared { $letters } letters and { $citations } citations: the index is behind
index-update-advice = update the index with: griffier index
index-unwritable = cannot update the index in { $folder }: { $reason }
index-unverified = cannot compare the index in { $folder }: { $reason }
size-kilobytes = { $count } kB
size-megabytes = { $whole }.{ $tenths } MB
ago-moments = just now
ago-minutes =
    { $count ->
        [one] a minute ago
       *[other] { $count } minutes ago
    }
ago-hours =
    { $count ->
        [one] an hour ago
       *[other] { $count } hours ago
    }
ago-days =
    { $count ->
        [one] a day ago
       *[other] { $count } days ago
    }

## Help: griffier annotate

help-annotate = Makes, shows and guards notes on letters
help-annotate-examples =
    griffier annotate add brief.md --quote "zeg ik u toe" --tag toezegging
      makes a note on a passage
    griffier annotate list brieven --tag toezegging --open
      shows the commitments that are still open
    griffier annotate export brief.md -o brief.html
      makes a page of the letter with its notes in the margin
help-annotate-add = Makes a note on a passage or on a whole letter
help-annotate-add-file = The letter
help-annotate-add-quote = The words of the passage; without: on the whole letter
help-annotate-add-prefix = What stands before it, where those words stand more than once
help-annotate-add-suffix = What stands behind it, where those words stand more than once
help-annotate-add-tag = A tag; may be given more than once
help-annotate-add-body = The text of the note, in Markdown
help-annotate-add-link = A paper that belongs to it, in any spelling; may be given more than once
help-annotate-add-reply-to = The identifier of the note that this one answers
help-annotate-add-question = The note is a question
help-annotate-add-creator = Who makes the note (else the setting annotation.creator, else the name in git)
help-annotate-add-format = A line to read (human) or JSON (json)
help-annotate-add-examples =
    griffier annotate add brief.md --quote "voor de zomer" --tag termijn --body "1 juli"
      makes a note with a tag and a text
    griffier annotate add brief.md --quote "de motie" --prefix "Ik ontraad"
      chooses among places with the same words

      Exit code: 0 when the note was made, 2 when the words are not there or more than once.
help-annotate-list = Shows the notes on letters
help-annotate-list-paths = Letters and folders of letters (else all letters of the workspace)
help-annotate-list-format = Lines to read (human), JSON (json) or a table for a spreadsheet (csv)
help-annotate-list-tag = Only with this tag; may be given more than once
help-annotate-list-person = Only by who is called so, or whose name contains this; may be given more than once
help-annotate-list-state = Only in this state: in its place (anchored), elsewhere (moved), in other words (approximate), several places possible (ambiguous) or lost (orphaned); may be given more than once
help-annotate-list-resolved = Only what has been resolved
help-annotate-list-open = Only what is still open
help-annotate-list-since = Only of this day or later
help-annotate-list-until = Only of this day or earlier
help-annotate-list-paper = Only with a link to this paper or dossier; may be given more than once
help-annotate-list-words = Only with this word in text, tag or passage; may be given more than once
help-annotate-list-examples =
    griffier annotate list --tag toezegging --open
      shows the commitments that are still open
    griffier annotate list brieven/2025 --state orphaned
      shows the notes whose passage is lost
    griffier annotate list --format csv > notities.csv
      makes a table that Excel opens
help-annotate-reanchor = Has notes hold on to where their passage stands now, where that is certain
help-annotate-reanchor-paths = Letters and folders of letters (else all letters of the workspace)
help-annotate-reanchor-dry-run = Shows only what would change
help-annotate-reanchor-examples =
    griffier annotate reanchor --dry-run
      shows what is known of every note that has moved
help-annotate-check = Sees whether notes and their files are in order
help-annotate-check-paths = Letters and folders of letters (else all letters of the workspace)
help-annotate-check-fix = Mends what is certain
help-annotate-check-examples =
    griffier annotate check
      names notes that have moved or are lost, and files that are not right

      Exit code: 0 when nothing is wrong, 1 when something is,
      2 when something could not be read.
help-annotate-export = Gives letters with their notes as a page, a table or JSON-LD
help-annotate-export-paths = Letters and folders of letters (else all letters of the workspace)
help-annotate-export-format = A page to read and print (html), a table (csv) or W3C annotations (jsonld)
help-annotate-export-output = The file (else the standard output)
help-annotate-export-tag = Only with this tag; may be given more than once
help-annotate-export-person = Only by who is called so, or whose name contains this; may be given more than once
help-annotate-export-state = Only in this state: anchored, moved, approximate, ambiguous or orphaned; may be given more than once
help-annotate-export-resolved = Only what has been resolved
help-annotate-export-open = Only what is still open
help-annotate-export-since = Only of this day or later
help-annotate-export-until = Only of this day or earlier
help-annotate-export-paper = Only with a link to this paper or dossier; may be given more than once
help-annotate-export-words = Only with this word in text, tag or passage; may be given more than once
help-annotate-export-examples =
    griffier annotate export brief.md -o brief.html
      makes a page of the letter with its notes in the margin
    griffier annotate export brieven --format csv -o notities.csv
      makes a table of all notes in a folder

## griffier annotate

annotate-says-nothing = a note without text, tag and paper says nothing
annotate-advice-says-nothing = give --body, --tag or --link
annotate-no-note = there is no such note on this letter
annotate-advice-no-note = griffier annotate list --format json shows the identifiers
annotate-tag-unknown = “{ $tag }” is no tag of this workspace, and others are not allowed here (annotation.closed)
annotate-advice-tag-unknown = choose from: { $tags }
annotate-quote-absent = those words do not stand like that in { $path }
annotate-advice-quote-absent = take them over literally; blanks and line ends do not count
annotate-quote-ambiguous = those words stand { $count } times in { $path }
annotate-advice-quote-ambiguous = say with --prefix or --suffix what stands before or behind them
annotate-none = No notes.
annotate-exported = Written: { $path }
annotate-reanchored =
    { $moved ->
        [one] One note holds on to its new place
       *[other] { $moved } notes hold on to their new places
    }, { $lost } lost or uncertain.
annotate-would-reanchor =
    { $moved ->
        [one] One note would hold on to its new place
       *[other] { $moved } notes would hold on to their new places
    }, { $lost } lost or uncertain.
annotate-checked =
    { $count ->
        [one] One note looked at
       *[other] { $count } notes looked at
    }: { $wrong ->
        [0] nothing wrong.
        [one] one thing wrong.
       *[other] { $wrong } things wrong.
    }
annotate-check-renamed = this letter is gone, and { $letter } says the same; griffier annotate check --fix takes the notes along
annotate-check-taken-along = this letter is called { $letter } now; the notes have gone along
annotate-check-empty = the passage of this note is empty
annotate-check-disagree = the place and the words of this note disagree; “{ $quote }” stands here (griffier annotate check --fix records that)
annotate-check-unread = the passage of this note is told in a way that Griffier does not know; point it out anew in an editor
annotate-check-answers-nothing = this answers a note that is gone
annotate-check-conflict = this note was changed in two places at once, and this is the other version: delete what is not to stay
annotate-check-moved = “{ $quote }” stands here now; griffier annotate reanchor keeps that
annotate-check-approximate = the words here have changed; the note was about “{ $quote }”
annotate-check-ambiguous = “{ $quote }” may be meant in several places
annotate-check-tag-spelled = the tag “{ $tag }” is called “{ $meant }” here; griffier annotate check --fix writes it so
annotate-check-tag-unknown = “{ $tag }” is no tag of this workspace
annotate-check-orphaned = “{ $quote }” can no longer be found
