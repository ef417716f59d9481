---A server that fell over comes back, and one can have it started anew.
---
---Neovim itself leaves a server that is gone alone until a letter is opened.
local M = {}

local messages = require('griffier.messages')

---More often than this in so many seconds, and the fault is not chance.
local TIMES, SECONDS = 5, 180
local PAUSE_MS = 200
---How long a server may take to stop by itself.
local STOP_MS = 2000
local SIGTERM = 15

---When servers fell over, in seconds.
---@type number[]
local falls = {}

---@return boolean
local function wanted()
  return vim.tbl_get(vim.g, 'griffier', 'restart') ~= false
end

---Attaches servers to letters that have none any more.
---@param config vim.lsp.ClientConfig of the server that is gone
---@param buffers integer[]
local function start(config, buffers)
  -- The settings as they are now, where the server is enabled as the help says.
  if not vim.lsp.is_enabled or vim.lsp.is_enabled('griffier') then
    vim.lsp.enable('griffier')
    return
  end
  for _, bufnr in ipairs(buffers) do
    if vim.api.nvim_buf_is_loaded(bufnr) then
      vim.lsp.start(config, { bufnr = bufnr })
    end
  end
end

---To be called when a server ended. One that was told to stop, by us or by a signal, stays away.
---@param code integer
---@param signal integer
---@param client_id integer
function M.on_exit(code, signal, client_id)
  local client = vim.lsp.get_client_by_id(client_id)
  local fell = signal ~= 0 and signal ~= SIGTERM or signal == 0 and code ~= 0
  -- One that never came up would not do so the next time either.
  if not client or not client.initialized or not fell then
    return
  end
  local config, buffers = client.config, vim.tbl_keys(client.attached_buffers)
  -- Neovim forgets the client first.
  vim.defer_fn(function()
    if not wanted() or vim.v.exiting ~= vim.NIL then
      return
    end
    local now = vim.uv.hrtime() / 1e9
    falls = vim.tbl_filter(function(fall)
      return now - fall < SECONDS
    end, falls)
    falls[#falls + 1] = now
    if #falls >= TIMES then
      messages.warn('crashed', #falls)
    else
      start(config, buffers)
    end
  end, PAUSE_MS)
end

---Stops the servers and starts them anew, with the settings as they are now.
function M.restart()
  falls = {}
  local clients = require('griffier.server').all()
  if #clients == 0 then
    start(vim.lsp.config.griffier, {})
    return
  end
  local configs, open = {}, {}
  for _, client in ipairs(clients) do
    configs[client.id] = client.config
    open[client.id] = vim.tbl_keys(client.attached_buffers)
    client:stop()
  end
  local stopped = vim.wait(STOP_MS, function()
    return #vim.lsp.get_clients({ name = 'griffier', _uninitialized = true }) == 0
  end, 20)
  if not stopped then
    for _, client in ipairs(vim.lsp.get_clients({ name = 'griffier' })) do
      client:stop(true)
    end
    vim.wait(STOP_MS, function()
      return #vim.lsp.get_clients({ name = 'griffier', _uninitialized = true }) == 0
    end, 20)
  end
  for id, config in pairs(configs) do
    start(config, open[id])
  end
end

return M
