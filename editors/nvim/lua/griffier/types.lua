---@meta
-- What the server answers, as far as the package reads it; `schemas/protocol.md` holds the whole.

---@class griffier.Options what `vim.g.griffier` may hold
---@field notes? 'open'|'all'|'none' which notes are marked in the text; 'open' where it is not said
---@field restart? boolean whether a server that fell over is started again; true where it is not said

---@class griffier.Reply
---@field id string
---@field body string Markdown
---@field creator? string
---@field created? string RFC 3339, in UTC
---@field modified? string

---@class griffier.Candidate where the passage of an orphan may be
---@field range lsp.Range
---@field score number from 0 to 1
---@field text string

---@class griffier.Note
---@field id string
---@field range? lsp.Range none for one on the whole letter, and for an orphan
---@field whole boolean
---@field orphan boolean its passage is not found for certain
---@field state 'open'|'resolved'
---@field body string Markdown, may be empty
---@field tags string[]
---@field papers string[]
---@field creator? string
---@field created? string
---@field modified? string
---@field quote? string
---@field candidates griffier.Candidate[]
---@field replies griffier.Reply[]

---@class griffier.LetterNotes
---@field uri string
---@field notes griffier.Note[]
---@field orphans integer
---@field unreadable? string

---@class griffier.Tag
---@field name string
---@field label string
---@field description? string
---@field color? string `#` and six hexadecimal digits

---@class griffier.Tags
---@field closed boolean
---@field tags griffier.Tag[]

---@class griffier.Paper
---@field id string
---@field label string
---@field title? string
---@field date? string
---@field kind? string
---@field uri? string its letter
---@field page? string
---@field official? string
---@field citedBy integer
---@field cites string[]

---@class griffier.Dossier
---@field dossier string
---@field label string
---@field title? string
---@field uri? string
---@field papers griffier.Paper[]
---@field others griffier.Paper[]

---@class griffier.Wordings
---@field papers string[]
---@field text string
---@field style? string
---@field styles { style: string, label: string, text: string }[]

---@class griffier.Corpus
---@field root? string
---@field letters integer
---@field complete boolean
---@field lists { name: string, until: string?, papers: integer }[]

---A place in a buffer, as marks have it: rows from 0, bytes from 0, the end exclusive.
---@class griffier.Passage
---@field first [integer, integer]
---@field last [integer, integer]
---@field whole? boolean the letter as a whole
