-- Pages of the server: papers known only from a catalogue have no file to jump to, so the server
-- answers with a `griffier://` document and we ask it for the text.
if vim.g.loaded_griffier then
  return
end
vim.g.loaded_griffier = true

local group = vim.api.nvim_create_augroup('griffier', {})

vim.api.nvim_create_autocmd('BufReadCmd', {
  group = group,
  pattern = 'griffier://*',
  desc = 'griffier: ask the server for the page',
  callback = function(args)
    require('griffier.page').read(args.buf, args.match)
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
