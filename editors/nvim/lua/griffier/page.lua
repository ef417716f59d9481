---Read-only pages that are not files: `griffier://` documents, whose text the server gives.
local M = {}

local METHOD = 'workspace/textDocumentContent'
local TIMEOUT_MS = 5000

---@param bufnr integer
---@param uri string
---@return string? text
---@return string? problem why there is no text
local function request(bufnr, uri)
  local problem = 'no griffier server is running: open a letter first, then :edit'
  for _, client in ipairs(require('griffier.server').all()) do
    local answer, failure = client:request_sync(METHOD, { uri = uri }, TIMEOUT_MS, bufnr)
    if answer and answer.result and type(answer.result.text) == 'string' then
      return answer.result.text
    end
    problem = answer and answer.err and answer.err.message
      or failure
      or 'the server has no such page'
  end
  return nil, problem
end

---Fills a buffer with the page that its name names (the `BufReadCmd` of `griffier://`).
---
---The buffer may be loaded in the background, to measure a column in it, so this must not rely on
---it being shown, and it has to be filled before this returns: the cursor is put into it next.
---@param bufnr integer
---@param uri string
function M.read(bufnr, uri)
  local bo = vim.bo[bufnr]
  -- Before the file type is set: `vim.lsp.enable` leaves alone every buffer that is not a file.
  bo.buftype = 'nofile'
  bo.swapfile = false

  local text, problem = request(bufnr, uri)
  local lines = vim.split((text or ''):gsub('\r\n?', '\n'):gsub('\n$', ''), '\n')

  local undolevels = bo.undolevels
  bo.readonly = false
  bo.modifiable = true
  bo.undolevels = -1
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, lines)
  bo.undolevels = undolevels
  bo.modified = false
  bo.modifiable = false
  bo.readonly = true

  if text then
    bo.filetype = 'markdown'
  else
    vim.notify(('griffier: %s: %s'):format(uri, problem), vim.log.levels.ERROR)
  end
end

return M
