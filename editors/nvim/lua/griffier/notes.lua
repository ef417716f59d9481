---The notes on the letters that are open: what the server told of them, and their marks in the text.
---
---The marks move along with what one types, and are drawn anew when the server says that notes or
---their places changed. What is done with notes is in `griffier.edit`, how they are read in
---`griffier.thread`.
local M = {}

local namespace = vim.api.nvim_create_namespace('griffier.notes')
---So long after a change the places are asked for again, where an answer came too late.
local PAUSE_MS = 250
local PRIORITY = 90

---@class griffier.Drawn
---@field letter griffier.LetterNotes
---@field marks table<integer, griffier.Note> by the number of the mark

---@type table<integer, griffier.Drawn>
local drawn = {}
---@type table<integer, griffier.Tags>
local tags = {}
---@type table<integer, true>
local waiting = {}

---What a mark looks like, unless the colour scheme or the user says otherwise.
function M.highlights()
  local set = vim.api.nvim_set_hl
  set(0, 'GriffierNote', { default = true, underline = true })
  set(0, 'GriffierNoteResolved', { default = true, underdotted = true })
  set(0, 'GriffierNoteSign', { default = true, link = 'DiagnosticSignInfo' })
end

---@param bufnr integer
---@param note griffier.Note
---@return string
local function highlight(bufnr, note)
  if note.state == 'resolved' then
    return 'GriffierNoteResolved'
  end
  for _, tag in ipairs(tags[bufnr] and tags[bufnr].tags or {}) do
    if tag.color and tag.name == note.tags[1] then
      local group = 'GriffierNote_' .. tag.color:sub(2)
      vim.api.nvim_set_hl(0, group, { default = true, underline = true, sp = tag.color })
      return group
    end
  end
  return 'GriffierNote'
end

---@param bufnr integer
---@param position lsp.Position
---@param encoding 'utf-8'|'utf-16'|'utf-32'
---@return integer row, integer column
local function place(bufnr, position, encoding)
  local row = math.min(position.line, vim.api.nvim_buf_line_count(bufnr) - 1)
  local line = vim.api.nvim_buf_get_lines(bufnr, row, row + 1, false)[1] or ''
  if row < position.line then
    return row, #line
  end
  return row, vim.str_byteindex(line, encoding, position.character, false)
end

---@param bufnr integer
---@param letter griffier.LetterNotes
---@param encoding 'utf-8'|'utf-16'|'utf-32'
local function draw(bufnr, letter, encoding)
  vim.api.nvim_buf_clear_namespace(bufnr, namespace, 0, -1)
  local show = vim.tbl_get(vim.g, 'griffier', 'notes') or 'open'
  local marks = {} ---@type table<integer, griffier.Note>
  local counts, firsts = {}, {} ---@type table<integer, integer>, table<integer, integer>
  for _, note in ipairs(letter.notes) do
    if note.range or note.whole then
      local row, column, last_row, last_column = 0, 0, 0, 0
      if note.range then
        row, column = place(bufnr, note.range.start, encoding)
        last_row, last_column = place(bufnr, note.range['end'], encoding)
      end
      local visible = show == 'all' or show == 'open' and note.state == 'open'
      local mark = vim.api.nvim_buf_set_extmark(bufnr, namespace, row, column, {
        end_row = last_row,
        end_col = last_column,
        hl_group = visible and note.range and highlight(bufnr, note) or nil,
        priority = PRIORITY,
        strict = false,
        -- A passage that is gone has no mark; undone, it has it again.
        invalidate = note.range ~= nil or nil,
      })
      marks[mark] = note
      if visible then
        counts[row] = (counts[row] or 0) + 1
        firsts[row] = firsts[row] or mark
      end
    end
  end
  -- One sign for each line, on the first of its notes: how many begin there, where more do.
  for row, mark in pairs(firsts) do
    local found = vim.api.nvim_buf_get_extmark_by_id(bufnr, namespace, mark, { details = true })
    local count = counts[row]
    vim.api.nvim_buf_set_extmark(bufnr, namespace, found[1], found[2], {
      id = mark,
      end_row = found[3].end_row,
      end_col = found[3].end_col,
      hl_group = found[3].hl_group,
      priority = PRIORITY,
      strict = false,
      invalidate = found[3].invalidate,
      sign_text = count == 1 and '¶' or count < 10 and tostring(count) or '9+',
      sign_hl_group = 'GriffierNoteSign',
    })
  end
  drawn[bufnr] = { letter = letter, marks = marks }
  vim.api.nvim_exec_autocmds('User', {
    pattern = 'GriffierNotes',
    modeline = false,
    data = { buf = bufnr },
  })
  vim.cmd.redrawstatus({ bang = true })
end

---Asks for the notes on a letter and marks them.
---@param bufnr integer
function M.refresh(bufnr)
  local client = vim.lsp.get_clients({ bufnr = bufnr, name = 'griffier' })[1]
  if not client or not vim.api.nvim_buf_is_loaded(bufnr) then
    return
  end
  local params = { textDocument = { uri = vim.uri_from_bufnr(bufnr) } }
  local tick = vim.api.nvim_buf_get_changedtick(bufnr)
  client:request('griffier/annotations', params, function(err, result)
    if err or not result or not vim.api.nvim_buf_is_loaded(bufnr) then
      return
    end
    if vim.api.nvim_buf_get_changedtick(bufnr) ~= tick then
      -- These are the places in another text; the marks of before have moved along meanwhile.
      M.refresh_soon(bufnr)
      return
    end
    draw(bufnr, result.letters[1] or { notes = {}, orphans = 0 }, client.offset_encoding)
  end, bufnr)
end

---@param bufnr integer
function M.refresh_soon(bufnr)
  if waiting[bufnr] then
    return
  end
  waiting[bufnr] = true
  vim.defer_fn(function()
    waiting[bufnr] = nil
    M.refresh(bufnr)
  end, PAUSE_MS)
end

---To be called whenever a server is attached to a letter, or its settings were written.
---@param client vim.lsp.Client
---@param bufnr integer
function M.attach(client, bufnr)
  local params = { textDocument = { uri = vim.uri_from_bufnr(bufnr) } }
  client:request('griffier/tags', params, function(_, result)
    tags[bufnr] = result or tags[bufnr]
    M.refresh(bufnr)
  end, bufnr)
end

---The handler of `griffier/annotationsChanged`.
---@param params? { uris: string[] }
---@param client_id integer
function M.on_changed(params, client_id)
  local client = vim.lsp.get_client_by_id(client_id)
  for bufnr in pairs(client and client.attached_buffers or {}) do
    if params and vim.tbl_contains(params.uris, vim.uri_from_bufnr(bufnr)) then
      M.refresh(bufnr)
    end
  end
end

---Takes the marks away of a letter that has no server any more.
---@param bufnr integer
function M.forget(bufnr)
  drawn[bufnr], tags[bufnr] = nil, nil
  if vim.api.nvim_buf_is_valid(bufnr) then
    vim.api.nvim_buf_clear_namespace(bufnr, namespace, 0, -1)
  end
end

---The tags of the letter's workspace.
---@param bufnr integer
---@return griffier.Tags
function M.tags(bufnr)
  return tags[bufnr] or tags[next(tags)] or { closed = false, tags = {} }
end

---@param bufnr integer
---@return griffier.Note[]
function M.of(bufnr)
  return drawn[bufnr] and drawn[bufnr].letter.notes or {}
end

---How many notes are open in a letter, and how many have lost their passage.
---@param bufnr integer
---@return integer open, integer orphans
function M.counts(bufnr)
  local open = 0
  for _, note in ipairs(M.of(bufnr)) do
    open = open + (note.state == 'open' and not note.orphan and 1 or 0)
  end
  return open, drawn[bufnr] and drawn[bufnr].letter.orphans or 0
end

---The notes on a place: those whose passage it is in, else those on its line.
---@param bufnr integer
---@param row integer from 0
---@param column integer bytes from 0
---@return griffier.Note[]
function M.at(bufnr, row, column)
  if not drawn[bufnr] then
    return {}
  end
  local function found(from, to)
    local notes = {} ---@type griffier.Note[]
    local opts = { overlap = true, details = true }
    for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(bufnr, namespace, from, to, opts)) do
      local note = drawn[bufnr].marks[mark[1]]
      local behind = mark[4].end_row == from[1] and mark[4].end_col <= from[2]
      if note and not mark[4].invalid and not (behind and note.range) then
        notes[#notes + 1] = note
      end
    end
    return notes
  end
  local here = found({ row, column }, { row, column })
  return #here > 0 and here or found({ row, 0 }, { row, -1 })
end

---Moves the cursor to the next open note, or the previous one, round the end of the letter.
---@param direction 1|-1
---@param count? integer
function M.jump(direction, count)
  local bufnr = vim.api.nvim_get_current_buf()
  local places = {} ---@type [integer, integer][]
  for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(bufnr, namespace, 0, -1, { details = true })) do
    local note = drawn[bufnr] and drawn[bufnr].marks[mark[1]]
    if note and note.state == 'open' and not mark[4].invalid then
      places[#places + 1] = { mark[2], mark[3] }
    end
  end
  if #places == 0 then
    require('griffier.messages').tell('no_next_note')
    return
  end
  local cursor = vim.api.nvim_win_get_cursor(0)
  local row, column = cursor[1] - 1, cursor[2]
  local before = 0 -- How many begin before the cursor, or on it.
  local on = false
  for _, at in ipairs(places) do
    if at[1] < row or at[1] == row and at[2] <= column then
      before = before + 1
      on = at[1] == row and at[2] == column
    end
  end
  local steps = math.max(count or 1, 1) - 1
  local index = direction > 0 and before + 1 + steps or before - (on and 1 or 0) - steps
  local target = places[(index - 1) % #places + 1]
  vim.cmd.normal({ "m'", bang = true })
  vim.api.nvim_win_set_cursor(0, { target[1] + 1, target[2] })
end

return M
