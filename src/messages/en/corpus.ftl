### corpus

letter-twice = { $path } and { $first } both are { $id }; the second does not count as that paper

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
config-not-toml = not valid TOML: `{ $text }`; see whether quotes and brackets are closed
config-not-toml-at-end = not valid TOML: something is missing here; see whether quotes and brackets are closed
config-twice = this already stands earlier in the file: `{ $text }`
config-editor-no-table = `griffier` must be a group of settings, not { $kind }

config-unknown-key = there is no setting `{ $key }`
config-unknown-key-near = there is no setting `{ $key }`; do you mean `{ $near }`?
config-unknown-rule = `findings.severity` names `{ $rule }`, and there is no such rule
config-unknown-rule-near = `findings.severity` names `{ $rule }`, and there is no such rule; do you mean `{ $near }`?
config-unknown-value = `{ $key }` cannot be `{ $value }`; choose from { $possible }
config-unknown-value-near = `{ $key }` cannot be `{ $value }`; do you mean `{ $near }`? (possible: { $possible })
config-wrong-kind = `{ $key }` must be { $want }, not { $kind }
config-wrong-value = `{ $key }` must be { $want }, not `{ $value }`
config-empty = `{ $key }` is empty
config-missing-key = `{ $key }` is missing in `{ $table }`
config-outside = `{ $key }` points with `{ $path }` outside the folder of these settings; only your own file of settings may do that

config-want-text = a text
config-want-texts = a list of texts
config-want-table = a group of settings
config-want-tables = a list of groups
config-want-one-of = one of { $possible }
config-want-dossier = a dossier number without spaces, such as 29000,
config-want-session = a session such as "2010-2011"
config-want-day = a day such as "2025-02-15"
config-kind-text = a text
config-kind-number = a number
config-kind-day = a day
config-kind-list = a list
config-kind-table = a group of settings
config-kind-yes-or-no = true or false
