---The servers that run: which one is meant, and asking it.
local M = {}

---A command that cannot be carried out; the server has told the user why.
local REQUEST_FAILED = -32803

---The client of the letter that the user was in last. A page or a list belongs to no server of its
---own, so that one is meant there.
---@type integer?
M.last = nil

---All of them, the one of the last letter first.
---@return vim.lsp.Client[]
function M.all()
  local all = vim.lsp.get_clients({ name = 'griffier' })
  table.sort(all, function(a, b)
    if (a.id == M.last) ~= (b.id == M.last) then
      return a.id == M.last
    end
    return a.id < b.id
  end)
  return all
end

---The server of a buffer, else that of the letter that one was in last.
---@param bufnr? integer default: the current buffer
---@return vim.lsp.Client?
function M.client(bufnr)
  return vim.lsp.get_clients({ bufnr = bufnr or 0, name = 'griffier' })[1] or M.all()[1]
end

---The server of a letter; says so where the buffer is none.
---@param bufnr? integer
---@return vim.lsp.Client?
function M.of_letter(bufnr)
  local client = vim.lsp.get_clients({ bufnr = bufnr or 0, name = 'griffier' })[1]
  if not client then
    require('griffier.messages').warn('no_server')
  end
  return client
end

---Asks, and tells the user of an error that the server has not told of by itself.
---@param client vim.lsp.Client
---@param method string
---@param params? table
---@param bufnr? integer
---@param done fun(result: any, failed: boolean)
function M.ask(client, method, params, bufnr, done)
  client:request(method, params, function(err, result)
    if err and err.code ~= REQUEST_FAILED then
      vim.notify('Griffier: ' .. err.message, vim.log.levels.ERROR)
    end
    done(not err and result or nil, err ~= nil)
  end, bufnr)
end

---Has a command carried out.
---@param client vim.lsp.Client
---@param command string
---@param argument table
---@param done? fun(result: any) where it was carried out
function M.execute(client, command, argument, done)
  local params = { command = command, arguments = { argument } }
  M.ask(client, 'workspace/executeCommand', params, nil, function(result, failed)
    if done and not failed then
      done(result)
    end
  end)
end

---The program as it is started on a command line: what stands before `lsp` in the user's `cmd`.
---@return string[]
function M.program()
  local config = M.client() and M.client().config or vim.lsp.config.griffier
  local program = {}
  if config and type(config.cmd) == 'table' then
    for _, word in
      ipairs(config.cmd --[[@as string[] ]])
    do
      if word == 'lsp' then
        break
      end
      program[#program + 1] = word
    end
  end
  return #program > 0 and program or { 'griffier' }
end

---Runs the program on the command line, with the workspace and the language of the server.
---@param words string[]
---@param done fun(result: vim.SystemCompleted)
---@param folder? string where the server has no workspace
function M.run(words, done, folder)
  local client = M.client()
  local command = vim.list_extend(M.program(), words)
  local root = client and client.root_dir or folder
  if root then
    vim.list_extend(command, { '--root', root })
  end
  local language = vim.tbl_get(client or {}, 'settings', 'griffier', 'language')
  if type(language) == 'string' then
    vim.list_extend(command, { '--lang', language })
  end
  local started = pcall(vim.system, command, {
    text = true,
    cwd = root,
  }, vim.schedule_wrap(done))
  if not started then
    require('griffier.messages').warn('no_program')
  end
end

return M
