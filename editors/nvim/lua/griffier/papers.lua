---Papers and dossiers: choosing one to read, copying how it is cited, and citing one that one looks up.
local M = {}

local messages = require('griffier.messages')
local server = require('griffier.server')

---@param bufnr integer
---@param client vim.lsp.Client
---@return table? params none where the buffer is no letter of this server
local function here(bufnr, client)
  if client.attached_buffers[bufnr] then
    return vim.lsp.util.make_position_params(0, client.offset_encoding)
  end
end

---@param uri string
---@param client vim.lsp.Client
local function open(uri, client)
  local start = { line = 0, character = 0 }
  local location = { uri = uri, range = { start = start, ['end'] = start } }
  vim.lsp.util.show_document(location, client.offset_encoding, { focus = true })
end

---@param dossier griffier.Dossier
---@param client vim.lsp.Client
local function choose_paper(dossier, client)
  local items = {}
  if dossier.uri then
    local label = messages.say('dossier_page', dossier.label)
    items[1] = { id = dossier.dossier, label = label, uri = dossier.uri, title = dossier.title }
  end
  vim.list_extend(items, dossier.papers)
  vim.ui.select(items, {
    prompt = ('%s %s'):format(dossier.label, dossier.title or ''),
    kind = 'griffier.paper',
    format_item = function(paper)
      local parts = { paper.label, paper.kind, paper.title, paper.date }
      local facts = {}
      for index = 1, 4 do
        facts[#facts + 1] = parts[index]
      end
      if (paper.citedBy or 0) > 0 then
        facts[#facts + 1] = messages.say('cited', paper.citedBy)
      end
      return table.concat(facts, ' · ')
    end,
  }, function(paper)
    if not paper then
      return
    end
    local uri = paper.uri or paper.page
    if uri then
      open(uri, client)
    elseif paper.official then
      vim.ui.open(paper.official)
    else
      messages.warn('no_paper', paper.label)
    end
  end)
end

---Has words typed; nothing happens where there are none.
---@param prompt string the key of a message
---@param on_words fun(words: string)
local function ask_words(prompt, on_words)
  vim.ui.input({ prompt = messages.say(prompt) }, function(words)
    if words and vim.trim(words) ~= '' then
      on_words(vim.trim(words))
    end
  end)
end

---Has a paper of a dossier chosen and opens it: of the one named, else of the citation or the letter
---that the cursor is in, else of one that is asked for.
---@param named? string
function M.dossier(named)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = server.client(bufnr)
  if not client then
    messages.warn('no_server')
    return
  end
  local function ask_for(number)
    server.ask(client, 'griffier/dossier', { dossier = number }, nil, function(dossier, failed)
      if dossier then
        choose_paper(dossier, client)
      elseif not failed then
        messages.warn('no_dossier', number)
      end
    end)
  end
  local params = here(bufnr, client)
  if named and named ~= '' then
    ask_for(named)
  elseif params then
    server.ask(client, 'griffier/dossier', params, bufnr, function(dossier, failed)
      if dossier then
        choose_paper(dossier, client)
      elseif not failed then
        ask_words('which_dossier', ask_for)
      end
    end)
  else
    ask_words('which_dossier', ask_for)
  end
end

---@param text string
local function copy(text)
  vim.fn.setreg('"', text)
  -- There may be no clipboard, as over a bare connection.
  if vim.fn.has('clipboard') == 1 then
    pcall(vim.fn.setreg, '+', text)
  end
  messages.tell('copied', text)
end

---Copies the citation at the cursor, in a style of one's choice.
---@param style? string
function M.cite(style)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = server.of_letter(bufnr)
  if not client then
    return
  end
  local params = vim.tbl_extend('error', assert(here(bufnr, client)), { style = style })
  server.ask(client, 'griffier/cite', params, bufnr, function(wordings, failed)
    if not wordings then
      if not failed then
        messages.tell('no_citation')
      end
      return
    end
    if style then
      if wordings.style == style then
        copy(wordings.text)
      else
        messages.warn('no_style', style)
      end
      return
    end
    -- Where styles agree, or there is but one, there is nothing to choose.
    local texts, names = {}, {}
    for _, one in ipairs(wordings.styles) do
      if not names[one.text] then
        texts[#texts + 1] = one.text
      end
      names[one.text] = (names[one.text] and names[one.text] .. ', ' or '') .. one.label
    end
    if #texts < 2 then
      copy(wordings.text)
      return
    end
    vim.ui.select(texts, {
      prompt = messages.say('copy_as'),
      kind = 'griffier.citation',
      format_item = function(text)
        return ('%s (%s)'):format(text, names[text])
      end,
    }, function(text)
      if text then
        copy(text)
      end
    end)
  end)
end

---Puts text behind the cursor, or where one was typing before it.
---@param window integer
---@param text string
local function put(window, text)
  vim.api.nvim_win_call(window, function()
    vim.api.nvim_put({ text }, 'c', true, true)
  end)
end

---Looks a paper up by whatever one remembers of it and inserts how it is cited.
---@param query? string
function M.insert(query)
  local bufnr, window = vim.api.nvim_get_current_buf(), vim.api.nvim_get_current_win()
  local client = server.of_letter(bufnr)
  if not client then
    return
  end
  local function insert(paper)
    server.ask(client, 'griffier/cite', { id = paper }, nil, function(wordings)
      if vim.api.nvim_win_is_valid(window) and vim.api.nvim_win_get_buf(window) == bufnr then
        put(window, wordings and wordings.text or paper)
      end
    end)
  end
  local function look_up(words)
    server.ask(client, 'workspace/symbol', { query = words }, nil, function(found, failed)
      if failed then
        return
      end
      if not found or #found == 0 then
        messages.tell('not_found', words)
        return
      end
      vim.ui.select(found, {
        prompt = messages.say('insert_paper'),
        kind = 'griffier.paper',
        format_item = function(symbol)
          local dossier = symbol.containerName
          return symbol.name .. (dossier and dossier ~= '' and ' — ' .. dossier or '')
        end,
      }, function(symbol)
        if symbol then
          -- The number as it is printed stands first.
          insert(vim.split(symbol.name, ' · ', { plain = true })[1])
        end
      end)
    end)
  end
  if query and query ~= '' then
    look_up(query)
  else
    ask_words('search_paper', look_up)
  end
end

return M
