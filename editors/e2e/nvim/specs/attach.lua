-- Whom the server serves: letters below a griffier.toml, and kamerbrieven anywhere.
local t = require('harness')
local test, equal = t.test, t.equal

local outside = vim.fn.tempname()
vim.fn.mkdir(outside, 'p')

---@param name string
---@return string path
local function write(name)
  local path = outside .. '/' .. name
  vim.fn.writefile({ 'Zie Kamerstuk 29 521, nr. 385.' }, path)
  return path
end

---@return vim.lsp.Client[]
local function attached(bufnr)
  return vim.lsp.get_clients({ bufnr = bufnr, name = 'griffier', _uninitialized = true })
end

-- Opened first, so that when the letter below has its server these have had every chance.
local strangers = {}
for _, name in ipairs({ 'notities.txt', 'notities.md' }) do
  vim.cmd.edit(write(name))
  strangers[name] = vim.api.nvim_get_current_buf()
end

local letter, client = t.open(t.letter)

test('a letter below griffier.toml is served, and that folder is the root', function()
  equal(vim.bo[letter].filetype, 'text')
  equal(client.name, 'griffier')
  equal(client.server_info.name, 'griffier')
  equal(vim.uv.fs_realpath(client.root_dir), vim.uv.fs_realpath(t.workspace))
end)

test('Markdown in the same workspace shares the server', function()
  local _, same = t.open(t.workspace .. '/letters/concept.md')
  equal(vim.bo.filetype, 'markdown')
  equal(same.id, client.id)
end)

test('text and Markdown elsewhere are left alone', function()
  for name, bufnr in pairs(strangers) do
    equal(attached(bufnr), {}, name)
  end
end)

test('other file types in the workspace are left alone', function()
  local path = t.workspace .. '/Cargo.toml'
  vim.fn.writefile({ '[package]' }, path)
  vim.cmd.edit(path)
  equal(vim.bo.filetype, 'toml')
  local toml = vim.api.nvim_get_current_buf()
  t.open(t.letter)
  equal(attached(toml), {})
end)

test('an old version of a letter, as git shows it, is left alone', function()
  vim.cmd.edit('fugitive://' .. t.workspace .. '/.git//0/letters/stand-van-zaken.txt')
  local old = vim.api.nvim_get_current_buf()
  vim.bo[old].filetype = 'text'
  t.open(t.letter)
  equal(attached(old), {})
end)

for _, name in ipairs({ 'los.kamerbrief.txt', 'los.kamerbrief.md' }) do
  test(name .. ' is served where no griffier.toml stands, without a root', function()
    local bufnr, alone = t.open(write(name))
    equal(vim.bo[bufnr].filetype, 'kamerbrief')
    equal(alone.root_dir, nil)
    equal(alone.workspace_folders, nil)
    assert(alone.id ~= client.id, 'a server of its own')
    t.cursor('Kamerstuk')
    t.contains(assert(t.hover(), 'no hover'), '385')
  end)
end

test('a kamerbrief in a workspace belongs to the workspace', function()
  local path = t.workspace .. '/letters/nieuw.kamerbrief.txt'
  vim.fn.writefile({ 'Zie Kamerstuk 29 521, nr. 385.' }, path)
  local _, same = t.open(path)
  equal(same.id, client.id)
end)

test('a line for the status line', function()
  vim.cmd.buffer(letter)
  equal(require('griffier').statusline():sub(1, 8), 'griffier')
  equal(require('griffier').status().health, 'ok')
  vim.cmd.buffer(strangers['notities.txt'])
  equal(require('griffier').statusline(), '')
end)
