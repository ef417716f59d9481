-- What a plain client lacks: pages that are not files, texts that stay in step, notes in the text,
-- and a command. What is done stands in lua/griffier and is loaded when it is needed.
if vim.g.loaded_griffier then
  return
end
vim.g.loaded_griffier = true

local group = vim.api.nvim_create_augroup('griffier', {})

---@param event string|string[]
---@param pattern string?
---@param desc string
---@param callback fun(args: vim.api.keyset.create_autocmd.callback_args)
local function on(event, pattern, desc, callback)
  vim.api.nvim_create_autocmd(event, {
    group = group,
    pattern = pattern,
    desc = 'griffier: ' .. desc,
    callback = callback,
  })
end

---@param bufnr integer
---@return vim.lsp.Client?
local function client_of(bufnr)
  return vim.lsp.get_clients({ bufnr = bufnr, name = 'griffier' })[1]
end

-- A paper known only from a catalogue has no file to jump to: the server answers with a `griffier://`
-- document, and we ask it for the text.
on('BufReadCmd', 'griffier://*', 'ask the server for the page', function(args)
  require('griffier.page').read(args.buf, args.match)
end)

on('LspAttach', nil, 'keep the text in step, and mark its notes', function(args)
  local client = vim.lsp.get_client_by_id(args.data.client_id)
  if client and client.name == 'griffier' then
    require('griffier.sync').attach(client, args.buf)
    require('griffier.notes').highlights()
    require('griffier.notes').attach(client, args.buf)
  end
end)

on('BufWritePost', nil, 'look where the notes are now', function(args)
  if not client_of(args.buf) then
    return
  end
  if vim.fs.basename(args.match) == 'griffier.toml' then
    -- It may hold other tags from now on.
    for bufnr in pairs(client_of(args.buf).attached_buffers) do
      require('griffier.notes').attach(client_of(args.buf), bufnr)
    end
  else
    require('griffier.notes').refresh(args.buf)
  end
end)

on('LspDetach', nil, 'take the marks of notes away', function(args)
  local client = vim.lsp.get_client_by_id(args.data.client_id)
  if client and client.name == 'griffier' then
    require('griffier.notes').forget(args.buf)
  end
end)

on('ColorScheme', nil, 'what notes look like', function()
  require('griffier.notes').highlights()
end)

on({ 'BufEnter', 'LspAttach' }, nil, 'remember the workspace that the user is in', function(args)
  local client = client_of(args.buf)
  if client then
    require('griffier.server').last = client.id
  end
end)

vim.api.nvim_create_user_command('Griffier', function(args)
  require('griffier.command').run(args)
end, {
  nargs = '*',
  bang = true,
  range = true,
  desc = 'Notes, dossiers and citations of Dutch parliamentary papers',
  complete = function(...)
    return require('griffier.command').complete(...)
  end,
})

-- Offered, not imposed: nothing is mapped to these until the user does so.
local PLUGS = {
  note = 'note',
  reply = 'note reply',
  resolve = 'note resolve',
  ['next-note'] = 'note next',
  ['previous-note'] = 'note previous',
  notes = 'notes',
  dossier = 'dossier',
  cite = 'cite',
}
for name, command in pairs(PLUGS) do
  vim.keymap.set(
    'n',
    ('<Plug>(griffier-%s)'):format(name),
    ('<Cmd>Griffier %s<CR>'):format(command)
  )
end
vim.keymap.set('n', '<Plug>(griffier-insert)', '<Cmd>Griffier! cite<CR>')
-- In normal mode an operator; on a selection, that.
vim.keymap.set('n', '<Plug>(griffier-annotate)', function()
  vim.o.operatorfunc = "v:lua.require'griffier.command'.operator"
  return 'g@'
end, { expr = true })
vim.keymap.set('x', '<Plug>(griffier-annotate)', ':Griffier annotate<CR>', { silent = true })
