-- Letters that announce themselves by name need no griffier.toml above them.
vim.filetype.add({
  pattern = {
    ['.*%.kamerbrief%.txt'] = 'kamerbrief',
    ['.*%.kamerbrief%.md'] = 'kamerbrief',
  },
})
