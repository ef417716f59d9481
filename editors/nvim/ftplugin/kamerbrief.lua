-- A letter in Markdown looks like any other Markdown; a plain letter has no markup to show.
if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

if vim.api.nvim_buf_get_name(0):match('%.md$') then
  -- The parser comes with Neovim, but a user may run without it.
  if pcall(vim.treesitter.start, 0, 'markdown') then
    vim.b.undo_ftplugin = 'lua vim.treesitter.stop()'
  end
end
