### Other files into letters

## What a file is

kind-word = a Word file
kind-official-xml = a paper in the XML of officielebekendmakingen.nl
kind-metadata = a list of data about a paper
kind-old-word = an old Office file
kind-locked = a file of Office that is protected with a password
kind-pdf = a PDF
kind-rich-text = an RTF file
kind-open-document = a LibreOffice file
kind-archive = a compressed folder or another archive
kind-html = a web page
kind-other-xml = XML of another kind
kind-text = a plain text
kind-nothing = an empty file
kind-unknown = a file of an unknown kind

import-old-word = this is an old file of Office (.doc): save it in Word as .docx
import-metadata = these are only data about a paper: get the paper itself, with .xml behind its identifier
import-text = this is a plain text, which is a letter already: put it with the letters without importing it
import-empty = this file is empty
import-not-imported = this is { $what }, of which Griffier makes no letter: give a Word file (.docx) or a paper in the XML of officielebekendmakingen.nl
import-misnamed = the name ends in .{ $end }, but by its content it should be .{ $right }

## Places in a source

place-paragraph = paragraph { $number }
place-footnote = footnote { $number }
place-endnote = endnote { $number }
place-line = line { $number }

## What is the matter with the XML of a paper

import-too-large = this file is larger than { $limit } MB, and no paper is
import-xml-deep = the elements lie more than { $limit } levels deep, as in no paper
import-xml-many = the file has more elements than any paper
import-xml-truncated = the file breaks off: get it again
import-xml-crossed = the element “{ $expected }” is still open where “{ $actual }” closes: get the file again
import-xml-entity = nobody knows what “&{ $name };” means: put the sign itself there
import-xml-broken = this is no sound XML: get the file again
import-xml-encoding = the encoding “{ $name }” is unknown: save the file as UTF-8
import-no-text = it holds signs that no text has: get the file again
import-encoded-twice = { $signs } signs were encoded twice (such as “Ã©”) and have been restored
import-other-encoding = the file says that it is UTF-8, but was read as { $name }
import-unclean = part of the signs cannot be read; there stands “�” now
import-indented = another program has indented this file anew; the blanks around punctuation have been restored
import-pictures = pictures are left out: { $count }

## griffier import

value-files = FILES

help-import = Makes letters of Word files and of papers in official XML
help-import-files = Files, and folders of which everything is read that can become a letter
help-import-into = The folder that the letters go to; it is made where it is not there yet
help-import-dry-run = Only tells what would be done
help-import-force = Replaces letters that were edited, too; of each a copy is kept
help-import-format = Lines to read (human) or JSON (json)
help-import-examples =
    griffier import brief.docx --into letters
      makes a letter of a Word file
    griffier import ~/Downloads/kst-29521-385.xml --into letters
      makes a letter of an official paper, named after its identifier
    griffier import archive --into letters --dry-run
      tells what would come of a whole folder

      A letter that is there already and belongs to the same source stays as it is. Where the
      source has changed and the letter was edited, you are asked whether it may be replaced.
      Exit code: 0 where all went well, 1 where a letter that was edited was left as it is,
      2 where something could not be read or written.
import-progress = Making letters
import-new = new: { $letter }, from { $source }
import-replaced = updated: { $letter }, from { $source }
import-kept = replaced: { $letter }, from { $source }; the edited letter is kept in { $copy }
import-written-more = and { $count ->
        [one] another letter
       *[other] { $count } more letters
    }
import-done = In { $folder }: { $new } new, { $replaced } updated, { $unchanged } unchanged
import-would-be-done = In { $folder } there would be: { $new } new, { $replaced } updated, { $unchanged } unchanged; nothing was written
import-skipped = { $count ->
        [one] One file was skipped, as it is
       *[other] { $count } files were skipped, as they are
    }{ $count ->
        [one] {" "}no Word file or official paper
       *[other] {" "}no Word files or official papers
    }
import-said = { $path }: { $message }
import-said-at = { $path }, { $place }: { $message }
import-remarks-more = and { $count } more remarks; all of them stand in the output of --format json
import-edited = the source has changed, but the letter was edited or was not made by Griffier, and was left as it is
import-edited-advice = --force replaces such letters; of each a copy is kept
import-ask = { $path } was edited or was not made by Griffier, and its source is new. Replace it? A copy is kept. [y/N]
import-taken = the letter would have the name of that of { $path }: give one of the files another name, or a folder of its own with --into
import-outside = in the place of the letter stands a link that leads out of the folder: take it away
import-unwritten = cannot write the letter: { $reason }
import-larger = this file is larger than { $limit } MB, and no letter is
import-nothing = nothing was found of which a letter can be made
import-nothing-advice = give Word files (.docx), papers in the XML of officielebekendmakingen.nl, or a folder that holds them
import-into-file = { $path } is a file and no folder
import-into-file-advice = give the folder that the letters are to go to behind --into
