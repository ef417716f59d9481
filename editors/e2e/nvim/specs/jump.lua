-- From a citation to the paper: a letter that we have, or a page about one that we know of.
local t = require('harness')
local test, equal = t.test, t.equal

local letter = t.open(t.letter)
local CTRL_RBRACKET, CTRL_T, CTRL_O = '\29', '\20', '\15'

---@param keys string
local function normal(keys)
  vim.cmd.normal({ keys, bang = true })
end

---Runs a jump on a citation and waits for the buffer that it leads to.
---@param pattern string
---@param jump fun()
---@param target string Lua pattern of the buffer's name
local function lands(pattern, jump, target)
  vim.cmd.buffer(letter)
  t.cursor(pattern, 2)
  jump()
  t.eventually('a jump to ' .. target, function()
    return vim.api.nvim_buf_get_name(0):match(target)
  end)
end

local function at_header()
  -- In the header of the cited letter: above its salutation.
  local salutation = vim.fn.search('^Aan de Voorzitter', 'nw')
  assert(vim.fn.line('.') < salutation, 'not in the header: line ' .. vim.fn.line('.'))
end

for _, half in ipairs({ [[Kamerstuk $]], [[^29 521, nr\. 385]] }) do
  test('definition on ' .. half .. ' goes to the cited letter', function()
    lands(half, vim.lsp.buf.definition, 'kst%-29521%-385%.txt$')
    at_header()
  end)
  test('so does Ctrl-] and Ctrl-T comes back', function()
    lands(half, function()
      normal(CTRL_RBRACKET)
    end, 'kst%-29521%-385%.txt$')
    at_header()
    normal(CTRL_T)
    equal(vim.api.nvim_get_current_buf(), letter)
  end)
end

local LISTED = [[Kamerstuk 29 521, nr\. 368]]

local function is_page()
  local bufnr = vim.api.nvim_get_current_buf()
  equal(vim.bo[bufnr].filetype, 'markdown')
  equal(vim.bo[bufnr].buftype, 'nofile')
  equal(vim.bo[bufnr].modifiable, false)
  equal(vim.bo[bufnr].readonly, true)
  equal(vim.bo[bufnr].modified, false)
  t.contains(table.concat(t.lines(bufnr), '\n'), '368')
  assert(vim.fn.line('$') > 1 and vim.fn.line('.') <= vim.fn.line('$'))
end

local page ---@type integer
test('a paper known only from the list opens as a page', function()
  vim.v.errmsg = ''
  lands(LISTED, vim.lsp.buf.definition, '^griffier://')
  page = vim.api.nvim_get_current_buf()
  is_page()
  equal(vim.v.errmsg, '')
end)

test('Ctrl-O comes back from it', function()
  normal(CTRL_O)
  equal(vim.api.nvim_get_current_buf(), letter)
end)

test('so it does through Ctrl-], also when it was wiped out before', function()
  local name = vim.api.nvim_buf_get_name(page)
  vim.cmd.bwipeout(page)
  vim.v.errmsg = ''
  lands(LISTED, function()
    normal(CTRL_RBRACKET)
  end, '^griffier://')
  page = vim.api.nvim_get_current_buf()
  equal(vim.api.nvim_buf_get_name(page), name)
  is_page()
  equal(vim.v.errmsg, '')
  normal(CTRL_T)
  equal(vim.api.nvim_get_current_buf(), letter)
end)

test('no server is attached to a page', function()
  equal(vim.lsp.get_clients({ bufnr = page, _uninitialized = true }), {})
end)

test(':edit asks for the page anew', function()
  vim.cmd.buffer(page)
  vim.bo[page].modifiable = true
  vim.api.nvim_buf_set_lines(page, 0, -1, false, { 'oud' })
  vim.cmd('edit!')
  is_page()
end)

test('a page cannot be changed', function()
  local ok, err = pcall(normal, 'dd')
  assert(not ok and tostring(err):match('E21'), tostring(err))
end)

test('a page that the server does not know is one message and an empty buffer', function()
  local name = 'griffier:///fout/bestaat-niet.md'
  local _, said = t.listening('a message', function()
    vim.cmd.edit(name)
  end, function(said)
    return said[1]
  end)
  equal(#said, 1, said)
  t.contains(said[1], name)
  equal(t.lines(), { '' })
  equal(vim.bo.modifiable, false)
end)

test('definition beside a citation says that there is none', function()
  vim.cmd.buffer(letter)
  t.cursor('In deze brief')
  local said = t.listening('a message', vim.lsp.buf.definition, function(said)
    return said[1]
  end)
  t.contains(said, 'No locations')
  equal(vim.api.nvim_get_current_buf(), letter)
end)
