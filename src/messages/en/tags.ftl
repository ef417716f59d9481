### The tags of notes, and what is said while notes are made

## The tags that come with Griffier

tag-toezegging = undertaking
tag-toezegging-about = What a member of the government promises to the House
tag-motie = motion
tag-motie-about = What the House asks for or states in a motion
tag-besluit = decision
tag-besluit-about = What has been decided
tag-vraag = question
tag-vraag-about = What is asked, or has yet to be asked
tag-antwoord = answer
tag-antwoord-about = The answer to a question
tag-standpunt = position
tag-standpunt-about = What somebody thinks of it
tag-feit = fact to check
tag-feit-about = A fact that has yet to be verified
tag-citaat = quotation
tag-citaat-about = The words of somebody else
tag-definitie = definition
tag-definitie-about = What a term means here
tag-termijn = deadline
tag-termijn-about = When something will be done or known

## Making notes in an editor

note-not-served = you cannot make notes on { $letter }: no folder above it has a griffier.toml (griffier init makes one)
note-no-passage = there is no text there; select the passage that the note is about
note-says-nothing = a note without words, tag and paper says nothing; give one of the three
note-tag-unknown = “{ $tag }” is no tag of this workspace; choose from: { $tags }
note-no-paper = “{ $paper }” is no paper; write it for example as 29 521, nr. 385
note-gone = that note is no longer there; refresh the list of notes

## What can be done about notes

note-action-write = Make a note…
note-action-write-here = Make a note on this sentence…
note-action-tag = Annotate as { $tag }
note-action-link = Link to { $paper }
note-action-edit = Edit “{ $note }”…
note-action-reply = Reply to “{ $note }”…
note-action-resolve = Resolve “{ $note }”
note-action-reopen = Reopen “{ $note }”
note-action-retag = “{ $note }”: add the tag { $tag }
note-action-untag = “{ $note }”: remove the tag { $tag }
note-action-delete = Delete “{ $note }”
note-action-reattach = Attach “{ $note }” here

## Writing a note in a document

draft-name = note-{ $letter }
draft-for-note = Note on “{ $quote }” in { $letter }.
draft-for-letter = Note on the whole letter { $letter }.
draft-for-reply = Reply to “{ $quote }” on { $letter }.
draft-for-edit = Other words for “{ $quote }” on { $letter }.
draft-how = Write below and save this document: then it stands with the letter. Who writes nothing makes nothing.
draft-tags = Tags and papers stand at the top, with commas between them. Known tags: { $tags }.
draft-kept = The note stands with { $letter }.
draft-withdrawn = Nothing was written, so no note was made on { $letter }.
draft-unchanged = Nothing was written, so the note on { $letter } stays as it was; deleting it is a command of its own.
draft-unwritten = the document for the note cannot be written: { $reason }
server-open-file = Open this file: { $path }

## The page with notes

notes-page-all = All notes
notes-page-letter = Notes on { $letter }
notes-page-none = There are no notes.
notes-page-summary = { $count ->
    [one] 1 note
   *[other] { $count } notes
}, of which { $open } open and { $lost } lost
notes-page-line = line { $line }
notes-page-untagged = Without a tag
notes-page-nobody = Without a name
notes-page-open = Open
notes-page-resolved = Resolved
notes-page-lost = Lost
notes-page-unwritten = the page with notes cannot be written; see whether the cache folder may be written to (griffier doctor)
