#!/usr/bin/env bash
# What a person sees: Neovim in a terminal, the hover over the second line of a broken citation and
# the mark of a malformed one. The screen is saved as text and with its colours.
# Called by run.sh, which sets E2E_NVIM, E2E_WORKSPACE and E2E_OUT.
set -euo pipefail

socket="griffier-e2e-$$"
tmux() { command tmux -L "$socket" -f /dev/null "$@"; }
trap 'tmux kill-server 2>/dev/null || true' EXIT

screen() { tmux capture-pane -p; }

# waits until the screen shows a text
shows() {
  local tries
  for ((tries = 0; tries < 300; tries++)); do
    if screen | grep -qF -- "$1"; then return; fi
    sleep 0.05
  done
  echo "not on the screen: $1" >&2
  screen >&2
  return 1
}

save() {
  screen >"$E2E_OUT/$1.txt"
  tmux capture-pane -p -e >"$E2E_OUT/$1.ansi"
}

cd "$E2E_WORKSPACE"
LC_ALL=C.UTF-8 COLORTERM=truecolor tmux new-session -d -x 100 -y 30 -- "$E2E_NVIM" -n -i NONE \
  -c 'lua vim.diagnostic.config({ virtual_text = true })' \
  -c "set laststatus=2 statusline=%f\\ %{%v:lua.require'griffier'.statusline()%}" \
  letters/concept.md

shows '295 21'
# The sign column and the message behind the line.
shows 'E '
tmux send-keys '/29 521, nr' Enter K
shows 'kst-29521-385'
save hover
grep -q '^E .*295 21' "$E2E_OUT/hover.txt" || { echo 'no mark beside the malformed citation' >&2; exit 1; }
grep -q 'griffier' "$E2E_OUT/hover.txt" || { echo 'nothing in the status line' >&2; exit 1; }

tmux send-keys Escape ':fclose' Enter C-]
shows 'Nr. 385'
save jump

# A note on it, its mark, and the thread.
tmux send-keys ':Griffier annotate vraag' Enter
shows 'mag leeg'
tmux send-keys 'Klopt dit nummer?' Enter
shows '¶ '
tmux send-keys ':Griffier note' Enter
shows 'r antwoord'
# Quiet by now, with the note counted.
shows 'griffier ¶1'
save note
grep -q 'Klopt dit nummer' "$E2E_OUT/note.txt" || { echo 'the thread lacks the words of the note' >&2; exit 1; }
tmux send-keys ':qall!' Enter
cat "$E2E_OUT/hover.txt" "$E2E_OUT/note.txt"
