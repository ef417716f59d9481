---Keeps the server's text that of the buffer where Neovim's incremental changes are not.
---
---Neovim 0.11 reports a wrong change, or one outside the text, in these cases, and the server would
---from then on hover and mark beside the point:
--- * the text becomes one empty line, be it only halfway through an undo;
--- * the last line has no line end, and lines come or go after or at it;
--- * a line holds a carriage return (mixed line ends) or a NUL, where the protocol sees a new line;
--- * 'fileformat' or 'endofline' is set, which is no change to Neovim at all.
---Then the whole text goes out in place of the changes, in the same notification and so in order. All
---other edits stay incremental: from them the server knows where the user is typing.
local M = {}

---What the line ends were when the server last had a whole text.
---@type table<integer, string>
local endings = {}
---Buffers that were empty at some moment since the last notification.
---@type table<integer, true>
local emptied = {}
---Buffers with characters inside a line that end one in the protocol.
---@type table<integer, true>
local broken = {}
---@type table<integer, true>
local watched = {}
---@type table<vim.lsp.Client, true>
local guarded = setmetatable({}, { __mode = 'k' })

local LINE_END = { unix = '\n', dos = '\r\n', mac = '\r' }

---@param bufnr integer
---@return string
local function ending(bufnr)
  return LINE_END[vim.bo[bufnr].fileformat] .. tostring(vim.bo[bufnr].endofline)
end

---@param bufnr integer
---@return boolean
local function is_empty(bufnr)
  return vim.api.nvim_buf_line_count(bufnr) == 1
    and vim.api.nvim_buf_get_lines(bufnr, 0, 1, false)[1] == ''
end

---@param bufnr integer
---@return boolean
local function cannot_trust(bufnr)
  local doubt = emptied[bufnr]
    or broken[bufnr]
    or not vim.bo[bufnr].endofline
    or is_empty(bufnr)
    or endings[bufnr] ~= ending(bufnr)
  emptied[bufnr] = nil
  endings[bufnr] = ending(bufnr)
  return doubt
end

---@param bufnr integer
---@return string
local function text(bufnr)
  local line_end = LINE_END[vim.bo[bufnr].fileformat]
  local all = table.concat(vim.api.nvim_buf_get_lines(bufnr, 0, -1, true), line_end)
  return vim.bo[bufnr].endofline and all .. line_end or all
end

---@param bufnr integer
---@param first integer zero-based
---@param last integer exclusive, -1 for the end
---@return boolean
local function has_stray_line_end(bufnr, first, last)
  for _, line in ipairs(vim.api.nvim_buf_get_lines(bufnr, first, last, false)) do
    -- Neovim gives a NUL as a line feed.
    if line:find('[\r\n]') then
      return true
    end
  end
  return false
end

---@param client vim.lsp.Client
local function guard(client)
  if guarded[client] then
    return
  end
  guarded[client] = true
  local notify = client.notify
  client.notify = function(...)
    local self, method, params = ...
    if self == client and method == 'textDocument/didChange' then
      local bufnr = vim.uri_to_bufnr(params.textDocument.uri)
      if cannot_trust(bufnr) then
        params = vim.tbl_extend('force', params, { contentChanges = { { text = text(bufnr) } } })
      end
      return notify(client, method, params)
    end
    return notify(...)
  end
end

---To be called whenever a server is attached to a buffer, which it then has just been sent whole.
---@param client vim.lsp.Client
---@param bufnr integer
function M.attach(client, bufnr)
  guard(client)
  endings[bufnr] = ending(bufnr)
  broken[bufnr] = has_stray_line_end(bufnr, 0, -1) or nil
  if watched[bufnr] then
    return
  end
  watched[bufnr] = vim.api.nvim_buf_attach(bufnr, false, {
    on_lines = function(_, _, _, first, _, last)
      if is_empty(bufnr) then
        emptied[bufnr] = true
      end
      if not broken[bufnr] and has_stray_line_end(bufnr, first, last) then
        broken[bufnr] = true
      end
    end,
    -- Neovim sends the text anew itself.
    on_reload = function()
      broken[bufnr] = has_stray_line_end(bufnr, 0, -1) or nil
    end,
    on_detach = function()
      watched[bufnr], emptied[bufnr], broken[bufnr], endings[bufnr] = nil, nil, nil, nil
    end,
  }) or nil
end

return M
