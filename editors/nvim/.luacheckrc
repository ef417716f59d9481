std = "luajit"
globals = { "vim" }
max_line_length = 110
-- Sentences are read better whole.
files["**/griffier/messages.lua"] = { max_line_length = false }
