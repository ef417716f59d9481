---What one does with notes: make, answer, change, tag, resolve and delete.
---
---Each ends in one command to the server, which writes; the marks follow when it tells what stands
---there. Everything is asked by `vim.ui`, so that pickers of the user's own fit in.
local M = {}

local messages = require('griffier.messages')
local notes = require('griffier.notes')
local passages = require('griffier.passage')
local server = require('griffier.server')

---Has a note changed by the server, which tells the user where it cannot.
---@param bufnr integer
---@param command string behind `griffier.note.`
---@param argument table
---@param done? fun(result: any)
function M.change(bufnr, command, argument, done)
  local client = server.of_letter(bufnr)
  if client then
    argument.uri = vim.uri_from_bufnr(bufnr)
    server.execute(client, 'griffier.note.' .. command, argument, function(result)
      notes.refresh(bufnr)
      if done then
        done(result)
      end
    end)
  end
end

---@param prompt string
---@param default string?
---@param done fun(words: string)
local function input(prompt, default, done)
  vim.ui.input({ prompt = prompt, default = default }, function(words)
    if words then
      done(vim.trim(words))
    end
  end)
end

---@param bufnr integer
---@param prompt string
---@param none boolean whether none is among the choices
---@param has string[]
---@param done fun(tag: string?)
local function choose_tag(bufnr, prompt, none, has, done)
  local known = notes.tags(bufnr)
  local items = none and { { label = messages.say('without_tag') } } or {}
  vim.list_extend(items, known.tags)
  if not known.closed then
    items[#items + 1] = { label = messages.say('other_tag'), other = true }
  end
  vim.ui.select(items, {
    prompt = prompt,
    kind = 'griffier.tag',
    format_item = function(item)
      local mark = vim.tbl_contains(has, item.name) and '✓ ' or ''
      return mark .. item.label
    end,
  }, function(item)
    if item and item.other then
      input(messages.say('tag_name'), nil, function(name)
        if name ~= '' then
          done(name)
        end
      end)
    elseif item then
      done(item.name)
    end
  end)
end

---Makes a note on a passage: its tag, then its words. With tags given, only the words are asked.
---@param passage griffier.Passage where it is empty, the sentence there is meant
---@param tags? string[]
function M.annotate(passage, tags)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = server.of_letter(bufnr)
  if not client then
    return
  end
  -- Before anything is asked: a picker may take its time, and the text move on.
  local range = passages.range(bufnr, passage, client.offset_encoding)
  local tick = vim.api.nvim_buf_get_changedtick(bufnr)
  local hold = vim.api.nvim_create_namespace('griffier.passage')
  local mark = vim.api.nvim_buf_set_extmark(bufnr, hold, passage.first[1], passage.first[2], {
    end_row = passage.last[1],
    end_col = passage.last[2],
    strict = false,
  })
  local function words(chosen)
    local prompt = messages.say(#chosen > 0 and 'note_words_optional' or 'note_words')
    vim.ui.input({ prompt = prompt }, function(body)
      local found = vim.api.nvim_buf_get_extmark_by_id(bufnr, hold, mark, { details = true })
      vim.api.nvim_buf_del_extmark(bufnr, hold, mark)
      if not body or vim.trim(body) == '' and #chosen == 0 then
        return
      end
      if vim.api.nvim_buf_get_changedtick(bufnr) ~= tick then
        local now = {
          first = { found[1], found[2] },
          last = { found[3].end_row, found[3].end_col },
        }
        range = passages.range(bufnr, now, client.offset_encoding)
      end
      range = passage.whole and vim.NIL or range
      M.change(bufnr, 'add', { range = range, body = vim.trim(body), tags = chosen })
    end)
  end
  if tags and #tags > 0 then
    words(tags)
  else
    local about = passage.whole and messages.say('whole_letter') or passages.words(bufnr, passage)
    local prompt = messages.say('choose_tag', about)
    choose_tag(bufnr, prompt, true, {}, function(tag)
      words({ tag })
    end)
  end
end

---Opens a document of its own to write a long note in; the server takes it over when it is saved.
---@param passage griffier.Passage
function M.draft(passage)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = server.of_letter(bufnr)
  if client then
    local range = not passage.whole and passages.range(bufnr, passage, client.offset_encoding)
      or nil
    M.change(bufnr, 'draft', { what = 'note', range = range })
  end
end

---@param bufnr integer
---@param note griffier.Note
function M.reply(bufnr, note)
  input(messages.say('reply_words'), nil, function(body)
    if body ~= '' then
      M.change(bufnr, 'reply', { id = note.id, body = body })
    end
  end)
end

---Words of one line are asked for; longer ones are changed in a document of their own.
---@param bufnr integer
---@param note griffier.Note
function M.edit(bufnr, note)
  if note.body:find('\n') then
    M.change(bufnr, 'draft', { what = 'edit', id = note.id })
    return
  end
  input(messages.say('note_words'), note.body, function(body)
    if body ~= note.body then
      M.change(bufnr, 'edit', { id = note.id, body = body })
    end
  end)
end

---Gives a note a tag, or takes it away where it has it.
---@param bufnr integer
---@param note griffier.Note
function M.tag(bufnr, note)
  local prompt = messages.say('choose_tag', passages.short(note.quote or note.body))
  choose_tag(bufnr, prompt, false, note.tags, function(tag)
    local left = vim.tbl_filter(function(one)
      return one ~= tag
    end, note.tags)
    if #left == #note.tags then
      left[#left + 1] = tag
    end
    M.change(bufnr, 'edit', { id = note.id, tags = left })
  end)
end

---@param bufnr integer
---@param note griffier.Note
function M.resolve(bufnr, note)
  M.change(bufnr, 'resolve', { id = note.id })
end

---@param bufnr integer
---@param note griffier.Note
function M.reopen(bufnr, note)
  M.change(bufnr, 'reopen', { id = note.id })
end

---@param bufnr integer
---@param note griffier.Note
function M.toggle(bufnr, note)
  M.change(bufnr, note.state == 'open' and 'resolve' or 'reopen', { id = note.id })
end

---Asks first: what is deleted is gone, with all answers to it.
---@param bufnr integer
---@param note griffier.Note
function M.delete(bufnr, note)
  local replies = #note.replies
  local prompt = replies > 0 and messages.say('delete_with_replies', replies)
    or messages.say('delete_note')
  local yes = messages.say('yes')
  vim.ui.select({ yes, messages.say('no') }, { prompt = prompt }, function(answer)
    if answer == yes then
      M.change(bufnr, 'delete', { id = note.id })
    end
  end)
end

---Has one of several notes chosen, where there is something to choose.
---@param bufnr integer
---@param all griffier.Note[]
---@param prompt string the key of the sentence
---@param done fun(note: griffier.Note)
---@param always? boolean also where there is but one
function M.choose(bufnr, all, prompt, done, always)
  if #all == 0 then
    messages.tell('no_note')
  elseif #all == 1 and not always then
    done(all[1])
  else
    vim.ui.select(all, {
      prompt = messages.say(prompt),
      kind = 'griffier.note',
      format_item = function(note)
        local line = require('griffier.thread').line(bufnr, note)
        return note.orphan and ('“%s” %s'):format(passages.short(note.quote or '', 40), line)
          or line
      end,
    }, function(note)
      if note then
        done(note)
      end
    end)
  end
end

return M
