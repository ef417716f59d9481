---How notes are read: the thread in a window of its own, and one line of it for lists.
local M = {}

local messages = require('griffier.messages')
local notes = require('griffier.notes')
local passage = require('griffier.passage')

local WIDTH = 72

---@param entry griffier.Note|griffier.Reply
---@return string
local function who(entry)
  local parts = { ('**%s**'):format(entry.creator or messages.say('somebody')) }
  local day, time = (entry.created or ''):match('^(%d+%-%d+%-%d+)T(%d+:%d+)')
  if day then
    parts[#parts + 1] = day .. ' ' .. time
  end
  return table.concat(parts, ' · ')
end

---@param bufnr integer
---@param note griffier.Note
---@return string[] labels
function M.labels(bufnr, note)
  local names = {} ---@type table<string, string>
  for _, tag in ipairs(notes.tags(bufnr).tags) do
    names[tag.name] = tag.label
  end
  return vim.tbl_map(function(tag)
    return names[tag] or tag
  end, note.tags)
end

---A note in one line: its tags, its words, and what is to be known of it.
---@param bufnr integer
---@param note griffier.Note
---@return string
function M.line(bufnr, note)
  local parts = {}
  local labels = M.labels(bufnr, note)
  if #labels > 0 then
    parts[#parts + 1] = ('[%s]'):format(table.concat(labels, ', '))
  end
  local words = note.body ~= '' and note.body or table.concat(note.papers, ', ')
  if words == '' then
    words = ('“%s”'):format(note.quote or '')
  end
  parts[#parts + 1] = passage.short(words, WIDTH)
  local facts = { note.creator or messages.say('somebody') }
  if note.orphan then
    facts[#facts + 1] = messages.say('orphan')
  end
  if note.state == 'resolved' then
    facts[#facts + 1] = messages.say('resolved')
  end
  if note.whole then
    facts[#facts + 1] = messages.say('whole')
  end
  parts[#parts + 1] = ('(%s)'):format(table.concat(facts, ', '))
  return table.concat(parts, ' ')
end

---@param bufnr integer
---@param all griffier.Note[]
---@return string[] lines Markdown
---@return table<integer, griffier.Note> by line, from 1
local function render(bufnr, all)
  local lines, by_line = {}, {}
  local function add(note, text)
    for _, line in ipairs(vim.split(text, '\n')) do
      lines[#lines + 1] = line
      by_line[#lines] = note
    end
  end
  for index, note in ipairs(all) do
    if index > 1 then
      add(note, '')
      add(note, ('─'):rep(WIDTH / 2))
      add(note, '')
    end
    local head = who(note)
    if note.state == 'resolved' then
      head = head .. ' · ' .. messages.say('resolved')
    end
    if note.whole then
      head = head .. ' · ' .. messages.say('whole')
    end
    add(note, head)
    local labels = M.labels(bufnr, note)
    if #labels > 0 then
      add(note, '`' .. table.concat(labels, '` `') .. '`')
    end
    if note.body ~= '' then
      add(note, '')
      add(note, vim.trim(note.body))
    end
    if #note.papers > 0 then
      add(note, '')
      add(note, '→ ' .. table.concat(note.papers, ', '))
    end
    for _, reply in ipairs(note.replies) do
      add(note, '')
      add(note, '> ' .. who(reply))
      add(note, '>')
      add(note, '> ' .. vim.trim(reply.body):gsub('\n', '\n> '))
    end
  end
  return lines, by_line
end

---Shows notes beside the cursor. Shown again, the cursor goes into the window, as with `K`; its keys
---stand below it.
---@param bufnr integer the letter
---@param all griffier.Note[]
---@return integer? window
function M.open(bufnr, all)
  if #all == 0 then
    messages.tell('no_note')
    return nil
  end
  local lines, by_line = render(bufnr, all)
  local border = vim.fn.exists('&winborder') == 1 and vim.o.winborder or ''
  -- As plain text: Neovim would leave lines out of Markdown, and each line has its note.
  local float, window = vim.lsp.util.open_floating_preview(lines, nil, {
    border = border == '' and 'rounded' or nil,
    focus_id = 'griffier.thread',
    max_width = WIDTH + 8,
    max_height = math.max(math.floor(vim.o.lines * 0.6), 5),
    wrap = true,
  })
  if vim.b[float].griffier_letter then
    return window
  end
  vim.b[float].griffier_letter = bufnr
  if pcall(vim.treesitter.start, float, 'markdown') then
    vim.wo[window].conceallevel = 2
  end
  vim.api.nvim_win_set_config(window, { footer = messages.say('hints'), footer_pos = 'right' })
  -- Short notes leave the line of keys no room otherwise.
  local wide = vim.fn.strdisplaywidth(messages.say('hints'))
  if vim.api.nvim_win_get_width(window) < wide and vim.o.columns > wide + 2 then
    vim.api.nvim_win_set_width(window, wide)
  end

  for key, action in pairs({
    r = 'reply',
    e = 'edit',
    t = 'tag',
    x = 'toggle',
    d = 'delete',
  }) do
    vim.keymap.set('n', key, function()
      local note = by_line[vim.api.nvim_win_get_cursor(window)[1]]
      vim.api.nvim_win_close(window, true)
      require('griffier.edit')[action](bufnr, note)
    end, { buffer = float, nowait = true, desc = 'griffier: ' .. action })
  end
  return window
end

---Shows the notes at the cursor.
---@return integer? window
function M.here()
  local bufnr = vim.api.nvim_get_current_buf()
  local cursor = vim.api.nvim_win_get_cursor(0)
  return M.open(bufnr, notes.at(bufnr, cursor[1] - 1, cursor[2]))
end

return M
