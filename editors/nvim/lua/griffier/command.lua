---`:Griffier` and what it completes; what each word does stands in the other modules.
local M = {}

local messages = require('griffier.messages')

---@class griffier.Call
---@field words string[] behind the name of the command
---@field bang boolean
---@field passage griffier.Passage
---@field selected boolean whether there was a range

---@class griffier.Command
---@field run fun(call: griffier.Call)
---@field complete? fun(lead: string): string[]

local NOTE = { 'show', 'reply', 'edit', 'tag', 'resolve', 'reopen', 'delete', 'next', 'previous' }
local STYLES = { 'kamer', 'leidraad', 'aanwijzingen' }
local OVERVIEWS = { 'tag', 'creator', 'state', 'letter' }
local INDEX = { '--stats', '--verify', '--rebuild' }

---@return string[]
local function tag_names()
  local bufnr = vim.api.nvim_get_current_buf()
  return vim.tbl_map(function(tag)
    return tag.name
  end, require('griffier.notes').tags(bufnr).tags)
end

---@param words string[]
---@param known string[]
---@return boolean
local function known_word(words, known)
  if words[1] and not vim.tbl_contains(known, words[1]) then
    messages.warn('unknown_argument', words[1], table.concat(known, ', '))
    return false
  end
  return true
end

---@type table<string, griffier.Command>
local COMMANDS = {
  annotate = {
    run = function(call)
      if call.bang then
        require('griffier.edit').draft(call.passage)
      else
        require('griffier.edit').annotate(call.passage, call.words)
      end
    end,
    complete = tag_names,
  },
  note = {
    run = function(call)
      if not known_word(call.words, NOTE) then
        return
      end
      local action = call.words[1] or 'show'
      if action == 'show' then
        require('griffier.thread').here()
      elseif action == 'next' or action == 'previous' then
        require('griffier.notes').jump(action == 'next' and 1 or -1)
      else
        local bufnr = vim.api.nvim_get_current_buf()
        local at = call.passage.first
        local here = require('griffier.notes').at(bufnr, at[1], at[2])
        local edit = require('griffier.edit')
        edit.choose(bufnr, here, 'choose_note', function(note)
          edit[action](bufnr, note)
        end)
      end
    end,
    complete = function()
      return NOTE
    end,
  },
  notes = {
    run = function(call)
      require('griffier.lists').notes(call.bang, call.words)
    end,
    complete = function(lead)
      if lead:match('^tag=') then
        return vim.tbl_map(function(name)
          return 'tag=' .. name
        end, tag_names())
      elseif lead:match('^state=') then
        return { 'state=open', 'state=resolved', 'state=orphan' }
      end
      return { 'by=', 'paper=', 'state=', 'tag=' }
    end,
  },
  overview = {
    run = function(call)
      if known_word(call.words, OVERVIEWS) then
        require('griffier.lists').overview(call.bang, call.words[1])
      end
    end,
    complete = function()
      return OVERVIEWS
    end,
  },
  orphans = {
    run = function(call)
      require('griffier.orphans').run(call.selected and call.passage or nil)
    end,
  },
  findings = {
    run = function(call)
      require('griffier.lists').findings(call.bang)
    end,
  },
  dossier = {
    run = function(call)
      require('griffier.papers').dossier(table.concat(call.words, ' '))
    end,
  },
  cite = {
    run = function(call)
      if call.bang then
        require('griffier.papers').insert(table.concat(call.words, ' '))
      elseif known_word(call.words, STYLES) then
        require('griffier.papers').cite(call.words[1])
      end
    end,
    complete = function()
      return STYLES
    end,
  },
  export = {
    run = function(call)
      require('griffier.program').export(table.concat(call.words, ' '))
    end,
    complete = function(lead)
      return vim.fn.getcompletion(lead, 'file')
    end,
  },
  doctor = {
    run = function()
      require('griffier.program').doctor()
    end,
  },
  index = {
    run = function(call)
      if known_word(call.words, INDEX) then
        require('griffier.program').index(call.words)
      end
    end,
    complete = function()
      return INDEX
    end,
  },
  restart = {
    run = function()
      require('griffier.restart').restart()
    end,
  },
  log = {
    run = function()
      require('griffier.program').log()
    end,
  },
}

---The names of the commands, in alphabetical order.
---@return string[]
function M.names()
  local names = vim.tbl_keys(COMMANDS)
  table.sort(names)
  return names
end

---@param name string
---@param call griffier.Call
local function run(name, call)
  local command = COMMANDS[name]
  if command then
    command.run(call)
  else
    messages.warn('unknown', name, table.concat(M.names(), ', '))
  end
end

---Carries `:Griffier` out; without a word it has one chosen.
---@param args vim.api.keyset.create_user_command.command_args
function M.run(args)
  local passage, selected =
    require('griffier.passage').of_command(args.range, args.line1, args.line2)
  local words = vim.list_slice(args.fargs, 2)
  local call = { words = words, bang = args.bang, passage = passage, selected = selected }
  if args.fargs[1] then
    run(args.fargs[1], call)
    return
  end
  vim.ui.select(M.names(), { prompt = messages.say('choose_command') }, function(name)
    if name then
      run(name, call)
    end
  end)
end

---@param lead string
---@param line string
---@param position integer
---@return string[]
function M.complete(lead, line, position)
  local before = line:sub(1, position):gsub('^.-Griffier!?%s*', '', 1)
  local name = before:match('^(%l+)%s')
  local offered
  if not name then
    offered = M.names()
  else
    local command = COMMANDS[name]
    offered = command and command.complete and command.complete(lead) or {}
  end
  return vim.tbl_filter(function(word)
    return vim.startswith(word, lead)
  end, offered)
end

---The operator behind `<Plug>(griffier-annotate)`: a note on what the motion goes over.
---@param kind 'char'|'line'|'block'
function M.operator(kind)
  local bufnr = vim.api.nvim_get_current_buf()
  local passage = require('griffier.passage').between(bufnr, '[', ']', kind == 'line')
  -- A prompt cannot be shown while the operator is still at work.
  vim.schedule(function()
    require('griffier.edit').annotate(passage)
  end)
end

return M
