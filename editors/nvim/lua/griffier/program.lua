---What the program does on the command line, and its log: export, doctor, index.
local M = {}

local messages = require('griffier.messages')
local server = require('griffier.server')

---Shows text in a window of its own, which one reads and closes.
---@param name string
---@param text string
local function report(name, text)
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(vim.trim(text), '\n'))
  vim.bo[buffer].modifiable = false
  vim.bo[buffer].bufhidden = 'wipe'
  vim.cmd('botright split')
  vim.api.nvim_win_set_buf(0, buffer)
  -- A second report of the name is one beside it.
  pcall(vim.api.nvim_buf_set_name, buffer, ('griffier %s [%d]'):format(name, buffer))
  vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = buffer, nowait = true })
end

---@param done vim.SystemCompleted
---@return string
local function said(done)
  return vim.trim((done.stdout or '') .. '\n' .. (done.stderr or ''))
end

function M.doctor()
  server.run({ 'doctor' }, function(done)
    report('doctor', said(done))
  end)
end

---What each workspace holds; with an option of `griffier index`, what that does.
---@param words string[]
function M.index(words)
  if #words > 0 then
    server.run(vim.list_extend({ 'index' }, words), function(done)
      report('index', said(done))
    end)
    return
  end
  local client = server.client()
  if not client then
    messages.warn('no_server')
    return
  end
  server.ask(client, 'griffier/corpora', nil, nil, function(corpora)
    local lines = {}
    for _, corpus in ipairs(corpora or {}) do
      ---@cast corpus griffier.Corpus
      local root = corpus.root and vim.uri_to_fname(corpus.root) or messages.say('alone')
      local rest = corpus.complete and '' or messages.say('not_all')
      lines[#lines + 1] = messages.say('letters_read', root, corpus.letters, rest)
      for _, list in ipairs(corpus.lists) do
        local day = list['until']
        lines[#lines + 1] = day and messages.say('list_until', list.name, list.papers, day)
          or messages.say('list', list.name, list.papers)
      end
    end
    vim.notify(table.concat(lines, '\n'), vim.log.levels.INFO)
  end)
end

---@param letter string
---@param target string
local function export(letter, target)
  local format = target:lower():match('%.(csv)$') or target:lower():match('%.(jsonld)$') or 'html'
  local words = { 'annotate', 'export', letter, '--format', format, '-o', target }
  server.run(words, function(done)
    if done.code == 0 then
      messages.tell('exported', vim.fn.fnamemodify(target, ':~:.'))
    else
      vim.notify('Griffier: ' .. messages.say('failed', said(done)), vim.log.levels.ERROR)
    end
  end, vim.fs.dirname(letter))
end

---Writes the letter with its notes as a page, a table or linked data, by the name of the file.
---@param target? string asked for where it is not given
function M.export(target)
  local letter = vim.api.nvim_buf_get_name(0)
  if not server.of_letter(0) then
    return
  end
  -- The program reads what is on disk, and a page that lacks the last words is worse than none.
  local saved, problem = pcall(vim.cmd, 'silent update')
  if not saved then
    vim.notify('Griffier: ' .. messages.say('failed', problem), vim.log.levels.ERROR)
    return
  end
  local function to(path)
    path = vim.fn.fnamemodify(vim.fn.expand(path), ':p')
    if not vim.uv.fs_stat(path) then
      export(letter, path)
      return
    end
    local yes = messages.say('yes')
    local prompt = messages.say('export_over', vim.fn.fnamemodify(path, ':~:.'))
    vim.ui.select({ yes, messages.say('no') }, { prompt = prompt }, function(answer)
      if answer == yes then
        export(letter, path)
      end
    end)
  end
  if target and target ~= '' then
    to(target)
    return
  end
  vim.ui.input({
    prompt = messages.say('export_to'),
    default = vim.fn.fnamemodify(letter, ':r') .. '.html',
    completion = 'file',
  }, function(path)
    if path and vim.trim(path) ~= '' then
      to(vim.trim(path))
    end
  end)
end

---The folder of the logs, where the program has it.
---@return string
function M.log_folder()
  local cache = vim.env.GRIFFIER_CACHE_DIR
  if not cache or cache == '' then
    local home = vim.fn.has('win32') == 1 and vim.env.LOCALAPPDATA or vim.env.XDG_CACHE_HOME
    if not home or home == '' then
      home = vim.fn.expand('~/.cache')
    end
    cache = vim.fs.joinpath(home, 'griffier')
  end
  return vim.fs.joinpath(cache, 'logs')
end

---Opens the log of today, at its end.
function M.log()
  local folder = M.log_folder()
  local logs = vim.fn.glob(vim.fs.joinpath(folder, 'griffier*.log'), false, true)
  if #logs == 0 then
    messages.tell('no_log', folder)
    return
  end
  -- Their names hold the day.
  table.sort(logs)
  vim.cmd('botright split')
  vim.cmd.view(vim.fn.fnameescape(logs[#logs]))
  vim.cmd.normal({ 'G', bang = true })
end

return M
