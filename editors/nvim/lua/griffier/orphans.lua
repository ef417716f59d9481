---Notes that have lost their passage, and how they get one again.
local M = {}

local edit = require('griffier.edit')
local messages = require('griffier.messages')
local passages = require('griffier.passage')
local server = require('griffier.server')

---@param bufnr integer
---@param note griffier.Note
---@param selection? griffier.Passage
---@param encoding 'utf-8'|'utf-16'|'utf-32'
local function reattach(bufnr, note, selection, encoding)
  local items = {}
  if selection then
    local words = passages.words(bufnr, selection)
    items[1] = {
      text = messages.say('the_selection', words),
      range = passages.range(bufnr, selection, encoding),
    }
  end
  for _, one in ipairs(note.candidates) do
    local percent = math.floor(one.score * 100 + 0.5)
    items[#items + 1] = {
      text = messages.say('likeness', passages.short(one.text), percent),
      range = one.range,
    }
  end
  if #items == 0 then
    messages.tell('no_passage')
    return
  end
  vim.ui.select(items, {
    prompt = messages.say('choose_passage'),
    kind = 'griffier.passage',
    format_item = function(item)
      return item.text
    end,
  }, function(item)
    if item then
      edit.change(bufnr, 'reattach', { id = note.id, range = item.range })
    end
  end)
end

---Puts a note of this letter that lost its passage on one again: a likely one, or the selection.
---@param selection? griffier.Passage
function M.run(selection)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = server.of_letter(bufnr)
  if not client then
    return
  end
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(bufnr) },
    filter = { state = 'orphan' },
  }
  server.ask(client, 'griffier/annotations', params, bufnr, function(result)
    local orphans = result and result.letters[1] and result.letters[1].notes or {}
    if #orphans == 0 then
      messages.tell('no_orphans')
      return
    end
    edit.choose(bufnr, orphans, 'choose_orphan', function(note)
      reattach(bufnr, note, selection, client.offset_encoding)
    end, true)
  end)
end

return M
