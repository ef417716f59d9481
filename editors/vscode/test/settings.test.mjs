// The settings of the editor are those of the server, described in both languages, and none of them lets a workspace
// start a program.
//
// usage: npm test

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generate, outOfDate } from '../scripts/settings.mjs';

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const manifest = read('package.json');
const [english, dutch] = [read('package.nls.json'), read('package.nls.nl.json')];

test('are those of the schema; if not: npm run settings', () => {
  const { files, lacking, stale } = generate();
  assert.deepEqual(
    { changed: outOfDate(files).map(([name]) => name), lacking, stale },
    { changed: [], lacking: [], stale: [] },
  );
});

test('and all else that is shown have words in both languages', () => {
  const used = new Set(JSON.stringify(manifest).match(/(?<="%)[\w.-]+(?=%")/g));
  assert.deepEqual(Object.keys(english).sort(), Object.keys(dutch).sort());
  assert.deepEqual(Object.keys(english).sort(), [...used].sort());
});

test('that start a program are set by the user of the machine alone', () => {
  const { properties } = manifest.contributes.configuration;
  assert.equal(properties['griffier.server.path'].scope, 'machine');
  for (const [key, { scope }] of Object.entries(properties)) {
    const starts = /path|command|program|args|fetch|proxy/i.test(key.replace('griffier.', ''));
    assert.ok(!starts || scope === 'machine', `${key} is set by ${scope}`);
  }
  assert.ok(
    manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(
      'griffier.server.path',
    ),
  );
});

test('every command of the menus and keys is one of the list', () => {
  const { commands, menus, keybindings } = manifest.contributes;
  const known = new Set(commands.map(({ command }) => command));
  const used = [...Object.values(menus).flat(), ...keybindings].map(({ command }) => command);
  assert.deepEqual(
    used.filter((command) => !known.has(command)),
    [],
  );
});
