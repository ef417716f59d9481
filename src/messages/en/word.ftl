### Word files

import-word-protected = this Word file is protected with a password: remove the password in Word (File > Info > Protect Document) and save it again
import-word-no-letter = this is no Word file, although it is packed like one: save the document in Word as .docx
import-word-damaged = this Word file is damaged ({ $part }): open it in Word, let Word repair it and save it again
import-word-too-large = this Word file is, unpacked, larger than a letter can be ({ $part } is more than { $limit } MB): divide it over several files
import-word-odd = this Word file is not built as Word builds them ({ $part }): open it in Word and save it again as .docx
import-word-changes = tracked changes that are neither accepted nor rejected: { $count }; the letter was read as if they were accepted
import-word-comments = comments in the margin, which were not read: { $count }
import-word-hidden = hidden text, which was not read: { $count } times
import-word-no-note = notes with a mark but without text: { $count }
import-word-inserted = inserted documents that only Word itself can open: { $count }; save the letter again in Word to have them read
import-word-broken-field = fields of Word that do not end: { $count }; what is in them may not have been read

place-text-box = text box { $number }
place-header = head of the first page
place-row = table { $table }, row { $row }

## Word on the command line

cli-word = { $path } is a Word file, and this command reads letters as text only
cli-advice-word = make a letter of it first: griffier import { $path } --into letters
cli-of-file = { $path }: { $said }
check-word-not-mended = Griffier changes no Word files, nor { $path }; nothing was mended
check-advice-word = leave out --fix or --diff, and mend it in Word: griffier check { $path }
report-at-place = { $sentence } ({ $place })
