# Notes: what can be wrong with the files that they stand in.

notes-cannot-read = cannot read the notes in { $path }: { $reason }
notes-cannot-write = cannot keep the notes in { $path }: { $reason }; what stood there still does
notes-read-only = cannot keep notes: { $folder } may not be written to
notes-busy = another program keeps the notes in { $path }; try again in a moment
notes-unreadable = the notes in { $path } cannot be read: { $reason }; the file stays as it is
notes-not-utf8 = from byte { $at } on it is no UTF-8
notes-not-json = at line { $line }, column { $column } it is no JSON
notes-twice = the field “{ $key }” stands twice in one note, as if two notes had been run into each other
notes-no-page = it is no page of annotations (AnnotationPage)
notes-no-note = item { $number } is no annotation
notes-unmerged = it has a merge conflict of git that must be resolved by hand
notes-merge-markers = the notes in { $path } had a merge conflict of git; those of both sides are still there
notes-conflict = a note in { $path } was changed in two places at once; both versions have been kept
notes-duplicate-id = two notes in { $path } had the same identifier; both have been kept
notes-no-id = a note in { $path } had no identifier and has been given one

## A note, as it is shown

note-resolved = resolved
note-answers = reply
note-on-letter = (on the letter as a whole)
note-signed = { $name }, { $day }
note-by = { $name }
note-dated = { $day }
note-approximate = [changed]
note-ambiguous = [several places possible]
note-orphaned = [lost]
note-candidate = perhaps { $place }: “{ $words }” ({ $score }% alike)

## Notes in other forms

export-title = Letters with notes
export-notes-on-letter = On the letter as a whole
export-notes-lost = Notes whose passage can no longer be found with certainty
export-path = Letter
export-line = Line
export-state = State
export-tags = Tags
export-quote = Passage
export-body = Text
export-links = Papers
export-creator = By
export-created = Made
export-modified = Changed
export-resolved = Resolved
export-motivation = Kind
export-reply-to = Reply to
export-id = Identifier
export-yes = yes
export-no = no
