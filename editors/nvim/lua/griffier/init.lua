---Which buffers the server is for, and what it last said of itself.
local M = {}

---What the server says in `griffier/status`.
---@class griffier.Status
---@field quiescent boolean nothing is being read or checked any more
---@field health 'ok'|'warning'|'error'
---@field message? string one line for a status line, in the user's language

---The last status of each client. The keys are weak: a client that is gone takes its status along.
---@type table<vim.lsp.Client, griffier.Status>
local statuses = setmetatable({}, { __mode = 'k' })

---The `root_dir` of the server's configuration. Not calling `on_dir` means: not for this buffer.
---
---Text and Markdown are served below a `griffier.toml` only; a `kamerbrief` always, then alone,
---without a root and so without any folder being walked.
---@param bufnr integer
---@param on_dir fun(root_dir?: string)
function M.root_dir(bufnr, on_dir)
  local name = vim.api.nvim_buf_get_name(bufnr)
  -- Old versions in git, members of archives and the like are not the letter itself.
  if name:match('^%a[%w+.-]+://') then
    return
  end
  local root = name ~= '' and vim.fs.root(bufnr, 'griffier.toml') or nil
  if root or vim.bo[bufnr].filetype == 'kamerbrief' then
    on_dir(root)
  end
end

---The handler of `griffier/status`.
---@param err? lsp.ResponseError
---@param params? griffier.Status
---@param ctx lsp.HandlerContext
function M.on_status(err, params, ctx)
  local client = vim.lsp.get_client_by_id(ctx.client_id)
  if err or not params or not client then
    return
  end
  statuses[client] = params
  vim.api.nvim_exec_autocmds('User', {
    pattern = 'GriffierStatus',
    modeline = false,
    data = { client_id = client.id, status = params },
  })
  vim.cmd.redrawstatus({ bang = true })
end

---The last status of the server behind a buffer, or nil where none is attached or it said nothing yet.
---@param bufnr? integer default: the current buffer
---@return griffier.Status?
function M.status(bufnr)
  local client = vim.lsp.get_clients({ bufnr = bufnr or 0, name = 'griffier' })[1]
  return client and statuses[client]
end

---The status in few characters, for 'statusline'; empty in a buffer that the server is not for.
---@return string
function M.statusline()
  local status = M.status()
  if not status then
    return ''
  end
  local mark = status.health == 'ok' and (status.quiescent and '' or '…') or '!'
  local text = 'griffier' .. mark
  if status.message and status.message ~= '' then
    text = text .. ' ' .. status.message
  end
  -- A per cent sign would be read as a statusline item.
  return (text:gsub('%%', '%%%%'))
end

return M
