-- A note from its making to its end, its marks in the text, and what happens to it when the text changes.
local t = require('harness')
local test, equal = t.test, t.equal
local notes = require('griffier.notes')

local namespace = vim.api.nvim_create_namespace('griffier.notes')
local bufnr, client = t.open(t.letter)
local sidecar = t.letter .. '.annotations.json'

---@return table[] marks
local function marks()
  local all = vim.api.nvim_buf_get_extmarks(bufnr, namespace, 0, -1, { details = true })
  return vim.tbl_filter(function(mark)
    return not mark[4].invalid
  end, all)
end

---@param mark table
---@return string
local function words(mark)
  local last = mark[4]
  local lines = vim.api.nvim_buf_get_text(bufnr, mark[2], mark[3], last.end_row, last.end_col, {})
  return table.concat(lines, ' ')
end

---@param count integer
local function marked(count)
  return t.eventually(count .. ' marks', function()
    local found = marks()
    return #found == count and found
  end)
end

---@return griffier.Note[]
local function told()
  local params = { textDocument = { uri = vim.uri_from_bufnr(bufnr) } }
  local answer = assert(client:request_sync('griffier/annotations', params, 15000, bufnr))
  return answer.result.letters[1].notes
end

---@param holds fun(note: griffier.Note): any
local function note_is(what, holds)
  return t.eventually(what, function()
    local note = notes.of(bufnr)[1]
    return note and holds(note) and note
  end)
end

test('a letter without notes has no marks', function()
  equal(marks(), {})
  t.cursor('In deze brief')
  local said = t.listening('a message', function()
    vim.cmd('Griffier note')
  end, function(said)
    return said[1]
  end)
  t.contains(said, 'geen notitie')
end)

test('a selection is annotated with a tag and words', function()
  t.cursor('In deze brief')
  local asked = t.answering({ 'toezegging', 'Voor **1 juli**' }, function()
    vim.cmd('normal! v3e\27')
    vim.cmd("'<,'>Griffier annotate")
    marked(1)
  end)
  t.contains(asked[1], 'In deze brief')
  equal(words(marks()[1]), 'In deze brief')
  equal(told()[1].quote, 'In deze brief')
  equal(told()[1].tags, { 'toezegging' })
  equal(vim.fn.filereadable(sidecar), 1)
end)

test('it has an underline and a sign', function()
  local details = marks()[1][4]
  assert(details.hl_group:match('^GriffierNote'), details.hl_group)
  equal(vim.api.nvim_get_hl(0, { name = details.hl_group, link = false }).underline, true)
  equal(vim.trim(details.sign_text), '¶')
end)

test('the status line counts it', function()
  t.contains(require('griffier').statusline(), ' ¶1')
end)

test('the thread is shown in a window', function()
  t.cursor('deze brief')
  vim.cmd('Griffier note')
  local window = t.eventually('the thread', t.float)
  local text = table.concat(t.lines(vim.api.nvim_win_get_buf(window)), '\n')
  t.contains(text, 'Voor **1 juli**')
  t.contains(text, '`toezegging`')
  vim.api.nvim_win_close(window, true)
end)

test('its keys act on the note in it', function()
  t.cursor('deze brief')
  t.answering({ 'Gezien.' }, function()
    vim.cmd('Griffier note')
    t.eventually('the thread', t.float)
    -- A second time goes into it.
    vim.cmd('Griffier note')
    equal(vim.api.nvim_get_current_win(), t.float())
    vim.cmd('normal r')
    note_is('an answer', function(note)
      return note.replies[1] and note.replies[1].body == 'Gezien.'
    end)
  end)
  equal(t.float(), nil)
  equal(vim.api.nvim_get_current_buf(), bufnr)
end)

test('its words and its tags are changed', function()
  t.cursor('deze brief')
  t.answering({ 'Voor de zomer' }, function()
    vim.cmd('Griffier note edit')
    note_is('other words', function(note)
      return note.body == 'Voor de zomer'
    end)
  end)
  t.answering({ 'termijn' }, function()
    vim.cmd('Griffier note tag')
    note_is('a second tag', function(note)
      return #note.tags == 2
    end)
  end)
  t.answering({ 'toezegging' }, function()
    vim.cmd('Griffier note tag')
    note_is('the first tag gone', function(note)
      return vim.deep_equal(note.tags, { 'termijn' })
    end)
  end)
end)

test('the mark moves along with an edit, and with its undoing', function()
  vim.fn.cursor(1, 1)
  vim.cmd('normal! OBetreft: de Sahel')
  equal(words(marks()[1]), 'In deze brief')
  vim.cmd('silent undo')
  equal(words(marks()[1]), 'In deze brief')
  t.in_step(bufnr, client)
end)

test('a passage that is gone has no mark, and one again when that is undone', function()
  t.cursor('In deze brief')
  vim.cmd('normal! 3dw')
  equal(#marks(), 0)
  vim.cmd('silent undo')
  equal(words(marks()[1]), 'In deze brief')
end)

test('resolved, it has no sign; reopened, it has', function()
  t.cursor('deze brief')
  vim.cmd('Griffier note resolve')
  note_is('a resolved note', function(note)
    return note.state == 'resolved'
  end)
  equal(marks()[1][4].sign_text, nil)
  vim.cmd('Griffier note reopen')
  note_is('an open note', function(note)
    return note.state == 'open'
  end)
  equal(vim.trim(marks()[1][4].sign_text), '¶')
end)

test('a line with several notes shows how many', function()
  t.cursor('leest u hoe')
  t.answering({ 'Tweede' }, function()
    vim.cmd('normal! viw\27')
    vim.cmd("'<,'>Griffier annotate vraag")
    marked(2)
  end)
  local signs = vim.tbl_map(function(mark)
    return mark[4].sign_text and vim.trim(mark[4].sign_text)
  end, marks())
  equal(signs[1], '2')
  equal(signs[2], nil)
end)

test('where several are shown, a key acts on the one that the cursor is in', function()
  local argument = {
    uri = vim.uri_from_bufnr(bufnr),
    id = told()[2].id,
    body = 'Tweede\n\n\n```\nmet wat\n```\n\n---\n\nlaatste regel\n',
  }
  local params = { command = 'griffier.note.edit', arguments = { argument } }
  assert(client:request_sync('workspace/executeCommand', params, 15000, bufnr))
  t.eventually('other words', function()
    local note = notes.of(bufnr)[2]
    return note and note.body:find('laatste')
  end)
  t.cursor('hoe het daarmee')
  vim.cmd('Griffier note')
  t.eventually('the thread', t.float)
  vim.cmd('Griffier note')
  local text = t.lines()
  t.contains(text[#text], 'laatste regel')
  vim.cmd('normal! G')
  vim.cmd('normal x')
  t.eventually('the second one resolved', function()
    return notes.of(bufnr)[2].state == 'resolved'
  end)
  equal(notes.of(bufnr)[1].state, 'open')
  -- And the first, from the first line.
  vim.cmd('Griffier note')
  vim.cmd('Griffier note')
  vim.cmd('normal! gg')
  vim.cmd('normal x')
  t.eventually('the first one resolved', function()
    return notes.of(bufnr)[1].state == 'resolved'
  end)
  for index = 1, 2 do
    argument = { uri = vim.uri_from_bufnr(bufnr), id = told()[index].id }
    params = { command = 'griffier.note.reopen', arguments = { argument } }
    assert(client:request_sync('workspace/executeCommand', params, 15000, bufnr))
  end
  t.eventually('both open', function()
    return notes.counts(bufnr) == 2
  end)
end)

test('next and previous go from note to note, round the end', function()
  t.answering({ 'Derde' }, function()
    t.cursor('voor de zomer')
    vim.cmd('Griffier annotate termijn')
    marked(3)
  end)
  vim.fn.cursor(1, 1)
  local seen = {}
  for _ = 1, 4 do
    vim.cmd('Griffier note next')
    seen[#seen + 1] = vim.fn.line('.') .. ':' .. vim.fn.col('.')
  end
  equal(seen[4], seen[1])
  assert(seen[1] ~= seen[2] and seen[2] ~= seen[3], vim.inspect(seen))
  vim.cmd('Griffier note previous')
  equal(vim.fn.line('.') .. ':' .. vim.fn.col('.'), seen[3])
end)

test('without a selection the sentence at the cursor is annotated', function()
  local quote = told()[3].quote
  equal(quote, 'Wij verwachten uw Kamer voor de zomer opnieuw te informeren.')
end)

test('notes come into the location list, by what is asked', function()
  vim.cmd('Griffier notes')
  local all = t.eventually('the list', function()
    local list = vim.fn.getloclist(0)
    return #list > 0 and list
  end)
  equal(#all, 3)
  t.contains(all[1].text, '[termijn] Voor de zomer')
  equal(all[1].bufnr, bufnr)
  vim.cmd('lclose')
  vim.cmd('Griffier notes tag=vraag')
  local one = t.eventually('the list of one', function()
    local list = vim.fn.getloclist(0)
    return #list == 1 and list
  end)
  t.contains(one[1].text, 'Tweede')
  vim.cmd('lclose')
end)

test('those of all letters come into the quickfix list', function()
  vim.cmd('Griffier! notes state=open zomer')
  local list = t.eventually('the list', function()
    local list = vim.fn.getqflist()
    return #list > 0 and list
  end)
  equal(#list, 2, list)
  vim.cmd('cclose')
end)

test('a note is deleted when that is confirmed, and not otherwise', function()
  t.cursor('leest')
  t.answering({ 'Nee' }, function()
    vim.cmd('Griffier note delete')
  end)
  equal(#told(), 3)
  t.answering({ 'Ja' }, function()
    vim.cmd('Griffier note delete')
    marked(2)
  end)
  equal(#told(), 2)
end)

test('a long note is written in a document of its own', function()
  vim.cmd('silent write')
  t.cursor('De lessen daarvan')
  vim.cmd('normal! v3e\27')
  vim.cmd("'<,'>Griffier! annotate")
  local draft = t.eventually('the draft', function()
    local buffer = vim.api.nvim_get_current_buf()
    return buffer ~= bufnr and vim.bo[buffer].filetype == 'markdown' and buffer
  end)
  local same = t.client(draft)
  equal(same.id, client.id, 'the server of its letter')
  vim.api.nvim_buf_set_lines(draft, -1, -1, false, { 'Eerste alinea.', '', 'Tweede alinea.' })
  vim.cmd('silent write')
  t.eventually('a third note', function()
    return #told() == 3
  end)
  t.contains(told()[3].body, 'Tweede alinea.')
  equal(told()[3].quote, 'De lessen daarvan')
  vim.cmd('quit')
  equal(vim.api.nvim_get_current_buf(), bufnr)
  marked(3)
end)

test('a note made by another program is shown', function()
  local done = vim
    .system({
      'griffier',
      'annotate',
      'add',
      t.letter,
      '--quote',
      'buurlanden',
      '--body',
      'Van buiten',
    }, { cwd = t.workspace })
    :wait()
  equal(done.code, 0, done.stderr)
  marked(4)
end)

test('a note whose passage is rewritten is an orphan, and is put on its passage again', function()
  t.cursor('buurlanden')
  vim.cmd('normal! ciwomringende staten\27')
  vim.cmd('silent write')
  t.eventually('an orphan', function()
    local _, orphans = notes.counts(bufnr)
    return orphans == 1
  end)
  t.contains(require('griffier').statusline(), ' ?1')
  t.cursor('omringende staten')
  t.answering({ 'Van buiten', 'de selectie' }, function()
    vim.cmd('normal! v2e\27')
    vim.cmd("'<,'>Griffier orphans")
    t.eventually('no orphan', function()
      local _, orphans = notes.counts(bufnr)
      return orphans == 0
    end)
  end)
  local quotes = vim.tbl_map(words, marked(4))
  assert(vim.tbl_contains(quotes, 'omringende staten'), vim.inspect(quotes))
end)

test('with no orphan left, that is said', function()
  local said = t.listening('a message', function()
    vim.cmd('Griffier orphans')
  end, function(said)
    return said[1]
  end)
  t.contains(said, 'hebben hun passage')
end)

test('a passage behind signs of several bytes is the one that was selected', function()
  t.cursor('regionaal')
  t.answering({ '' }, function()
    vim.cmd('normal! v2e\27')
    vim.cmd("'<,'>Griffier annotate citaat")
    marked(5)
  end)
  assert(vim.tbl_contains(vim.tbl_map(words, marks()), 'regionaal waar'), vim.inspect(marks()))
  equal(told()[5].quote, 'regionaal waar')
  vim.cmd('Griffier note')
  local window = t.eventually('the thread', t.float)
  t.contains(table.concat(t.lines(vim.api.nvim_win_get_buf(window)), '\n'), '`citaat`')
  vim.api.nvim_win_close(window, true)
  t.answering({ 'Ja' }, function()
    vim.cmd('Griffier note delete')
    marked(4)
  end)
end)

test('notes are among the code actions on a selection, as gra has them', function()
  vim.cmd('silent write')
  t.cursor('Vorig najaar')
  local row = vim.fn.line('.')
  t.answering({ 'vraag' }, function()
    vim.lsp.buf.code_action({ range = { start = { row, 0 }, ['end'] = { row, 12 } } })
    marked(5)
  end)
  t.cursor('Vorig najaar')
  t.answering({ 'Ja' }, function()
    vim.cmd('Griffier note delete')
    marked(4)
  end)
end)

test('the options say which notes are marked', function()
  local function shown()
    vim.cmd('silent write')
    local visible = vim.tbl_filter(function(mark)
      return mark[4].hl_group
    end, marks())
    return #visible
  end
  t.cursor('Wij verwachten')
  vim.cmd('Griffier note resolve')
  for option, count in pairs({ open = 3, all = 4, none = 0 }) do
    vim.g.griffier = { notes = option }
    t.eventually(option, function()
      return shown() == count
    end)
  end
  vim.g.griffier = nil
  vim.cmd('Griffier note reopen')
  t.eventually('all of them', function()
    return shown() == 4
  end)
end)

test('the letter read anew has its marks', function()
  vim.cmd('edit!')
  t.client(bufnr)
  marked(4)
end)

test('the overview is a page', function()
  vim.cmd('Griffier overview tag')
  t.eventually('the page', function()
    return vim.api.nvim_buf_get_name(0):match('^griffier:///notities/tag') and vim.fn.line('$') > 3
  end)
  t.contains(table.concat(t.lines(), '\n'), 'Voor de zomer')
  vim.cmd('Griffier! overview')
  t.eventually('the page of all', function()
    return vim.api.nvim_buf_get_name(0):match('^griffier:///notities/%a+%.md$')
  end)
  vim.cmd.buffer(bufnr)
end)

test('a killed server comes back, with every note', function()
  local before = told()
  local pid = t.pid()
  vim.uv.kill(pid, 'sigkill')
  local again = t.eventually('another server', function()
    local one = vim.lsp.get_clients({ bufnr = bufnr, name = 'griffier' })[1]
    return one and one.id ~= client.id and one.initialized and one
  end)
  client = again
  t.client(bufnr)
  equal(told(), before)
  marked(4)
  t.in_step(bufnr, client)
end)

test('after :Griffier restart all is there again', function()
  local before = told()
  vim.cmd('Griffier restart')
  local again = t.client(bufnr)
  assert(again.id ~= client.id, 'a new server')
  client = again
  equal(told(), before)
  marked(4)
end)

test('K shows a note behind what is known of its place', function()
  t.cursor('Vorig najaar')
  t.answering({ 'Welk najaar?' }, function()
    vim.cmd('normal! v2e\27')
    vim.cmd("'<,'>Griffier annotate vraag")
    marked(5)
  end)
  t.contains(assert(t.hover()), 'Welk najaar?')
end)

test('a note on the letter as a whole stands on its first line', function()
  local asked = t.answering({ 'vraag', 'Gaat dit zo uit?' }, function()
    vim.cmd('%Griffier annotate')
    marked(6)
  end)
  t.contains(asked[1], 'de hele brief')
  equal(told()[6].whole, true)
  vim.fn.cursor(1, 1)
  vim.cmd('Griffier note')
  local window = t.eventually('the thread', t.float)
  t.contains(table.concat(t.lines(vim.api.nvim_win_get_buf(window)), '\n'), 'Gaat dit zo uit?')
  vim.api.nvim_win_close(window, true)
  for _, place in ipairs({ 'Aan de Voorzitter', 'Vorig najaar' }) do
    t.cursor(place)
    t.answering({ 'Ja' }, function()
      local before = #marks()
      vim.cmd('Griffier note delete')
      marked(before - 1)
    end)
  end
end)

for name, line_end in pairs({ CRLF = '\r\n', ['no line end at the end'] = '\n' }) do
  test('a note in a letter with ' .. name, function()
    local path = t.workspace .. '/letters/andere-' .. #line_end .. '.txt'
    local file = assert(io.open(path, 'wb'))
    file:write(table.concat({ 'Aan de Kamer', '', 'Eén zin – hier.', 'Nog een zin.' }, line_end))
    file:close()
    local other = t.open(path)
    t.cursor('Nog een')
    t.answering({ 'Bij het eind' }, function()
      vim.cmd('normal! v$h\27')
      vim.cmd("'<,'>Griffier annotate vraag")
      t.eventually('the note', function()
        return #notes.of(other) == 1
      end)
    end)
    equal(notes.of(other)[1].quote, 'Nog een zin.')
    local mark = vim.api.nvim_buf_get_extmarks(other, namespace, 0, -1, { details = true })[1]
    equal({ mark[2], mark[3], mark[4].end_row, mark[4].end_col }, { 3, 0, 3, 12 })
    vim.cmd.buffer(bufnr)
  end)
end

test('notes survive the closing of the letter', function()
  vim.cmd('silent write')
  vim.cmd.enew()
  vim.cmd.bwipeout(bufnr)
  bufnr, client = t.open(t.letter)
  marked(4)
end)
