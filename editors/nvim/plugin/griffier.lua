-- What a plain client lacks: pages that are not files, and texts that stay in step.
if vim.g.loaded_griffier then
  return
end
vim.g.loaded_griffier = true

local group = vim.api.nvim_create_augroup('griffier', {})

-- A paper known only from a catalogue has no file to jump to: the server answers with a `griffier://`
-- document, and we ask it for the text.
vim.api.nvim_create_autocmd('BufReadCmd', {
  group = group,
  pattern = 'griffier://*',
  desc = 'griffier: ask the server for the page',
  callback = function(args)
    require('griffier.page').read(args.buf, args.match)
  end,
})

vim.api.nvim_create_autocmd('LspAttach', {
  group = group,
  desc = 'griffier: keep the text in step',
  callback = function(args)
    local client = vim.lsp.get_client_by_id(args.data.client_id)
    if client and client.name == 'griffier' then
      require('griffier.sync').attach(client, args.buf)
    end
  end,
})

vim.api.nvim_create_autocmd({ 'BufEnter', 'LspAttach' }, {
  group = group,
  desc = 'griffier: remember the workspace that the user is in',
  callback = function(args)
    local client = vim.lsp.get_clients({ bufnr = args.buf, name = 'griffier' })[1]
    if client then
      require('griffier.page').last_client = client.id
    end
  end,
})
