---`:checkhealth griffier`: is the program there, does it run, does it serve, and whom.
local M = {}

local TIMEOUT_MS = 5000

---Starts the server as an editor would, lets it introduce itself and stops it again.
---@param cmd string[]
---@return boolean ok
---@return string detail who answered, or what went wrong
local function introduce(cmd)
  local exited ---@type integer?
  local answer, failure ---@type table?, table?
  local started, rpc = pcall(vim.lsp.rpc.start, cmd, {
    on_exit = function(code)
      exited = code
    end,
  })
  if not started then
    return false, tostring(rpc)
  end

  rpc.request('initialize', {
    processId = vim.uv.os_getpid(),
    rootUri = vim.NIL,
    workspaceFolders = vim.NIL,
    capabilities = vim.empty_dict(),
  }, function(err, result)
    answer, failure = result, err
  end)
  vim.wait(TIMEOUT_MS, function()
    return answer ~= nil or failure ~= nil or exited ~= nil
  end, 10)
  if not answer then
    local reason = failure and failure.message
      or exited and ('it ended with exit code %d'):format(exited)
      or ('no answer within %d s'):format(TIMEOUT_MS / 1000)
    rpc.terminate()
    return false, reason
  end

  rpc.notify('initialized', vim.empty_dict())
  rpc.request('shutdown', nil, function()
    rpc.notify('exit')
  end)
  vim.wait(TIMEOUT_MS, function()
    return exited ~= nil
  end, 10)
  if exited ~= 0 then
    rpc.terminate()
    return false, exited and ('exit code %d when told to stop'):format(exited) or 'it does not stop'
  end
  local info = answer.serverInfo or { name = '?' }
  return true, ('%s %s'):format(info.name, info.version or '')
end

---@param cmd string[]
local function check_program(cmd)
  local path = vim.fn.exepath(cmd[1])
  if path == '' then
    vim.health.error(('`%s` is not executable'):format(cmd[1]), {
      'Install griffier and put it on your $PATH, or',
      "name the file: vim.lsp.config('griffier', { cmd = { '/path/to/griffier', 'lsp', '--stdio' } })",
    })
    return
  end
  vim.health.ok(('found `%s`'):format(path))

  local ran, done = pcall(function()
    return vim.system({ cmd[1], '--version' }, { text = true }):wait(TIMEOUT_MS)
  end)
  if ran and done.code == 0 then
    vim.health.ok('version: ' .. vim.trim(done.stdout or ''))
  else
    local why = ran and ('exit code %d %s'):format(done.code, vim.trim(done.stderr or ''))
      or tostring(done)
    vim.health.error(('`%s --version` failed: %s'):format(cmd[1], why))
  end

  local serves, detail = introduce(cmd)
  if serves then
    vim.health.ok(('`%s` serves: %s'):format(table.concat(cmd, ' '), detail))
  else
    vim.health.error(('`%s` does not serve: %s'):format(table.concat(cmd, ' '), detail))
  end
end

local function check_clients()
  local clients = vim.lsp.get_clients({ name = 'griffier' })
  if #clients == 0 then
    vim.health.info('no letter is open: text and Markdown are served below a `griffier.toml`')
  end
  for _, client in ipairs(clients) do
    local letters = vim.tbl_count(client.attached_buffers)
    local root = client.root_dir or 'no root (letters on their own)'
    vim.health.ok(('client %d: %s, %d open'):format(client.id, root, letters))
    local status = require('griffier').status(next(client.attached_buffers))
    if status and status.health ~= 'ok' then
      vim.health.warn(('client %d: %s'):format(client.id, status.message or status.health))
    end
  end
end

---What `vim.g.griffier` may hold, and whether it holds that.
local function check_options()
  local options = vim.g.griffier or {}
  local allowed = {
    notes = function(value)
      return vim.tbl_contains({ 'open', 'all', 'none' }, value)
    end,
    restart = function(value)
      return type(value) == 'boolean'
    end,
  }
  for key, value in pairs(options) do
    if not allowed[key] then
      vim.health.warn(('vim.g.griffier has no `%s`'):format(key), 'See :help griffier-options')
    elseif not allowed[key](value) then
      local text = ('vim.g.griffier.%s may not be %s'):format(key, vim.inspect(value))
      vim.health.warn(text, 'See :help griffier-options')
    end
  end
end

function M.check()
  vim.health.start('griffier')
  if vim.fn.has('nvim-0.11') == 0 then
    vim.health.error('Neovim 0.11 or newer is needed')
    return
  end

  local config = vim.lsp.config.griffier
  if not config then
    vim.health.error('`lsp/griffier.lua` is not on the runtime path')
    return
  end
  if type(config.cmd) == 'table' then
    check_program(config.cmd)
  else
    vim.health.info('`cmd` is a function of your own and cannot be checked')
  end

  -- The function is younger than 0.11.0.
  if vim.lsp.is_enabled and not vim.lsp.is_enabled('griffier') then
    vim.health.warn('not enabled', "Add vim.lsp.enable('griffier') to your init.lua")
  end
  check_options()
  check_clients()
end

return M
