---Passages of a buffer as the protocol names them: of a selection, of lines, of a motion, of the cursor.
local M = {}

---@param bufnr integer
---@param row integer from 0
---@param column integer byte from 0
---@param encoding 'utf-8'|'utf-16'|'utf-32'
---@return lsp.Position
local function position(bufnr, row, column, encoding)
  local line = vim.api.nvim_buf_get_lines(bufnr, row, row + 1, false)[1] or ''
  return {
    line = row,
    character = vim.str_utfindex(line, encoding, math.min(column, #line), false),
  }
end

---The passage between two marks, such as `<` and `>`, or `[` and `]` behind a motion.
---@param bufnr integer
---@param from string
---@param to string
---@param linewise boolean
---@return griffier.Passage
function M.between(bufnr, from, to, linewise)
  local first = vim.api.nvim_buf_get_mark(bufnr, from)
  local last = vim.api.nvim_buf_get_mark(bufnr, to)
  if linewise then
    return M.lines(bufnr, first[1], last[1])
  end
  local line = vim.api.nvim_buf_get_lines(bufnr, last[1] - 1, last[1], false)[1] or ''
  local stop = math.min(last[2], #line)
  -- The mark stands before the last character, which belongs to the passage.
  if stop < #line and not (from == '<' and vim.o.selection == 'exclusive') then
    stop = stop + 1 + vim.str_utf_end(line, stop + 1)
  end
  return { first = { first[1] - 1, first[2] }, last = { last[1] - 1, stop } }
end

---@param bufnr integer
---@param first integer from 1
---@param last integer from 1, inclusive
---@return griffier.Passage
function M.lines(bufnr, first, last)
  local line = vim.api.nvim_buf_get_lines(bufnr, last - 1, last, false)[1] or ''
  return { first = { first - 1, 0 }, last = { last - 1, #line } }
end

---What a command is about: the selection where its range came from that, else the lines of the
---range, else nothing but the place of the cursor. All lines are the letter as a whole.
---@param range integer how many line numbers it was given
---@param line1 integer
---@param line2 integer
---@return griffier.Passage passage
---@return boolean given whether there was a range
function M.of_command(range, line1, line2)
  local bufnr = vim.api.nvim_get_current_buf()
  if range == 0 then
    local cursor = vim.api.nvim_win_get_cursor(0)
    local at = { cursor[1] - 1, cursor[2] }
    return { first = at, last = at }, false
  end
  local first = vim.api.nvim_buf_get_mark(bufnr, '<')
  local last = vim.api.nvim_buf_get_mark(bufnr, '>')
  local whole = line1 == 1 and line2 == vim.api.nvim_buf_line_count(bufnr) and line2 > 1
  local by_lines = first[1] ~= line1 or last[1] ~= line2 or vim.fn.visualmode() == 'V'
  if whole and by_lines then
    local passage = M.lines(bufnr, line1, line2)
    passage.whole = true
    return passage, true
  end
  if range == 2 and first[1] == line1 and last[1] == line2 then
    return M.between(bufnr, '<', '>', vim.fn.visualmode() == 'V'), true
  end
  return M.lines(bufnr, line1, line2), true
end

---@param bufnr integer
---@param passage griffier.Passage
---@param encoding 'utf-8'|'utf-16'|'utf-32'
---@return lsp.Range
function M.range(bufnr, passage, encoding)
  return {
    start = position(bufnr, passage.first[1], passage.first[2], encoding),
    ['end'] = position(bufnr, passage.last[1], passage.last[2], encoding),
  }
end

---The words of a passage in one line, cut off where they are many.
---@param bufnr integer
---@param passage griffier.Passage
---@return string
function M.words(bufnr, passage)
  local first, last = passage.first, passage.last
  local lines
  if vim.deep_equal(first, last) then
    lines = vim.api.nvim_buf_get_lines(bufnr, first[1], first[1] + 1, false)
  else
    lines = vim.api.nvim_buf_get_text(bufnr, first[1], first[2], last[1], last[2], {})
  end
  return M.short(table.concat(lines, ' '))
end

---@param text string
---@param width? integer in characters; default 60
---@return string
function M.short(text, width)
  width = width or 60
  local line = vim.trim((text:gsub('%s+', ' ')))
  if vim.fn.strcharlen(line) <= width then
    return line
  end
  return vim.trim(vim.fn.strcharpart(line, 0, width - 1)) .. '…'
end

return M
