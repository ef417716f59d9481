#!/usr/bin/env bash
# Tests the extension in a real Visual Studio Code: builds the VSIX with the server in it, installs
# both, runs mocha in the extension host and then journeys through the window, with screenshots, and
# measures typing. Installs whatever it needs by itself.
#
# usage: run.sh [host|journey|typing]   without a word: all of them
#   GRIFFIER_VSCODE=oldest   in the oldest editor that the extension claims, where the mocha suites are
#                     run alone; otherwise in the current one
#   GRIFFIER_TYPING_SECONDS  how long is typed in each test of it; otherwise 5, as that is enough to see
#                     what has grown worse
#   GRIFFIER_PICTURES=1      makes the pictures of the extension's README and walkthrough anew
#   GRIFFIER_BIN      the server; otherwise target/release/griffier, otherwise target/debug/griffier, which
#                     is too slow for the bound of typing
#   GRIFFIER_CACHE    where the editor is kept between runs (0.8 GB); otherwise in the user's cache
#   GRIFFIER_E2E_OUT  where the screenshots go; otherwise out/ in this folder
#   GRIFFIER_SHARED   the folder that holds data/takuba-2020-03-27.txt; otherwise looked for beside
#                     the repository. Without it the tests of that letter say that they are skipped.
#   GRIFFIER_E2E_ONLY=notes,settings  only these files of host/
#   GRIFFIER_E2E_PATIENCE=3  waits so many times as long, on a machine that has much else to do
#   GRIFFIER_E2E_VERBOSE=1   also prints what the workbench has to say
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
only=${1:-all}
case $only in all | host | journey | typing) ;; *) sed -n '2,7p' "$0" >&2; exit 2 ;; esac
version=${GRIFFIER_VSCODE:-current}
case $version in
    current) vscode=vscode ;;
    oldest) vscode=vscode-oldest only=host ;;
    *) echo "GRIFFIER_VSCODE is current or oldest, not $version." >&2; exit 2 ;;
esac
export GRIFFIER_TYPING_SECONDS=${GRIFFIER_TYPING_SECONDS:-5}

cache=${GRIFFIER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/griffier-e2e}
out=${GRIFFIER_E2E_OUT:-$here/out}
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false

if [ -z "${GRIFFIER_BIN:-}" ]; then
    for candidate in "$root/target/release/griffier" "$root/target/debug/griffier"; do
        [ -x "$candidate" ] && GRIFFIER_BIN=$candidate && break
    done
fi
if [ ! -x "${GRIFFIER_BIN:-}" ]; then
    echo "There is no server to test: run 'cargo build', or set GRIFFIER_BIN." >&2
    exit 2
fi
export GRIFFIER_BIN

started=$SECONDS
lap() {
    echo "== $1: $((SECONDS - started)) s"
    started=$SECONDS
}

# npm ci removes what is there first, so it only runs when the lock file has changed.
packages() {
    local stamp
    stamp=$(sha256sum <"$1/package-lock.json")
    if [ "$(cat "$1/node_modules/.installed" 2>/dev/null)" != "$stamp" ]; then
        npm ci --prefix "$1" "${@:2}"
        echo "$stamp" >"$1/node_modules/.installed"
    fi
}

"$here/install.sh" "$cache/$vscode" "$version"
packages "$here" --ignore-scripts
packages "$root/editors/vscode"
lap "installed"

vsix=$cache/griffier.vsix
if [ "$version" = current ]; then
    (cd "$root/editors/vscode" && npm run --silent check && npm test --silent)
fi
lap "the extension's own checks"
npm run --silent --prefix "$root/editors/vscode" package -- --out "$vsix"
lap "VSIX"

failed=0
one() {
    [ "$only" = all ] || [ "$only" = "$1" ] || return 0
    for script in "${@:2}"; do
        node "$here/$script" "$cache/$vscode" "$vsix" "$out" || failed=1
        lap "$script"
    done
}
one host host.mjs
one journey journey.mjs notes.mjs first.mjs
one typing typing.mjs
exit $failed
