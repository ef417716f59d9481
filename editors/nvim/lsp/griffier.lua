-- The server's configuration, found by `vim.lsp.enable('griffier')`. Everything here may be replaced
-- by the user's own `vim.lsp.config('griffier', { … })`.

---@type vim.lsp.Config
return {
  cmd = { 'griffier', 'lsp', '--stdio' },
  filetypes = { 'text', 'markdown', 'kamerbrief' },
  root_dir = function(bufnr, on_dir)
    require('griffier').root_dir(bufnr, on_dir)
  end,
  -- Many users give every server `root_markers = { '.git' }` by way of `vim.lsp.config('*', …)`.
  -- That would make a workspace out of any repository in which one lone letter lies.
  root_markers = {},
  capabilities = {
    experimental = {
      -- status: we show `griffier/status`. pages: we open `griffier://` documents.
      griffier = { status = true, pages = true },
    },
  },
  handlers = {
    ['griffier/status'] = function(err, params, ctx)
      require('griffier').on_status(err, params, ctx)
    end,
  },
}
