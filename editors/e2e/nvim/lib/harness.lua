---What the specs share: naming tests, waiting for events, and asking the editor and the server.
---No test framework: a spec is a Lua file that Neovim itself runs, and its exit code is the verdict.
local M = {}

-- On a machine that has much else to do, a number above 1 in this keeps slow from being called broken.
local WAIT_MS = 15000 * tonumber(vim.env.GRIFFIER_E2E_PATIENCE or 1)

M.workspace = assert(vim.env.E2E_WORKSPACE, 'run by run.sh')
M.letter = M.workspace .. '/letters/stand-van-zaken.txt'
M.cited = M.workspace .. '/letters/kst-29521-385.txt'

local passed, failed, skipped = 0, 0, 0

local function say(...)
  io.stdout:write(table.concat({ ... }, ' '), '\n')
  io.stdout:flush()
end

---@param name string
---@param body fun()
function M.test(name, body)
  local start = vim.uv.hrtime()
  local ok, err = xpcall(body, debug.traceback)
  local ms = (vim.uv.hrtime() - start) / 1e6
  if ok then
    passed = passed + 1
    say(('ok    %-66s %5.0f ms'):format(name, ms))
  else
    failed = failed + 1
    say('FAIL ', name, '\n     ', (tostring(err):gsub('\n', '\n      ')))
  end
end

---@param name string
---@param why string
function M.skip(name, why)
  skipped = skipped + 1
  say(('skip  %s: skipped, %s'):format(name, why))
end

---Runs a spec and ends the editor with its verdict, also where the spec does not get to its end.
---@param path string
function M.run(path)
  local ok, err = xpcall(dofile, debug.traceback, path)
  if not ok then
    failed = failed + 1
    say('FAIL ', path, '\n     ', (tostring(err):gsub('\n', '\n      ')))
  end
  say(('spec: %d passed, %d failed, %d skipped'):format(passed, failed, skipped))
  vim.cmd(failed > 0 and 'cquit 1' or 'qall!')
end

---Waits for an event and gives what it brought.
---@generic T
---@param what string named when it does not come
---@param probe fun(): T?
---@return T
function M.eventually(what, probe)
  local value
  local came = vim.wait(WAIT_MS, function()
    value = probe()
    return value
  end, 10)
  if not came then
    error(('waited %d s for %s; last: %s'):format(WAIT_MS / 1000, what, vim.inspect(value)), 2)
  end
  return value
end

---@param got any
---@param want any
---@param context? any
function M.equal(got, want, context)
  if not vim.deep_equal(got, want) then
    local more = context and '\n' .. (type(context) == 'string' and context or vim.inspect(context))
      or ''
    error(('got  %s\nwant %s%s'):format(vim.inspect(got), vim.inspect(want), more), 2)
  end
end

---@param text string
---@param part string
function M.contains(text, part)
  if not text:find(part, 1, true) then
    error(('%q is not in:\n%s'):format(part, text), 2)
  end
end

---Opens a file and waits until its server has read the workspace.
---@param path string
---@return integer bufnr
---@return vim.lsp.Client client
function M.open(path)
  vim.cmd.edit(vim.fn.fnameescape(path))
  local bufnr = vim.api.nvim_get_current_buf()
  return bufnr, M.client(bufnr)
end

---@param bufnr integer
---@return vim.lsp.Client
function M.client(bufnr)
  local client = M.eventually('the server to attach', function()
    local client = vim.lsp.get_clients({ bufnr = bufnr, name = 'griffier' })[1]
    return client and client.initialized and client
  end)
  M.eventually('a quiescent server', function()
    local status = require('griffier').status(bufnr)
    return status and status.quiescent
  end)
  return client
end

---Puts the cursor on the first match of a Vim pattern, and then some characters to the right.
---@param pattern string
---@param right? integer
function M.cursor(pattern, right)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search(pattern, 'cW') > 0, 'not in the letter: ' .. pattern)
  if right and right > 0 then
    vim.cmd(('normal! %dl'):format(right))
  end
end

---@return string[]
function M.lines(bufnr)
  return vim.api.nvim_buf_get_lines(bufnr or 0, 0, -1, false)
end

---Runs something and gives what Neovim says to the user until an event has come.
---@param what string
---@param body fun()
---@param probe fun(said: string[]): any
---@return any value what the event brought
---@return string[] said
function M.listening(what, body, probe)
  local said = {} ---@type string[]
  local notify = vim.notify
  vim.notify = function(message)
    said[#said + 1] = message
  end
  local ok, value = pcall(function()
    body()
    return M.eventually(what, function()
      return probe(said)
    end)
  end)
  vim.notify = notify
  if not ok then
    error(value, 2)
  end
  return value, said
end

---Runs something while each question is answered in turn: a choice by the first item that holds these
---words, an input by the words themselves. Whoever asks more, or less, than is answered fails.
---@param answers string[]
---@param body fun()
---@return string[] asked the prompts
---@return string[][] items of each choice
function M.answering(answers, body)
  local asked, offered = {}, {} ---@type string[], string[][]
  local select, input = vim.ui.select, vim.ui.input
  vim.ui.select = function(items, opts, choose)
    asked[#asked + 1] = opts.prompt
    local shown = vim.tbl_map(opts.format_item or tostring, items)
    offered[#offered + 1] = shown
    local answer = answers[#asked]
    for index, item in ipairs(shown) do
      -- Beside the label, for what is known by another name.
      local name = type(items[index]) == 'table' and items[index].name
      if answer and (item:find(answer, 1, true) or name == answer) then
        return choose(items[index], index)
      end
    end
    error(('%q is not among %s'):format(tostring(answer), vim.inspect(shown)))
  end
  vim.ui.input = function(opts, done)
    asked[#asked + 1] = opts.prompt
    done(answers[#asked])
  end
  local ok, err = xpcall(body, debug.traceback)
  vim.wait(WAIT_MS, function()
    return not ok or #asked >= #answers
  end, 10)
  vim.ui.select, vim.ui.input = select, input
  if not ok then
    error(err, 0)
  end
  M.equal(#asked, #answers, asked)
  return asked, offered
end

---The floating window, where there is one.
---@return integer?
function M.float()
  for _, win in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(win).relative ~= '' then
      return win
    end
  end
end

---The process of a server: the one below this editor, of which there must be but one.
---@return integer
function M.pid()
  local children = vim.tbl_filter(function(pid)
    local name = vim.api.nvim_get_proc(pid)
    return name and name.name == 'griffier'
  end, vim.api.nvim_get_proc_children(vim.fn.getpid()))
  M.equal(#children, 1, 'servers below this editor')
  return children[1]
end

---Hovers at the cursor as `K` does and gives what the window shows, or nil where Neovim says that
---there is nothing.
---@return string?
function M.hover()
  M.listening('a hover', vim.lsp.buf.hover, function(said)
    return M.float() or said[1]
  end)
  local window = M.float()
  if not window then
    return nil
  end
  local text = table.concat(M.lines(vim.api.nvim_win_get_buf(window)), '\n')
  vim.api.nvim_win_close(window, true)
  return text
end

---The version of each document that the server last published findings for.
---@type table<string, integer>
local published = {}
local publish = vim.lsp.handlers['textDocument/publishDiagnostics']
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(err, params, ctx)
  publish(err, params, ctx)
  -- Neovim does not say that it knows versions here, so it is told none.
  published[params.uri] = params.version or vim.lsp.util.buf_versions[vim.uri_to_bufnr(params.uri)]
end

---Waits until the findings are those of the text as it is now, so that none really means none.
---@param bufnr integer
function M.checked(bufnr)
  M.eventually('findings of this version', function()
    local version = vim.lsp.util.buf_versions[bufnr]
    return version == published[vim.uri_from_bufnr(bufnr)] and version
  end)
end

---The findings of Griffier, most severe first.
---@return vim.Diagnostic[]
function M.findings(bufnr)
  local all = vim.diagnostic.get(bufnr or 0)
  table.sort(all, function(a, b)
    return a.severity < b.severity
  end)
  return all
end

---@return vim.Diagnostic[]
function M.warnings(bufnr)
  return vim.tbl_filter(function(d)
    return d.severity <= vim.diagnostic.severity.WARN
  end, M.findings(bufnr))
end

---The text of a buffer as the protocol says it, made here and not by the client under test.
---@param bufnr integer
---@return string
function M.text(bufnr)
  local line_end = ({ unix = '\n', dos = '\r\n', mac = '\r' })[vim.bo[bufnr].fileformat]
  local text = table.concat(M.lines(bufnr), line_end)
  return vim.bo[bufnr].endofline and text .. line_end or text
end

---@param text string
---@return string hash XXH3 of 64 bits, 16 lower-case hexadecimal digits
function M.hash(text)
  local program =
    'import sys,xxhash; print(xxhash.xxh3_64_hexdigest(sys.stdin.buffer.read()), end="")'
  local done = vim.system({ assert(vim.env.E2E_PYTHON), '-c', program }, { stdin = text }):wait()
  assert(done.code == 0, done.stderr)
  return done.stdout
end

---Fails unless the server holds the text that the editor holds, in the same version.
---@param bufnr integer
---@param client vim.lsp.Client
---@param context? any
function M.in_step(bufnr, client, context)
  local params = { textDocument = { uri = vim.uri_from_bufnr(bufnr) } }
  local answer = assert(client:request_sync('griffier/documentState', params, WAIT_MS, bufnr))
  assert(not answer.err, vim.inspect(answer.err))
  M.equal(answer.result.hash, M.hash(M.text(bufnr)), context)
  M.equal(answer.result.version, vim.lsp.util.buf_versions[bufnr], context)
end

return M
