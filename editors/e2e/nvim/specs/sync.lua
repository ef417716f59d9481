-- Editor and server hold the same text after a burst of edits of every kind that Neovim knows.
local t = require('harness')
local test = t.test

local WORDS = {
  'Kamerstuk 29 521, nr. 385',
  'Kamerstuk ',
  '29 521,',
  'brief',
  'coördinatie',
  '’s-Gravenhage',
  '– “zo”',
  '😀',
  '𝔎amer',
  'e\204\129n',
  '\226\128\168',
  '\12',
  '\194\160',
  '\239\187\191',
  '\t',
  '',
}

-- Typed in normal mode; `{words}` and `{n}` are drawn anew each time.
local KEYS = {
  'i{words}<Esc>',
  'o{words}<Esc>',
  'O{words}<Esc>',
  'i<CR><Esc>',
  'GA!<Esc>',
  'i{words}<CR>{words}<Esc>',
  '{n}x',
  'dw',
  'dd',
  '{n}dd',
  'D',
  'Gdd',
  'J',
  'rx',
  'g~~',
  'p',
  'P',
  '{n}p',
  '<C-v>jjI> <Esc>',
  '<C-v>jld',
  '<C-v>jly$p',
  '"bp',
  '"bP',
  'vjd',
  'vjrx',
  'u',
  'u',
  '<C-r>',
  '{n}u',
}

local COMMANDS = {
  'undo',
  'redo',
  'earlier 3',
  'later 2',
  '%s/e/é/e',
  '%s/é/e/ge',
  's/ /\\r/e',
  '%s/$/ /e',
  '%s/ $//e',
  'move 0',
  'move $',
  'copy 0',
  'copy $',
  'global/brief/delete',
  '1,3sort',
  '1,2join',
  'normal! .',
}

---@return integer
local function any(n)
  return math.random(1, math.max(n, 1))
end

---@return string
local function words()
  local out = {}
  for _ = 1, math.random(0, 4) do
    out[#out + 1] = WORDS[any(#WORDS)]
  end
  return table.concat(out, ' ')
end

---What plug-ins and code actions do.
---@type (fun(bufnr: integer))[]
local CALLS = {
  function(bufnr)
    vim.api.nvim_buf_set_lines(bufnr, 0, 0, false, { words() })
  end,
  function(bufnr)
    vim.api.nvim_buf_set_lines(bufnr, -1, -1, false, { words(), words() })
  end,
  function(bufnr)
    local row = any(vim.fn.line('$')) - 1
    local line = vim.api.nvim_buf_get_lines(bufnr, row, row + 1, false)[1]
    vim.api.nvim_buf_set_text(bufnr, row, 0, row, #line, { words(), words() })
  end,
  function(bufnr)
    local lines = t.lines(bufnr)
    lines[any(#lines)] = words()
    vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, lines)
  end,
  function(bufnr)
    vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, {})
  end,
  function(bufnr)
    vim.api.nvim_buf_set_lines(
      bufnr,
      0,
      0,
      false,
      { 'Kamerstuk ', '29 521, nr. 385', words(), words() }
    )
  end,
}

---Makes one edit somewhere.
---@param bufnr integer
---@return string what was done
local function edit(bufnr)
  vim.fn.cursor(any(vim.fn.line('$')), any(vim.fn.col('$')))
  local kind = math.random()
  if kind < 0.6 then
    local keys = KEYS[any(#KEYS)]
    local drawn = keys:gsub('{words}', function()
      return (words():gsub('<', '<lt>'))
    end)
    drawn = drawn:gsub('{n}', any(4))
    -- An edit that finds nothing to do, such as a join on the last line, is no failure here.
    pcall(vim.cmd.normal, { vim.keycode(drawn), bang = true })
    return keys
  elseif kind < 0.85 then
    local command = COMMANDS[any(#COMMANDS)]
    pcall(vim.cmd, 'silent! ' .. command)
    return ':' .. command
  end
  local call = any(#CALLS)
  CALLS[call](bufnr)
  return 'call ' .. call
end

local BURST, CHECK_EVERY = 200, 20

---@param name string
---@param bytes string the file
---@param seed integer
local function burst(name, bytes, seed)
  test(('%d edits: %s'):format(BURST, name), function()
    local path = ('%s/letters/burst-%d.txt'):format(t.workspace, seed)
    local file = assert(io.open(path, 'wb'))
    file:write(bytes)
    file:close()
    local bufnr, client = t.open(path)
    t.equal(t.text(bufnr), bytes, 'the editor shows the file as it is')
    t.in_step(bufnr, client, 'at open')

    math.randomseed(seed)
    vim.fn.setreg('"', 'Kamerstuk ')
    vim.fn.setreg('b', { 'ab', 'cdé', '😀' }, 'b3')
    local done = {}
    for i = 1, BURST do
      done[#done + 1] = edit(bufnr)
      if i % CHECK_EVERY == 0 then
        t.in_step(bufnr, client, ('after %d: %s'):format(i, table.concat(done, '  ')))
        done = {}
      end
    end
    vim.cmd('silent write')
    t.in_step(bufnr, client, 'after writing')
  end)
end

local TEXT = table.concat(t.lines(t.open(t.letter)), '\n')
local dos = TEXT:gsub('\n', '\r\n')

burst('line ends of Unix', TEXT .. '\n', 385)
burst('CRLF', dos .. '\r\n', 386)
burst('no line end at the end of the file', TEXT, 387)
burst('CRLF, none at the end of the file', dos, 388)
burst('line ends of both kinds in one file', TEXT:gsub('%.\n', '.\r\n') .. '\n', 389)
burst('again, with other edits', TEXT .. '\n', 390)

---@param name string
---@param bytes string
---@param edits string[] keys, or Ex commands that start with a colon
local function case(name, bytes, edits)
  test(name, function()
    local path = t.workspace .. '/letters/case.txt'
    local file = assert(io.open(path, 'wb'))
    file:write(bytes)
    file:close()
    local bufnr = t.open(path)
    for _, keys in ipairs(edits) do
      if keys:sub(1, 1) == ':' then
        vim.cmd('silent ' .. keys:sub(2))
      else
        vim.cmd.normal({ vim.keycode(keys), bang = true })
      end
    end
    -- A reload detaches the server and attaches it again a moment later.
    t.in_step(bufnr, t.client(bufnr), table.concat(edits, '  '))
    vim.cmd('bwipeout!')
  end)
end

-- What Neovim 0.11 by itself reports wrongly; each is one reason for lua/griffier/sync.lua.
case(
  'everything deleted, a line opened, all undone',
  'a\nb\nc\n',
  { 'ggdG', 'ohallo<Esc>', 'u', 'u' }
)
case('the last line deleted where it has no line end', 'a\nb\nc', { 'Gdd' })
case('a line opened after a last one without line end', 'a\nb\nc', { 'Gohallo<Esc>' })
case("'fileformat' set, then an edit", 'a\nb\nc\n', { ':set fileformat=dos', 'ggx' })
case("'endofline' unset, then an edit", 'a\nb\nc\n', { ':set noendofline nofixendofline', 'ggx' })
case('a carriage return typed', 'a\nb\nc\n', { 'ggA<C-v>013d<Esc>', 'Gdd', 'ggOx<Esc>' })
case(
  'the letter reloaded with other line ends',
  'a\nb\nc\n',
  { ':edit ++ff=dos', 'ggx', ':edit! ++ff=unix', 'ggx' }
)

-- What one does to a letter in an hour, on files of every kind.
local HOUR = {
  ':%s/e/é/ge',
  'gg0qqA x<Esc>j0q',
  '3@q',
  'gg0<C-v>jj$A!<Esc>',
  'gg0<C-v>jly$"0pG"0p',
  'ggdap',
  'u',
  'ggxxx',
  'g-g-',
  ':earlier 5',
  ':later 3',
  'g+g+',
  ':%s/é/e/ge',
  ':edit!',
  'ggOnieuw<Esc>',
}
local PARAGRAPHS = 'eerste regel\ntweede regel\n\nderde regel\nvierde, een lange\n\nvijfde regel'
for name, bytes in pairs({
  ['line ends of Unix'] = PARAGRAPHS .. '\n',
  CRLF = PARAGRAPHS:gsub('\n', '\r\n') .. '\r\n',
  ['no line end at the end'] = PARAGRAPHS,
  ['CRLF, none at the end'] = (PARAGRAPHS:gsub('\n', '\r\n')),
}) do
  for count = 1, #HOUR do
    if count % 5 == 0 then
      local edits = vim.list_slice(HOUR, 1, count)
      case(('an hour of edits, the first %d, %s'):format(count, name), bytes, edits)
    end
  end
end

test('many small edits within one burst arrive in order', function()
  local bufnr, client = t.open(t.letter)
  vim.fn.cursor(1, 1)
  for i = 1, 200 do
    vim.cmd.normal({ 'A' .. i .. ' \27', bang = true })
  end
  t.in_step(bufnr, client)
  for _ = 1, 200 do
    vim.cmd('silent undo')
  end
  t.in_step(bufnr, client)
  t.equal(table.concat(t.lines(bufnr), '\n'), TEXT)
end)
