### The rules about the letter itself

## footnote-missing

rule-footnote-missing-what = A mark in the text points at a note that is not there.
rule-footnote-missing-why =
    When a draft is cut and pasted, the mark of a note often stays and the note itself is
    lost, and with it the source that the reader needs. This rule reads only notes that can
    be nothing else: [^1] in Markdown, and in a plain text [1] where the notes themselves
    begin like that. A digit that is glued to a word may be anything.
    Source: the usual markup of notes in Markdown.
footnote-missing = note “{ $label }” is not there: add the note, or take the mark away

## footnote-unmarked

rule-footnote-unmarked-what = No mark in the text points at a note.
rule-footnote-unmarked-why =
    Markdown leaves out a note that nothing points at when the letter is made up, and in a
    plain text the reader does not know where the note belongs. Usually the sentence with
    the mark was struck and the note forgotten.
    Source: the usual markup of notes in Markdown.
footnote-unmarked = nothing in the text points at note “{ $label }”: put the mark where the note belongs, or take the note away

## footnote-repeated

rule-footnote-repeated-what = Two notes have the same number.
rule-footnote-repeated-why =
    Of two notes with one number Markdown shows only the first, and the reader of a plain
    text cannot tell which is meant. It happens when two drafts are put together.
    Source: the usual markup of notes in Markdown.
footnote-repeated = there are two notes “{ $label }”, and only the first is shown: give this one a number of its own
related-first-note = the first note “{ $label }”

## footnote-gap

rule-footnote-gap-what = A number is passed over in the row of the notes.
rule-footnote-gap-why =
    Notes are numbered from 1. Where a number is passed over, a note was struck and the
    others were not numbered anew, or one was lost. Notes in Markdown are numbered when the
    letter is made up, so this is only a hint.
    Source: the usual numbering of notes.
footnote-gap = there is no note { $number }: behind the one before comes { $next }
fix-renumber-notes = Number the notes anew

## name-before-definition

rule-name-before-definition-what = A short name stands in the letter before the place where it is explained.
rule-name-before-definition-why =
    To write “(hierna: SodM)” is to promise that the name is used only from there on. Where
    it stands earlier, the reader does not know yet what it means; usually a paragraph was
    moved forward. Nothing is said of questions and answers, as those who ask and those who
    answer each have their own names.
    Source: the plain meaning of “hierna”.
name-before-definition = “{ $name }” is used here but explained only further on: write out here what it means, or move the explanation here
related-definition = “{ $name }” is explained here

## unused-name

rule-unused-name-what = A short name is explained and then never used.
rule-unused-name-why =
    To write “(hierna: SodM)” and not to use the name makes readers remember what they do
    not need. This rule is off; whoever likes order turns it on.
    Source: the plain meaning of “hierna”.
unused-name = “{ $name }” is not used further on: take the explanation away

## impossible-date

rule-impossible-date-what = A date does not exist.
rule-impossible-date-why =
    A month has 30 or 31 days, February 28 and in a leap year 29. A day that is not there is
    a typing error in the day, the month or the year.
    Source: the calendar.
impossible-date = “{ $date }” does not exist: that month ends on { $last }

## wrong-weekday

rule-wrong-weekday-what = The day of the week is not that of the date.
rule-wrong-weekday-why =
    Where the day of the week does not fit the date, one of them is wrong, and somebody may
    come on the wrong day. This rule is off; whoever writes agendas and plans turns it on.
    Source: the calendar.
wrong-weekday = { $date } is a { $right }, not a { $printed }

## broken-link

rule-broken-link-what = A link leads to a file that is not there.
rule-broken-link-why =
    A letter in Markdown links to files beside it, often attachments. Whoever moves or
    renames a file leaves the link behind. Only files in the workspace are looked at;
    addresses on the web and places outside are not.
    Source: the folder itself.
broken-link = there is no file { $path }

## encoded-twice

rule-encoded-twice-what = Signs were encoded twice, so that it says “Ã©”, for example, where “é” is meant.
rule-encoded-twice-why =
    A program took UTF-8 for an older encoding and converted the text once more, as happens
    when it is copied between systems. Nobody wrote what stands there now, no search finds it,
    and a citation with such signs in it is not read. A single pair that may mean something
    else (“Ä” before a quotation mark) counts only where another one in the letter can mean
    nothing else.
    Source: the encodings UTF-8 and Windows-1252.
encoded-twice = “{ $printed }” stands here for “{ $meant }”: { $count ->
        [one] this sign was
       *[other] { $count } signs in this letter were
    } encoded twice
fix-encoded-twice = { $count ->
        [one] Restore the sign that was encoded twice
       *[other] Restore all { $count } signs that were encoded twice
    }
