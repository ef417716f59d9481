-- The server's configuration, found by `vim.lsp.enable('griffier')`. Everything here may be replaced
-- by the user's own `vim.lsp.config('griffier', { … })`.

---@type vim.lsp.Config
return {
  cmd = { 'griffier', 'lsp', '--stdio' },
  filetypes = { 'text', 'markdown', 'kamerbrief', 'toml' },
  root_dir = function(bufnr, on_dir)
    require('griffier').root_dir(bufnr, on_dir)
  end,
  -- Many users give every server `root_markers = { '.git' }` by way of `vim.lsp.config('*', …)`.
  -- That would make a workspace out of any repository in which one lone letter lies.
  root_markers = {},
  capabilities = {
    experimental = {
      -- status: we show `griffier/status`. pages: we open `griffier://` documents. annotations: we mark
      -- notes, and want to hear of changes.
      griffier = { status = true, pages = true, annotations = true },
    },
  },
  handlers = {
    ['griffier/status'] = function(err, params, ctx)
      require('griffier').on_status(err, params, ctx)
    end,
    ['griffier/annotationsChanged'] = function(_, params, ctx)
      require('griffier.notes').on_changed(params, ctx.client_id)
    end,
    ['window/showDocument'] = function(err, params, ctx)
      return require('griffier').on_show(err, params, ctx)
    end,
  },
  -- One that fell over comes back. Whoever sets an `on_exit` of their own does without that.
  on_exit = function(code, signal, client_id)
    vim.schedule(function()
      require('griffier.restart').on_exit(code, signal, client_id)
    end)
  end,
}
