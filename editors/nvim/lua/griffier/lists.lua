---Notes and findings in the lists that Neovim has for places: the location list for one letter, the
---quickfix list for all of them.
local M = {}

local messages = require('griffier.messages')
local server = require('griffier.server')

local START = { line = 0, character = 0 }
local SEVERITY = { error = 'E', warning = 'W', info = 'I', hint = 'N' }

---@param window? integer for its location list, else the quickfix list
---@param title string
---@param items vim.quickfix.entry[]
local function show(window, title, items)
  local what = { title = title, items = items }
  if window then
    vim.fn.setloclist(window, {}, ' ', what)
    vim.cmd('lopen')
  else
    vim.fn.setqflist({}, ' ', what)
    vim.cmd('botright copen')
  end
end

---What `tag=…`, `state=…`, `by=…`, `paper=…` and further words ask for.
---@param words string[]
---@return table? filter
function M.filter(words)
  local filter, text = {}, {}
  for _, word in ipairs(words) do
    local key, value = word:match('^(%l+)=(.+)$')
    if key == 'tag' then
      filter.tags = filter.tags or {}
      table.insert(filter.tags, value)
    elseif key == 'state' or key == 'paper' then
      filter[key] = value
    elseif key == 'by' then
      filter.creator = value
    else
      text[#text + 1] = word
    end
  end
  filter.text = #text > 0 and table.concat(text, ' ') or nil
  return next(filter) and filter or nil
end

---@param all boolean of all letters, else of this one
---@param words string[]
function M.notes(all, words)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = all and server.client() or server.of_letter(bufnr)
  if not client then
    if all then
      messages.warn('no_server')
    end
    return
  end
  local window = not all and vim.api.nvim_get_current_win() or nil
  local params = {
    textDocument = not all and { uri = vim.uri_from_bufnr(bufnr) } or nil,
    filter = M.filter(words),
  }
  if not next(params) then
    params = vim.empty_dict()
  end
  server.ask(client, 'griffier/annotations', params, nil, function(result)
    local locations = {}
    for _, letter in ipairs(result and result.letters or {}) do
      if letter.unreadable then
        vim.notify('Griffier: ' .. letter.unreadable, vim.log.levels.WARN)
      end
      for _, note in ipairs(letter.notes) do
        local range = note.range or { start = START, ['end'] = START }
        locations[#locations + 1] = { uri = letter.uri, range = range, note = note }
      end
    end
    if #locations == 0 then
      messages.tell('no_notes')
      return
    end
    local items = vim.lsp.util.locations_to_items(locations, client.offset_encoding)
    for _, item in ipairs(items) do
      local note = item.user_data.note
      item.text = require('griffier.thread').line(bufnr, note)
      item.type = note.orphan and 'W' or note.state == 'resolved' and 'N' or 'I'
      item.user_data = nil
    end
    show(window, messages.say('notes_of'), items)
  end)
end

---Opens a page with the notes on this letter, or on all, in groups.
---@param all boolean
---@param by? string
function M.overview(all, by)
  local client = all and server.client() or server.of_letter()
  if client then
    local uri = not all and vim.uri_from_bufnr(0) or nil
    local argument = { uri = uri, by = by }
    if not next(argument) then
      argument = vim.empty_dict()
    end
    server.execute(client, 'griffier.notes.overview', argument)
  elseif all then
    messages.warn('no_server')
  end
end

---The findings in the letters that are open, as they are in the text that one sees.
---@param bufnr? integer one of them
---@return vim.quickfix.entry[]
local function open_findings(bufnr)
  local found = vim.tbl_filter(function(finding)
    return finding.source == 'griffier'
  end, vim.diagnostic.get(bufnr))
  table.sort(found, function(a, b)
    if a.bufnr ~= b.bufnr then
      return a.bufnr < b.bufnr
    end
    return a.lnum < b.lnum or a.lnum == b.lnum and a.col < b.col
  end)
  return vim.diagnostic.toqflist(found)
end

---@param path string
---@param line integer from 1
---@param column integer in characters, from 1
---@return integer byte from 1
local function byte(path, line, column)
  local text = vim.fn.readfile(path, '', line)[line] or ''
  return vim.str_byteindex(text, 'utf-32', column - 1, false) + 1
end

---Has the program check the letters that are not open, and lists all findings.
local function all_findings()
  server.run({ 'check', '--format', 'json', '--exit-zero' }, function(done)
    local ok, checked = pcall(vim.json.decode, done.stdout or '')
    if done.code ~= 0 or not ok then
      vim.notify(
        'Griffier: ' .. messages.say('failed', vim.trim(done.stderr or '')),
        vim.log.levels.ERROR
      )
      return
    end
    local client = server.client()
    local root = client and client.root_dir or vim.fn.getcwd()
    local items, open = open_findings(), {}
    for _, each in ipairs(client and vim.tbl_keys(client.attached_buffers) or {}) do
      open[vim.fs.normalize(vim.api.nvim_buf_get_name(each))] = true
    end
    for _, file in ipairs(checked.files) do
      local path = vim.fs.normalize(vim.fs.joinpath(root, file.path))
      for _, finding in ipairs(open[path] and {} or file.findings) do
        items[#items + 1] = {
          filename = path,
          lnum = finding.line,
          col = byte(path, finding.line, finding.column),
          type = SEVERITY[finding.severity],
          text = finding.message,
        }
      end
    end
    if #items == 0 then
      messages.tell('no_findings')
    else
      show(nil, messages.say('findings_of'), items)
    end
  end)
end

---@param all boolean of all letters, else of this one
function M.findings(all)
  if all then
    all_findings()
    return
  end
  local bufnr = vim.api.nvim_get_current_buf()
  if server.of_letter(bufnr) then
    local items = open_findings(bufnr)
    if #items == 0 then
      messages.tell('no_findings')
    else
      show(vim.api.nvim_get_current_win(), messages.say('findings_of'), items)
    end
  end
end

return M
