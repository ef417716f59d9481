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
---without a root and so without any folder being walked. Of TOML only `griffier.toml` itself is, for
---what the server finds wrong in it. A note that is written in a document of its own belongs to the
---workspace of its letter.
---@param bufnr integer
---@param on_dir fun(root_dir?: string)
function M.root_dir(bufnr, on_dir)
  local name = vim.api.nvim_buf_get_name(bufnr)
  -- Old versions in git, members of archives and the like are not the letter itself.
  if name:match('^%a[%w+.-]+://') then
    return
  end
  local letter = M.draft_letter(name)
  if letter then
    on_dir(vim.fs.root(letter, 'griffier.toml'))
    return
  end
  if vim.bo[bufnr].filetype == 'toml' and vim.fs.basename(name) ~= 'griffier.toml' then
    return
  end
  local root = name ~= '' and vim.fs.root(bufnr, 'griffier.toml') or nil
  if root or vim.bo[bufnr].filetype == 'kamerbrief' then
    on_dir(root)
  end
end

---The letter that a draft of a note is for, where the file is one: the server keeps that beside it.
---@param path string
---@return string? letter
function M.draft_letter(path)
  local folder = vim.fs.dirname(path)
  if not path:match('%.md$') or vim.fs.basename(vim.fs.dirname(folder)) ~= 'drafts' then
    return nil
  end
  local file = io.open(vim.fs.joinpath(folder, 'draft.json'))
  if not file then
    return nil
  end
  local ok, purpose = pcall(vim.json.decode, file:read('*a'))
  file:close()
  local uri = ok and type(purpose) == 'table' and purpose.uri
  return type(uri) == 'string' and vim.uri_to_fname(uri) or nil
end

---The handler of `window/showDocument`. A draft of a note gets a window beside its letter, and is
---closed with it; all else is opened as Neovim does.
---@param err? lsp.ResponseError
---@param params lsp.ShowDocumentParams
---@param ctx lsp.HandlerContext
function M.on_show(err, params, ctx)
  local is_file = not params.external and vim.startswith(params.uri, 'file:')
  local path = is_file and vim.uri_to_fname(params.uri) or ''
  if not M.draft_letter(path) then
    return vim.lsp.handlers['window/showDocument'](err, params, ctx)
  end
  vim.cmd('belowright split')
  vim.cmd.edit(vim.fn.fnameescape(path))
  vim.bo.bufhidden = 'delete'
  return { success = true }
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

---The status in few characters, for 'statusline'; empty in a buffer that the server is not for. A `¶`
---leads the number of open notes, a `?` that of notes which have lost their passage.
---@return string
function M.statusline()
  local status = M.status()
  if not status then
    return ''
  end
  local mark = status.health == 'ok' and (status.quiescent and '' or '…') or '!'
  local text = 'griffier' .. mark
  local open, orphans = require('griffier.notes').counts(vim.api.nvim_get_current_buf())
  text = text .. (open > 0 and ' ¶' .. open or '') .. (orphans > 0 and ' ?' .. orphans or '')
  if status.message and status.message ~= '' then
    text = text .. ' ' .. status.message
  end
  -- A per cent sign would be read as a statusline item.
  return (text:gsub('%%', '%%%%'))
end

return M
