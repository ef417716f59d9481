#!/usr/bin/env bash
# Griffier in editors that it has no package for, by the lines that editors/README.md gives for them; and a whole session
# over the bare protocol with what Neovim, Visual Studio Code and Emacs say that they can do.
#
#   run.sh [emacs] [vim] [protocol]      default: all of them
#
# It installs what it needs itself: packages of Debian, and Python's under $GRIFFIER_CACHE (default ~/.cache/griffier-e2e).
# Environment: GRIFFIER_BIN, the server; default target/release/griffier, else target/debug/griffier
# Exit code: 0 all passed, 1 some failed, 2 could not run.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repo=$(cd "$here/../../.." && pwd)
cache=${GRIFFIER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/griffier-e2e}
stages=("$@")
((${#stages[@]})) || stages=(emacs vim protocol)

die() { echo "run.sh: $*" >&2; exit 2; }
wants() { [[ " ${stages[*]} " == *" $1 "* ]]; }
for stage in "${stages[@]}"; do
  [[ $stage =~ ^(emacs|vim|protocol)$ ]] || die "no such stage: $stage"
done

# packages NAME...: packages of Debian, where they are not all there yet
packages() {
  ! dpkg -s "$@" >/dev/null 2>&1 || return 0
  local sudo=()
  ((EUID == 0)) || sudo=(sudo -n)
  echo "installing $*"
  { "${sudo[@]}" apt-get update -qq && "${sudo[@]}" apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null 2>&1 ||
    die "could not install $*"
}

mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9
if wants emacs; then packages emacs-nox elpa-eglot; fi
if wants vim; then packages vim vim-ale bsdutils; fi
if wants protocol; then
  command -v python3 >/dev/null || packages python3
  venv=$cache/venv-$(sha256sum "$here/requirements.txt" | cut -c1-16)
  if [[ ! -e $venv/complete ]]; then
    rm -rf "$venv"
    python3 -m venv "$venv" 2>/dev/null || { packages python3-venv; python3 -m venv "$venv"; }
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
    touch "$venv/complete"
  fi
fi
flock -u 9

bin=${GRIFFIER_BIN:-}
if [[ -z $bin ]]; then
  for bin in "$repo/target/release/griffier" "$repo/target/debug/griffier"; do
    [[ -x $bin ]] && break
  done
fi
[[ -x $bin ]] || die "no server at $bin: build it, or set GRIFFIER_BIN"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME=$scratch/home XDG_CACHE_HOME=$scratch/home/.cache XDG_CONFIG_HOME=$scratch/home/.config
mkdir -p "$HOME" "$scratch/bin"
ln -s "$(realpath "$bin")" "$scratch/bin/griffier"
export PATH=$scratch/bin:$PATH

# fresh NAME: a workspace of one's own, with one letter more, in which a number is wrong
fresh() {
  export E2E_WORKSPACE=$scratch/$1
  cp -r "$here/../nvim/workspace" "$E2E_WORKSPACE"
  sed 's/29 521, nr\. 368/29 521, nr. 9368/' "$E2E_WORKSPACE/letters/stand-van-zaken.txt" >"$E2E_WORKSPACE/letters/fout.txt"
}

# lines LANGUAGE: the block of editors/README.md in this language
lines() {
  local found
  found=$(sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" "$repo/editors/README.md" | sed '1d;$d')
  [[ -n $found ]] || die "editors/README.md has no block in $1"
  printf '%s\n' "$found"
}

failed=0
# verdict NAME FUNCTION
verdict() {
  echo "== $1"
  fresh "$1"
  if ! "$2"; then
    echo "FAIL  $1"
    failed=1
  fi
}

in_emacs() {
  lines elisp >"$scratch/init.el"
  # Not -Q, which hides the packages of Debian.
  timeout 120 emacs -q --batch -l package -f package-initialize -l "$scratch/init.el" -l "$here/emacs.el" 2>&1 |
    grep -E '^(ok|FAIL|emacs:)'
  return "${PIPESTATUS[0]}"
}

in_vim() {
  lines vim >"$scratch/lines.vim"
  export E2E_LINES=$scratch/lines.vim E2E_OUT=$scratch/vim.out
  # Vim wants a terminal.
  TERM=xterm timeout 120 script -qefc "vim -u '$here/vim.vim' -i NONE -n" /dev/null </dev/null >"$scratch/vim.screen" 2>&1 || true
  cat "$E2E_OUT" 2>/dev/null || { echo 'Vim gave no verdict'; return 1; }
  grep -q '^vim: .* 0 failed$' "$E2E_OUT"
}

over_protocol() {
  GRIFFIER_BIN=$scratch/bin/griffier PYTHONDONTWRITEBYTECODE=1 \
    "$venv/bin/python" -m pytest -q -p no:cacheprovider --no-header -c /dev/null --rootdir "$here" \
    -o asyncio_default_fixture_loop_scope=function "$here"
}

if wants emacs; then verdict emacs in_emacs; fi
if wants vim; then verdict vim in_vim; fi
if wants protocol; then verdict protocol over_protocol; fi
echo
((failed == 0)) && echo 'other editors: passed'
exit "$failed"
