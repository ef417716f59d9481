-- What is wrong is marked, what is certain is offered as a fix, what is mended is unmarked.
local t = require('harness')
local test, equal = t.test, t.equal

local bufnr, client = t.open(t.letter)

test('the letter as it is has no warning', function()
  t.in_step(bufnr, client)
  t.checked(bufnr)
  equal(t.warnings(), {})
end)

test('a broken number is marked, at its place', function()
  t.cursor([[^29 521, nr\. 385]], 12)
  vim.cmd('normal! i9')
  equal(vim.api.nvim_get_current_line():sub(1, 17), '29 521, nr. 9385)')
  local marks = t.eventually('a warning', function()
    local found = t.warnings()
    return found[1] and found
  end)
  equal(#marks, 1, marks)
  equal(marks[1].severity, vim.diagnostic.severity.WARN)
  equal(marks[1].end_lnum, vim.fn.line('.') - 1, marks)
  t.contains(marks[1].message, '9385')
end)

test('undo takes the mark away', function()
  vim.cmd('silent undo')
  equal(vim.api.nvim_get_current_line():sub(1, 16), '29 521, nr. 385)')
  t.eventually('no warning', function()
    return #t.warnings() == 0
  end)
end)

test('a malformed dossier is marked', function()
  vim.api.nvim_buf_set_lines(bufnr, -1, -1, false, { '', 'Zie ook Kamerstuk 295 21, nr. 385.', '' })
  t.cursor('295 21')
  local mark = t.eventually('a warning', function()
    return t.warnings()[1]
  end)
  equal(mark.lnum, vim.fn.line('.') - 1, mark)
  t.contains(mark.message, '295 21')
end)

test('its quick fix writes the dossier as it should be', function()
  t.cursor('295 21')
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return (action.kind or ''):match('^quickfix') and action.title:find('29 521', 1, true) ~= nil
    end,
  })
  t.eventually('the mended line', function()
    return vim.tbl_contains(t.lines(), 'Zie ook Kamerstuk 29 521, nr. 385.')
  end)
  t.eventually('no warning', function()
    return #t.warnings() == 0
  end)
  t.in_step(bufnr, client)
end)

test('the saved letter is the mended one', function()
  vim.cmd('silent write')
  assert(vim.tbl_contains(vim.fn.readfile(t.letter), 'Zie ook Kamerstuk 29 521, nr. 385.'))
  t.in_step(bufnr, client)
end)

test('findings go when the letter is closed', function()
  vim.cmd.enew()
  vim.cmd.bdelete(bufnr)
  t.eventually('no finding', function()
    return #vim.diagnostic.get(bufnr) == 0
  end)
end)
