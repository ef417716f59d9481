### server

server-out-of-step = Griffier no longer has the same text of { $letter } as the editor, and says nothing more about it until you save or reopen the file.
server-query-panicked = Griffier failed on { $letter } ({ $what }) and says nothing about this version; it will try again at the next change. This is a bug in Griffier.
server-reading-letters = Reading letters
server-letters-read = { $read } of { $of }
server-remarks = There is something to say about { $count } letters; see the log of Griffier.
server-given-up = Griffier failed on { $letter } and says nothing about this version.
server-no-such-page = { $address } is not a page of Griffier.
server-cannot-watch = cannot watch { $folder }: { $reason }; what changes there is seen at the next start
server-watch-too-many = there are too many folders (on Linux: raise fs.inotify.max_user_watches)
