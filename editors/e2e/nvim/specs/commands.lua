-- :Griffier beside notes: completion, dossiers, citations, findings, export, and what the program tells.
local t = require('harness')
local test, equal = t.test, t.equal

local bufnr = t.open(t.letter)

---@param line string
---@return string[]
local function complete(line)
  return vim.fn.getcompletion(line, 'cmdline')
end

---@param command string
---@return string
local function said(command)
  return t.listening('a message', function()
    vim.cmd(command)
  end, function(messages)
    return messages[1]
  end)
end

test('the commands are completed', function()
  equal(complete('Griffier '), {
    'annotate',
    'cite',
    'doctor',
    'dossier',
    'export',
    'findings',
    'index',
    'log',
    'note',
    'notes',
    'orphans',
    'overview',
    'restart',
  })
  equal(complete('Griffier no'), { 'note', 'notes' })
  equal(complete("'<,'>Griffier! an"), { 'annotate' })
end)

test('so is what stands behind them', function()
  equal(complete('Griffier cite l'), { 'leidraad' })
  equal(complete('Griffier note re'), { 'reply', 'resolve', 'reopen' })
  equal(complete('Griffier index --v'), { '--verify' })
  equal(complete('Griffier notes s'), { 'state=' })
  equal(complete('Griffier notes state=o'), { 'state=open', 'state=orphan' })
  local tags = t.eventually('the tags', function()
    local found = complete('Griffier annotate toe')
    return #found > 0 and found
  end)
  equal(tags, { 'toezegging' })
  equal(complete('Griffier onzin '), {})
end)

test('what is no command is said, with what there is', function()
  t.contains(said('Griffier onzin'), 'annotate, cite')
  t.contains(said('Griffier note onzin'), 'reply')
  t.contains(said('Griffier cite onzin'), 'leidraad')
end)

test('without a word, one is chosen', function()
  local asked = t.answering({ 'log' }, function()
    vim.cmd('Griffier')
    t.eventually('the log', function()
      return vim.api.nvim_buf_get_name(0):match('griffier.*%.log$')
    end)
  end)
  equal(asked, { 'Griffier' })
  equal(vim.bo.readonly, true)
  vim.cmd.bwipeout()
end)

test('a paper of the dossier is chosen and opened', function()
  t.cursor([[^29 521, nr\. 385]])
  local asked, items = t.answering({ 'nr. 385' }, function()
    vim.cmd('Griffier dossier')
    t.eventually('the letter', function()
      return vim.api.nvim_buf_get_name(0):match('kst%-29521%-385%.txt$')
    end)
  end)
  t.contains(asked[1], '29 521')
  t.contains(items[1][1], 'Overzicht van dossier 29 521')
  vim.cmd.buffer(bufnr)
end)

test('a dossier is named, and its page is opened', function()
  t.answering({ 'Overzicht' }, function()
    vim.cmd('Griffier dossier 29521')
    t.eventually('the page', function()
      return vim.api.nvim_buf_get_name(0):match('^griffier:///dossier') and vim.fn.line('$') > 3
    end)
  end)
  vim.cmd.buffer(bufnr)
end)

test('where nothing is cited and the letter has no dossier, it is asked for', function()
  t.cursor('Den Haag')
  local asked = t.answering({ '29 521', 'nr. 385' }, function()
    vim.cmd('Griffier dossier')
    t.eventually('the letter', function()
      return vim.api.nvim_buf_get_name(0):match('kst%-29521%-385%.txt$')
    end)
  end)
  t.contains(asked[1], 'dossier')
  vim.cmd.buffer(bufnr)
end)

test('a dossier that nobody knows is said to be so', function()
  t.contains(said('Griffier dossier onzin'), 'onzin')
end)

test('a citation is copied in a style', function()
  t.cursor([[^29 521, nr\. 385]])
  t.contains(said('Griffier cite kamer'), 'Gekopieerd: Kamerstuk 29 521, nr. 385')
  equal(vim.fn.getreg('"'), 'Kamerstuk 29 521, nr. 385')
  -- With chamber and session it can be written in more styles than one.
  local more = 'Zie ook Kamerstukken II 2018/19, 29521, nr. 385.'
  vim.api.nvim_buf_set_lines(bufnr, -1, -1, false, { '', more })
  t.cursor('29521')
  vim.fn.setreg('"', '')
  local asked, items = t.answering({ 'Kamerstukken II' }, function()
    vim.cmd('Griffier cite')
    t.eventually('the words', function()
      return vim.fn.getreg('"') ~= ''
    end)
  end)
  equal(#asked, 1)
  assert(#items[1] > 1, vim.inspect(items))
  t.contains(vim.fn.getreg('"'), 'Kamerstukken II')
  vim.cmd('silent undo')
end)

test('where nothing is cited, that is said', function()
  t.cursor('Den Haag')
  t.contains(said('Griffier cite'), 'verwijzing')
end)

test('a paper is looked up and cited', function()
  t.cursor('zomer', 4)
  t.answering({ '385' }, function()
    vim.cmd('Griffier! cite 29521-385')
    t.eventually('the citation', function()
      return vim.api.nvim_get_current_line():match('zomer.*29 521, nr%. 385')
    end)
  end)
  vim.cmd('silent undo')
end)

test('findings come into the location list', function()
  vim.cmd.edit(t.workspace .. '/letters/concept.md')
  local concept = vim.api.nvim_get_current_buf()
  t.client(concept)
  t.eventually('a finding', function()
    return t.warnings(concept)[1]
  end)
  vim.cmd('Griffier findings')
  local list = vim.fn.getloclist(0)
  assert(#list > 0)
  t.contains(list[1].text, '295 21')
  vim.cmd('lclose')
  vim.cmd.buffer(bufnr)
  vim.cmd.bwipeout(concept)
end)

test('those of letters that are not open come into the quickfix list', function()
  vim.cmd('Griffier! findings')
  local list = t.eventually('the list', function()
    local list = vim.fn.getqflist()
    return #list > 0 and list
  end)
  local found = vim.tbl_filter(function(item)
    return item.text:find('295 21', 1, true) ~= nil
  end, list)
  t.contains(vim.api.nvim_buf_get_name(found[1].bufnr), 'concept.md')
  local line = vim.fn.readfile(vim.api.nvim_buf_get_name(found[1].bufnr))[found[1].lnum]
  equal(line:sub(found[1].col, found[1].col + 5), '295 21')
  vim.cmd('cclose')
end)

test('the letter is exported with its notes', function()
  local page = vim.fn.tempname() .. '.html'
  t.contains(said('Griffier export ' .. page), 'staat in')
  t.contains(table.concat(vim.fn.readfile(page), '\n'), '<html')
  -- What is there already is not written over unasked.
  vim.fn.writefile({ 'van mij' }, page)
  t.answering({ 'Nee' }, function()
    vim.cmd('Griffier export ' .. page)
  end)
  equal(vim.fn.readfile(page), { 'van mij' })
  local table_of_notes = vim.fn.tempname() .. '.csv'
  said('Griffier export ' .. table_of_notes)
  equal(vim.fn.filereadable(table_of_notes), 1)
end)

test('a letter on its own is exported too', function()
  local alone = vim.fn.tempname() .. '.kamerbrief.txt'
  vim.fn.writefile({ 'Zie Kamerstuk 29 521, nr. 385.' }, alone)
  local other = t.open(alone)
  t.answering({ 'Klopt dit?' }, function()
    vim.cmd('Griffier annotate vraag')
    t.eventually('the note', function()
      return #require('griffier.notes').of(other) == 1
    end)
  end)
  local page = vim.fn.tempname() .. '.html'
  t.contains(said('Griffier export ' .. page), 'staat in')
  t.contains(table.concat(vim.fn.readfile(page), '\n'), 'Klopt dit?')
  vim.cmd.bwipeout()
  vim.cmd.buffer(bufnr)
end)

test('the doctor speaks in a window', function()
  vim.cmd('Griffier doctor')
  t.eventually('the report', function()
    return vim.fn.expand('%'):match('doctor')
  end)
  t.contains(table.concat(t.lines(), '\n'), t.workspace)
  vim.cmd('close')
end)

test('what the workspace holds is told', function()
  local text = said('Griffier index')
  t.contains(text, 'brieven gelezen')
  t.contains(text, 'catalogue.txt')
  vim.cmd('Griffier index --stats')
  t.eventually('the report', function()
    return vim.fn.expand('%'):match('index')
  end)
  vim.cmd('close')
end)

test('gO, grr and grt work as everywhere', function()
  vim.cmd.buffer(bufnr)
  t.cursor([[^29 521, nr\. 385]])
  vim.fn.setqflist({}, 'r')
  vim.fn.setloclist(0, {}, 'r')
  vim.cmd('normal grr')
  local places = t.eventually('who cites it', function()
    local list = vim.fn.getqflist()
    return #list >= 3 and list
  end)
  assert(#places >= 3)
  vim.cmd('cclose')
  vim.cmd('normal gO')
  t.eventually('the outline', function()
    local list = vim.fn.getloclist(0, { title = 0, items = 0 })
    return #list.items > 0
  end)
  vim.cmd('lclose')
  vim.cmd.buffer(bufnr)
  t.cursor([[^29 521, nr\. 385]])
  -- grt is younger than 0.11; what it calls is not.
  vim.lsp.buf.type_definition()
  t.eventually('the dossier', function()
    return vim.api.nvim_buf_get_name(0):match('^griffier:///dossier')
  end)
  vim.cmd.buffer(bufnr)
end)

test('what is wrong in griffier.toml is marked', function()
  vim.cmd.edit(t.workspace .. '/griffier.toml')
  local settings = vim.api.nvim_get_current_buf()
  t.client(settings)
  vim.api.nvim_buf_set_lines(settings, -1, -1, false, { '[onzin]', 'x = 1' })
  t.eventually('a finding', function()
    return t.findings(settings)[1]
  end)
  vim.cmd('silent undo')
  t.eventually('no finding', function()
    return #t.findings(settings) == 0
  end)
end)

test('every sentence is there in both languages, with the same places', function()
  local all = require('griffier.messages').all
  for key, sentence in pairs(all.nl) do
    local other = assert(all.en[key], key)
    local function places(text)
      return text:gsub('%%%%', ''):gsub('[^%%]*(%%?%a?)[^%%]*', '%1')
    end
    equal(select(2, sentence:gsub('%%[sd]', '')), select(2, other:gsub('%%[sd]', '')), key)
    equal((places(sentence)):gsub('[^%%sd]', ''), (places(other)):gsub('[^%%sd]', ''), key)
  end
  for key in pairs(all.en) do
    assert(all.nl[key], key)
  end
end)

test('mappings are offered, and none is made', function()
  for _, name in ipairs({ 'annotate', 'note', 'next-note', 'previous-note', 'dossier', 'cite' }) do
    assert(vim.fn.maparg(('<Plug>(griffier-%s)'):format(name), 'n') ~= '', name)
  end
  assert(vim.fn.maparg('<Plug>(griffier-annotate)', 'x') ~= '')
  for _, mode in ipairs({ 'n', 'x', 'i', 'o' }) do
    for _, map in ipairs(vim.api.nvim_get_keymap(mode)) do
      local ours = (map.rhs or ''):find('riffier') and not map.lhs:find('<Plug>', 1, true)
      assert(not ours, map.lhs)
    end
  end
end)
