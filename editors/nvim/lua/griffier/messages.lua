---The sentences that the package itself says, in the language that the server speaks.
local M = {}

---@type table<string, table<string, string>>
M.all = {
  nl = {
    no_server = 'Hier draait geen server van Griffier. Open een brief onder een griffier.toml; :checkhealth griffier zegt wat eraan schort.',
    no_program = 'Het programma griffier is niet te vinden. :checkhealth griffier zegt waar er gezocht is.',
    unknown = '‘%s’ is geen opdracht van :Griffier. Kies een van: %s.',
    unknown_argument = '‘%s’ kan hier niet. Kies een van: %s.',
    choose_command = 'Griffier',
    crashed = 'De server van Griffier is in korte tijd %d keer gestopt en wordt niet meer vanzelf gestart. De reden staat in het logboek (:Griffier log); :Griffier restart probeert het opnieuw.',
    no_log = 'Er is nog geen logboek in %s.',
    choose_tag = 'Label bij ‘%s’',
    without_tag = 'zonder label',
    other_tag = 'ander label…',
    tag_name = 'Naam van het label: ',
    note_words = 'Notitie: ',
    note_words_optional = 'Notitie (mag leeg): ',
    reply_words = 'Antwoord: ',
    no_note = 'Hier staat geen notitie. :Griffier annotate maakt er een.',
    no_notes = 'Er zijn geen notities.',
    no_next_note = 'Er staan geen open notities in deze brief.',
    choose_note = 'Welke notitie?',
    delete_note = 'Deze notitie verwijderen?',
    delete_with_replies = 'Deze notitie met %d antwoorden verwijderen?',
    yes = 'Ja',
    no = 'Nee',
    no_orphans = 'Alle notities bij deze brief hebben hun passage.',
    choose_orphan = 'Welke notitie is haar passage kwijt?',
    choose_passage = 'Bij welke passage hoort deze notitie?',
    the_selection = 'de selectie: ‘%s’',
    likeness = '%s (lijkt er voor %d%% op)',
    no_passage = 'Er is geen passage die erop lijkt. Selecteer de passage en geef :Griffier orphans.',
    whole = 'bij de hele brief',
    whole_letter = 'de hele brief',
    orphan = 'passage kwijt',
    resolved = 'afgehandeld',
    somebody = 'onbekend',
    hints = ' r antwoord · e wijzig · t labels · x handel af · d verwijder ',
    notes_of = 'Notities',
    findings_of = 'Bevindingen',
    no_findings = 'Geen bevindingen.',
    which_dossier = 'Nummer van een dossier, of een stuk eruit: ',
    no_dossier = 'Van ‘%s’ is geen dossier bekend. Een dossier heeft een nummer als 29 521.',
    dossier_page = 'Overzicht van dossier %s',
    cited = '%d keer aangehaald',
    no_paper = 'Van %s is geen tekst of adres bekend.',
    no_citation = 'Zet de cursor op een verwijzing en probeer het opnieuw, of voeg er een in met :Griffier! cite.',
    no_style = 'Voor deze verwijzing zijn er in de stijl %s geen woorden.',
    copy_as = 'Verwijzing kopiëren als',
    copied = 'Gekopieerd: %s',
    search_paper = 'Zoek een stuk op nummer, titel, afzender of datum: ',
    insert_paper = 'Verwijzing invoegen',
    not_found = 'Er is niets gevonden voor ‘%s’.',
    export_to = 'Exporteren naar (.html, .csv of .jsonld): ',
    export_over = '%s bestaat al. Vervangen?',
    exported = 'De brief met notities staat in %s.',
    no_letter = 'Open eerst een brief.',
    failed = 'Dat is niet gelukt: %s',
    letters_read = '%s: %d brieven gelezen%s',
    not_all = ', nog niet alle',
    list_until = '  lijst %s: %d stukken, volledig t/m %s',
    list = '  lijst %s: %d stukken',
    alone = 'losse brieven',
  },
  en = {
    no_server = 'No Griffier server is running here. Open a letter below a griffier.toml; :checkhealth griffier tells what is wrong.',
    no_program = 'The program griffier cannot be found. :checkhealth griffier tells where it was looked for.',
    unknown = '“%s” is no command of :Griffier. Choose one of: %s.',
    unknown_argument = '“%s” does not fit here. Choose one of: %s.',
    choose_command = 'Griffier',
    crashed = 'The Griffier server stopped %d times in a short while and is not started by itself any more. The log (:Griffier log) has the reason; :Griffier restart tries again.',
    no_log = 'There is no log in %s yet.',
    choose_tag = 'Tag for “%s”',
    without_tag = 'without a tag',
    other_tag = 'another tag…',
    tag_name = 'Name of the tag: ',
    note_words = 'Note: ',
    note_words_optional = 'Note (may be empty): ',
    reply_words = 'Reply: ',
    no_note = 'There is no note here. :Griffier annotate makes one.',
    no_notes = 'There are no notes.',
    no_next_note = 'There are no open notes in this letter.',
    choose_note = 'Which note?',
    delete_note = 'Delete this note?',
    delete_with_replies = 'Delete this note with %d replies?',
    yes = 'Yes',
    no = 'No',
    no_orphans = 'All notes on this letter have their passage.',
    choose_orphan = 'Which note has lost its passage?',
    choose_passage = 'Which passage is this note about?',
    the_selection = 'the selection: “%s”',
    likeness = '%s (%d%% alike)',
    no_passage = 'No passage is like it. Select the passage and give :Griffier orphans.',
    whole = 'on the whole letter',
    whole_letter = 'the whole letter',
    orphan = 'passage lost',
    resolved = 'resolved',
    somebody = 'unknown',
    hints = ' r reply · e edit · t tags · x resolve · d delete ',
    notes_of = 'Notes',
    findings_of = 'Findings',
    no_findings = 'No findings.',
    which_dossier = 'Number of a dossier, or of a paper in it: ',
    no_dossier = 'No dossier is known for “%s”. A dossier has a number such as 29 521.',
    dossier_page = 'Overview of dossier %s',
    cited = 'cited %d times',
    no_paper = 'Neither text nor address of %s is known.',
    no_citation = 'Put the cursor on a citation and try again, or insert one with :Griffier! cite.',
    no_style = 'The style %s has no words for this citation.',
    copy_as = 'Copy citation as',
    copied = 'Copied: %s',
    search_paper = 'Find a paper by number, title, sender or date: ',
    insert_paper = 'Insert citation',
    not_found = 'Nothing was found for “%s”.',
    export_to = 'Export to (.html, .csv or .jsonld): ',
    export_over = '%s is there already. Replace it?',
    exported = 'The letter with its notes is in %s.',
    no_letter = 'Open a letter first.',
    failed = 'That did not work: %s',
    letters_read = '%s: %d letters read%s',
    not_all = ', not all yet',
    list_until = '  list %s: %d papers, complete until %s',
    list = '  list %s: %d papers',
    alone = 'letters on their own',
  },
}

---The language of the settings of the server that one is with; Dutch where none are made, as with the server.
---@return 'nl'|'en'
local function language()
  local client = require('griffier.server').client()
  local config = client or vim.lsp.config.griffier or {}
  local chosen = vim.tbl_get(config, 'settings', 'griffier', 'language')
  return M.all[chosen] and chosen or 'nl'
end

---@param key string
---@param ... string|number what stands at the places of the sentence
---@return string
function M.say(key, ...)
  local sentence = assert(M.all[language()][key], key)
  return select('#', ...) > 0 and sentence:format(...) or sentence
end

---@param key string
---@param ... string|number
function M.tell(key, ...)
  vim.notify('Griffier: ' .. M.say(key, ...), vim.log.levels.INFO)
end

---@param key string
---@param ... string|number
function M.warn(key, ...)
  vim.notify('Griffier: ' .. M.say(key, ...), vim.log.levels.WARN)
end

return M
