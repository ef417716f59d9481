### Findings: mending, silencing, and the explanation of the rules

## What need not be said

silenced-no-place = a [[place]] names `letter` and `rule` at least
silenced-no-text = `{ $key }` must be a text
silenced-head = Places in letters that Griffier is silent about. Without a reason an entry soon is a riddle: reason = "…" may be added.
baseline-missing = { $path } is not there; griffier check --write-baseline { $path } makes it
baseline-line = this line is not one of a list of known findings; griffier check --write-baseline makes such a list anew
baseline-head = Known findings, which Griffier is silent about. Made by griffier check --write-baseline.
baseline-written = { $count ->
    [one] 1 finding is in { $path } now and is not told any more.
   *[other] { $count } findings are in { $path } now and are not told any more.
}

## griffier check

check-stdin-alone = - stands for the standard input and does not go together with other paths
check-baseline-line = line { $line } of { $path } is not one of a list of known findings
check-changed = { $path } has changed meanwhile and was therefore not mended
check-unclean = { $path } holds characters that would be lost in writing, and was therefore not mended
check-unencodable = { $path } cannot hold in its character set what is to be there, and was therefore not mended
check-mended = { $findings ->
    [0] Nothing to mend that is certain.
    [one] 1 finding mended in { check-in-letters }.
   *[other] { $findings } findings mended in { check-in-letters }.
}
check-would-mend = { $findings ->
    [0] Nothing to mend that is certain.
    [one] With --fix 1 finding is mended in { check-in-letters }.
   *[other] With --fix { $findings } findings are mended in { check-in-letters }.
}
check-in-letters = { $letters ->
    [one] 1 letter
   *[other] { $letters } letters
}
check-idle-ignore = findings.ignore leaves { $paths } alone ({ $rules }), but there is nothing to be said of it any more; take it away
check-idle-place = griffier.silenced.toml, line { $line }: { $rule } has nothing to say any more of “{ $words }” in { $letter }; take it away

help-check-fix = Mends what is certain, in the letters themselves; with - on the standard output
help-check-diff = Shows what --fix would change, and changes nothing
help-check-select = Only these rules or groups of rules: form, existence, sense, letter
help-check-ignore = Without these rules or groups of rules
help-check-baseline = Is silent about what is in this file
help-check-write-baseline = Writes what is found now into a file, to be silent about it from now on
help-check-stdin-filename = What the letter on the standard input is called

## The page about the rules

rules-title = The rules of Griffier
rules-intro = What Griffier can say of a letter, why, and how it looks wrong and right. A rule gets another level in `griffier.toml` by `[findings] severity = { "{" } "code" = "hint" { "}" }`, or is turned off by `"off"`.
rules-group-form = Form
rules-group-existence = Existence
rules-group-sense = Sense
rules-group-letter = The letter itself
rules-needs-catalogue = needs a list of papers
rules-needs-letters = needs data about the cited paper
rules-fixes-unsafe = suggests a correction
rules-fixes-safe = mends what is certain

## In an editor

fix-all = Mend all that is certain ({ $count })
rewrite-style = Write as “{ $words }” ({ $style })
rewrite-expand = Write out as “{ $words }”
rewrite-contract = Draw together to “{ $words }”
rewrite-letter = Write all citations in the style of { $style } ({ $count })
supplement-number = Add the number: { $paper }
supplement-session = Add session { $session }
silence-place = Be silent about this at this place
silence-letter = Be silent about this in this letter ({ $rule })
silence-rule = Turn this rule off in this workspace ({ $rule })
silence-unsaved = { $path } has changes that are not saved yet; save it and try again
silence-not-toml = nothing can be added to { $path }: it holds something that does not belong there; mend that first
silence-unwritten = { $path } cannot be written: { $reason }

help-config-print = Prints the settings that hold
help-config-print-origin = Says where each setting comes from
help-config-print-examples =
    griffier config print
      prints them as TOML, without origins
    griffier config print --origin
      prints them as TOML, with the origin of each
