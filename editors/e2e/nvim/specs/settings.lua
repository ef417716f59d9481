-- What the documented `vim.lsp.config('griffier', …)` changes: the program, and the language.
local t = require('harness')
local test = t.test

-- A wrapper of the user's own, to see that it is the one that runs.
local wrapper = vim.fn.tempname()
vim.fn.writefile({
  '#!/bin/sh',
  ('echo ran > %s.ran'):format(wrapper),
  ('exec %s "$@"'):format(vim.fn.shellescape(vim.fn.exepath('griffier'))),
}, wrapper)
vim.fn.setfperm(wrapper, 'rwxr-xr-x')

vim.lsp.config('*', { root_markers = { '.git' } })
vim.lsp.config('griffier', {
  cmd = { wrapper, 'lsp', '--stdio' },
  settings = { griffier = { language = 'en' } },
})

local _, client = t.open(t.letter)

test('the program is the one of the configuration', function()
  t.equal(vim.fn.filereadable(wrapper .. '.ran'), 1)
  t.equal(client.config.cmd[1], wrapper)
end)

test('our part of the capabilities is merged into those of Neovim', function()
  t.equal(client.capabilities.experimental, {
    griffier = { status = true, pages = true, annotations = true },
  })
  assert(client.capabilities.textDocument.hover, 'the rest is still there')
end)

test('the language of the settings is the language of the hover', function()
  t.cursor([[Kamerstuk $]])
  local english = assert(t.hover())
  assert(not english:find(' niet ', 1, true), english)
  client:notify(
    'workspace/didChangeConfiguration',
    { settings = { griffier = { language = 'nl' } } }
  )
  client.settings = { griffier = { language = 'nl' } }
  -- The server asks for the settings and reads them before it speaks otherwise.
  t.eventually('a hover in Dutch', function()
    return t.hover() ~= english
  end)
end)
