-- `:checkhealth griffier`, the help page, and a server that stops when told to.
local t = require('harness')
local test, contains = t.test, t.contains

---@return string
local function checkhealth()
  vim.cmd('silent checkhealth griffier')
  local text = table.concat(t.lines(), '\n')
  vim.cmd.bwipeout()
  return text
end

test('checkhealth names the program, its version and that it serves', function()
  local text = checkhealth()
  contains(text, 'found `' .. vim.fn.exepath('griffier'))
  contains(text, 'version: griffier ')
  contains(text, 'serves: griffier ')
  contains(text, 'no letter is open')
  assert(not text:find('ERROR') and not text:find('WARNING'), text)
end)

test('checkhealth names the workspace', function()
  t.open(t.letter)
  local text = checkhealth()
  contains(text, vim.uv.fs_realpath(t.workspace))
  contains(text, '1 open')
end)

test('checkhealth says when the program is not there', function()
  vim.lsp.config('griffier', { cmd = { 'griffier-is-er-niet', 'lsp' } })
  contains(checkhealth(), '`griffier-is-er-niet` is not executable')
end)

test('checkhealth says when the program does not serve', function()
  vim.lsp.config('griffier', { cmd = { 'false', 'lsp' } })
  local text = checkhealth()
  contains(text, '`false --version` failed')
  contains(text, 'does not serve: it ended with exit code 1')
  vim.lsp.config('griffier', { cmd = { 'griffier', 'lsp', '--stdio' } })
end)

test('checkhealth says what is wrong with the options', function()
  vim.g.griffier = { notes = 'soms', kleur = 'rood' }
  local text = checkhealth()
  contains(text, 'vim.g.griffier.notes may not be "soms"')
  contains(text, 'has no `kleur`')
  vim.g.griffier = nil
end)

test('every command has its place in the help', function()
  vim.cmd('helptags ALL')
  for _, name in ipairs(require('griffier.command').names()) do
    local found = vim.fn.getcompletion(':Griffier-' .. name, 'help')
    assert(vim.tbl_contains(found, ':Griffier-' .. name), name)
  end
end)

test(':help griffier opens', function()
  vim.cmd('helptags ALL')
  vim.cmd.help('griffier')
  t.equal(vim.fn.expand('%:t'), 'griffier.txt')
  vim.cmd.helpclose()
end)

test('the server stops with exit code 0 when it is disabled', function()
  vim.lsp.enable('griffier', false)
  t.eventually('every client to go', function()
    return #vim.lsp.get_clients({ name = 'griffier', _uninitialized = true }) == 0
  end)

  local code ---@type integer?
  vim.lsp.config('griffier', {
    on_exit = function(exit_code)
      code = exit_code
    end,
  })
  vim.lsp.enable('griffier', true)
  local _, client = t.open(t.letter)
  client:stop()
  t.eventually('the exit code', function()
    return code
  end)
  t.equal(code, 0)
end)
