-- A server that falls over comes back, unless it was told to go, or does so all the time.
local t = require('harness')
local test, equal = t.test, t.equal

local bufnr, client = t.open(t.letter)

---@return vim.lsp.Client?
local function server()
  local one = vim.lsp.get_clients({ bufnr = bufnr, name = 'griffier' })[1]
  return one and one.initialized and not one:is_stopped() and one or nil
end

local function gone()
  return #vim.lsp.get_clients({ name = 'griffier', _uninitialized = true }) == 0
end

---Kills the server and waits until Neovim knows.
local function kill()
  vim.uv.kill(t.pid(), 'sigkill')
  t.eventually('the server to be gone', function()
    return not vim.lsp.get_client_by_id(client.id)
  end)
end

---Fails when a server comes within a second; half of that is long beyond its pause.
local function stays_away()
  local came = vim.wait(1000, function()
    return server() ~= nil
  end, 20)
  assert(not came, 'a server came back')
end

test('told to stop, it stays away', function()
  client:stop()
  t.eventually('no server', gone)
  stays_away()
end)

test('and comes by :Griffier restart', function()
  vim.cmd('Griffier restart')
  client = t.client(bufnr)
end)

test('not wanted, it stays away when it fell over', function()
  vim.g.griffier = { restart = false }
  kill()
  stays_away()
  vim.g.griffier = nil
  vim.cmd('Griffier restart')
  client = t.client(bufnr)
end)

test('it has the text as it is by then', function()
  vim.api.nvim_buf_set_lines(bufnr, 0, 0, false, { 'Zie Kamerstuk 295 21, nr. 385.' })
  kill()
  vim.api.nvim_buf_set_lines(bufnr, 0, 0, false, { 'Nog een regel.' })
  client = t.eventually('another server', server)
  t.client(bufnr)
  t.in_step(bufnr, client)
  t.eventually('its findings', function()
    return t.warnings(bufnr)[1]
  end)
end)

test('all the time is too often, and is said', function()
  local said = t.listening('a message', function()
    -- It fell once above.
    for _ = 1, 3 do
      kill()
      client = t.eventually('another server', server)
    end
    kill()
  end, function(said)
    for _, message in ipairs(said) do
      if message:find('Griffier restart', 1, true) then
        return message
      end
    end
  end)
  t.contains(said, '5 keer')
  stays_away()
  vim.cmd('Griffier restart')
  client = t.client(bufnr)
  t.in_step(bufnr, client)
end)

test('without a server, commands say what to do', function()
  vim.lsp.enable('griffier', false)
  t.eventually('no server', gone)
  local marks =
    vim.api.nvim_buf_get_extmarks(bufnr, vim.api.nvim_create_namespace('griffier.notes'), 0, -1, {})
  equal(marks, {})
  for _, command in ipairs({ 'annotate', 'notes', 'orphans', 'cite', 'dossier', 'index', 'export' }) do
    local said = t.listening('a message', function()
      vim.cmd('Griffier ' .. command)
    end, function(said)
      return said[1]
    end)
    t.contains(said, 'checkhealth')
  end
end)
