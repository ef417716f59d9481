-- The letter that the product was conceived from, where the material lies beside the project.
local t = require('harness')
local test, equal = t.test, t.equal

local path = t.workspace .. '/letters/takuba-2020-03-27.txt'
if vim.fn.filereadable(path) == 0 then
  t.skip('the real letter', 'GRIFFIER_SHARED has no data/takuba-2020-03-27.txt')
  return
end

local bufnr, client = t.open(path)

test('it opens without a warning', function()
  t.in_step(bufnr, client)
  t.checked(bufnr)
  equal(t.warnings(), {})
end)

for name, pattern in pairs({ first = [[(Kamerstuk \?$]], second = [[^29 521, nr\. 385]] }) do
  test('hover on the ' .. name .. ' half of its broken citation shows the paper', function()
    t.cursor(pattern, 1)
    local text = assert(t.hover(), 'no hover')
    t.contains(text, '29 521')
    t.contains(text, '385')
  end)
end

test('385 made 9385 is marked; undone, it is not', function()
  t.cursor([[^29 521, nr\. 385]], 12)
  vim.cmd('normal! i9')
  local mark = t.eventually('a warning', function()
    return t.warnings()[1]
  end)
  t.contains(mark.message, '9385')
  vim.cmd('silent undo')
  t.eventually('no warning', function()
    return #t.warnings() == 0
  end)
end)

test('29 521 made 295 21 has a quick fix', function()
  t.cursor([[^29 521, nr\. 385]])
  vim.cmd('substitute/29 521/295 21/')
  t.eventually('a warning', function()
    return t.warnings()[1]
  end)
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.kind == 'quickfix' and action.title:find('29 521', 1, true) ~= nil
    end,
  })
  t.eventually('the mended line and no warning', function()
    return vim.api.nvim_get_current_line():match('^29 521, nr%. 385') and #t.warnings() == 0
  end)
end)

test('Ctrl-] goes to the cited letter', function()
  t.cursor([[^29 521, nr\. 385]])
  vim.cmd.normal({ '\29', bang = true })
  equal(vim.fn.expand('%:t'), 'kst-29521-385.txt')
  vim.cmd.buffer(bufnr)
end)

test('editor and server agree on the text', function()
  t.in_step(bufnr, client)
end)
