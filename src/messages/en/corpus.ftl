### corpus

letter-twice = { $path } and { $first } are both { $id }; the second does not count as that paper

## What the system says of files

reason-not-found = it does not exist
reason-permission = you have no permission
reason-disk-full = the disk is full
reason-read-only = it is on a disk that cannot be written to
reason-folder = it is a folder
reason-not-a-folder = it is not a folder
reason-exists = it already exists
reason-other = { $error }

## Settings

config-origin-file = { $path }
config-origin-editor = the editor's settings
config-origin-flag = the command line
config-problem = { $place }: { $message }
config-problem-in-line = { $place }, line { $line }: { $message }

config-unreadable = cannot be read: { $reason }
config-not-utf8 = there is a character here that is not UTF-8; save the file as UTF-8
config-not-toml = not valid TOML: `{ $text }`; check that quotes and brackets are closed
config-not-toml-at-end = not valid TOML: something is missing here; check that quotes and brackets are closed
config-twice = this already appears earlier in the file: `{ $text }`
config-editor-no-table = `griffier` must be a group of settings, not { $kind }

config-unknown-key = there is no setting `{ $key }`
config-unknown-key-near = there is no setting `{ $key }`; do you mean `{ $near }`?
config-unknown-rule = `{ $key }` names `{ $rule }`, and there is no such rule
config-unknown-rule-near = `{ $key }` names `{ $rule }`, and there is no such rule; do you mean `{ $near }`?
config-unknown-value = `{ $key }` cannot be `{ $value }`; choose from { $possible }
config-unknown-value-near = `{ $key }` cannot be `{ $value }`; do you mean `{ $near }`? (possible: { $possible })
config-wrong-kind = `{ $key }` must be { $want }, not { $kind }
config-wrong-value = `{ $key }` must be { $want }, not `{ $value }`
config-empty = `{ $key }` is empty
config-missing-key = `{ $key }` is missing in `{ $table }`
config-no-tags = `{ $key }` does not belong in a file of tags and does not count here
config-tag-twice = the tag `{ $tag }` is there already, or differs from it in capitals, blanks or hyphens only; this second one does not count
config-tags-missing = the file of tags { $path } is not there
config-outside = `{ $key }` points with `{ $path }` outside the folder of these settings; only your own file of settings may do that

config-want-tag = a name without commas, on one line
config-want-color = a colour such as "#1b7837"
config-want-text = a text
config-want-texts = a list of texts
config-want-table = a group of settings
config-want-tables = a list of groups
config-want-one-of = one of the values { $possible }
config-want-dossier = a dossier number without spaces, such as 29000
config-want-session = a session such as "2010-2011"
config-want-number = a number from { $least } to { $most }
config-want-yes-or-no = true or false
config-fetch-not-here = [fetch] counts in your own file of settings alone, since a workspace must not choose where requests go
config-want-day = a day such as "2025-02-15"
config-kind-text = a text
config-kind-number = a number
config-kind-day = a day
config-kind-list = a list
config-kind-table = a group of settings
config-kind-yes-or-no = true or false

## Lists of what exists

catalogue-unreadable = cannot use the list { $path }: { $reason }
catalogue-outside = cannot use the list { $path }: the link leads out of the workspace; name the file itself in your own file of settings
catalogue-damaged = the compressed file is cut off or damaged
catalogue-too-large = it is larger than { $limit } MB, and no list is
catalogue-no-list = there is no identifier in it, such as kst-29521-385, one a line
catalogue-lines =
    { $count ->
        [one] in the list { $list } line { $first } is no identifier; it was skipped
       *[other] in the list { $list } { $count } lines are no identifiers, beginning with line { $first }; they were skipped
    }
catalogue-flaws =
    { $count ->
        [one] in the list { $list } a value in line { $first } cannot be understood; the rest of that line counts
       *[other] in the list { $list } a value cannot be understood in { $count } lines, beginning with line { $first }; the rest of these lines counts
    }
catalogue-cache-damaged = the compiled form of the list { $list } in the cache was damaged and has been made anew
cache-unusable = cannot use the cache folder { $folder }: { $reason }; lists and letters are now read anew at every start

## Letters

config-idle-letters = there are no letters at `{ $written }`; check the path
config-idle-exclude = `{ $written }` leaves nothing out, as nothing is called so; check the path
config-idle-ignore = there is no letter that `{ $written }` is about; check the path
letters-none = there are no letters in { $folder } (files ending in .txt, .md or .markdown); put them there, or name under `corpus.letters` where they are
letters-place = `{ $written }` from `corpus.letters` cannot be read: { $reason }
letters-glob = `{ $written }` from `corpus.letters` is no valid pattern; `*` stands for part of a name and `**` for folders
letters-exclude = `{ $written }` in `corpus.exclude` is not a valid pattern; `*` stands for part of a name and `**` for folders
letters-unreadable = cannot search { $path }: { $reason }
letters-outside = { $path } is a link out of the workspace and is not read; name the folder itself under `corpus.letters` in your own file of settings
letters-home = { $path } is not searched as a whole; name the folders of letters under `corpus.letters`
letter-unreadable = cannot read { $path }: { $reason }
letter-too-large = { $path } is larger than { $limit } MB and is not read as a letter
letter-not-text = { $path } is not text and is not read as a letter
letter-stumbled = something went wrong within Griffier while it read { $path }; the letter was skipped

## The index of letters

index-damaged = the index of { $folder } was damaged and has been made anew
index-damaged-now = the index is damaged; what stands here may be incomplete. It will be made anew by the next command
index-reason-damaged = the index is damaged
index-waits = another program is updating the index; waiting for it

corpus-more =
    { $count ->
        [one] and one more like: { $example }
       *[other] and { $count } more like: { $example }
    }
