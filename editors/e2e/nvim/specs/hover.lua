-- Hover over a citation that runs over the end of a line.
local t = require('harness')
local test, contains = t.test, t.contains

t.open(t.letter)

test('the letter has the citation that is the point here', function()
  contains(table.concat(t.lines(), '\n'), '(Kamerstuk \n29 521, nr. 385)')
end)

local places = {
  { 'the first half', [[Kamerstuk $]], 0 },
  { 'the end of the first half', [[Kamerstuk $]], 8 },
  { 'the second half', [[^29 521, nr\. 385]], 0 },
  { 'the last digit', [[^29 521, nr\. 385]], 14 },
}
local seen = {}
for _, place in ipairs(places) do
  test('hover on ' .. place[1] .. ' shows the paper', function()
    t.cursor(place[2], place[3])
    local text = assert(t.hover(), 'no hover')
    contains(text, '29 521')
    contains(text, '385')
    seen[#seen + 1] = text
  end)
end

test('it is the same everywhere', function()
  for i = 2, #places do
    t.equal(seen[i], seen[1])
  end
end)

test('hover beside the citation shows nothing', function()
  t.cursor('In deze brief')
  t.equal(t.hover(), nil)
end)
