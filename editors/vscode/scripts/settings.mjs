// Writes the settings of package.json after the schema of griffier.toml, so that what can be set in the file can be
// set in the editor too, in the same shape. The schema is made from the server's types and compared by its tests.
//
// usage: npm run settings          rewrites package.json and package.nls.json, and the schema that the VSIX carries
//        node scripts/settings.mjs --check     only says whether they are up to date
//
// English descriptions are those of the schema. The Dutch ones stand in package.nls.nl.json and are written by hand:
// one that is lacking, or that belongs to nothing any more, is an error.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = (name) => path.join(root, name);
const read = (name) => JSON.parse(readFileSync(file(name), 'utf8'));

/** Settings of the editor alone, or with more to say than the schema has; they stay as package.json has them. */
const OWN = /^griffier\.(language|recognisePrints|server\.|trace\.)/;

export function generate() {
  const schema = read('../../schemas/griffier.toml.schema.json');
  const manifest = read('package.json');
  const english = read('package.nls.json');
  const dutch = read('package.nls.nl.json');
  const before = manifest.contributes.configuration.properties;
  const properties = Object.fromEntries(Object.entries(before).filter(([key]) => OWN.test(key)));
  const described = {};
  for (const [section, { $ref }] of Object.entries(schema.properties)) {
    if (section === 'language') {
      continue; // as it was written by hand: its choices have names of their own
    }
    const { properties: keys } = resolve(schema, { $ref });
    for (const [key, value] of Object.entries(keys)) {
      const name = `config.${section}.${key}`;
      described[name] = `${value.description} Without a value, \`griffier.toml\` decides.`;
      properties[`griffier.${section}.${key}`] = setting(schema, value, name, section);
    }
  }
  manifest.contributes.configuration.properties = Object.fromEntries(
    Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const sections = Object.keys(schema.properties).filter((section) => section !== 'language');
  const generated = (key) => sections.some((section) => key.startsWith(`config.${section}.`));
  const kept = Object.entries(english).filter(([key]) => !generated(key));
  const texts = Object.fromEntries([...kept, ...Object.entries(described)]);
  const lacking = Object.keys(texts).filter((key) => dutch[key] === undefined);
  const stale = Object.keys(dutch).filter((key) => texts[key] === undefined);
  return {
    files: {
      'package.json': manifest,
      'package.nls.json': texts,
      'schemas/griffier.toml.schema.json': schema,
    },
    lacking,
    stale,
  };
}

/** One setting. Null, which says nothing to the server, is what is not set. */
function setting(schema, value, name, section) {
  const { type, ...rest } = plain(schema, value);
  const choices = rest.enum === undefined ? {} : { enum: [null, ...rest.enum] };
  return {
    ...rest,
    type: [type, 'null'],
    ...choices,
    default: null,
    // Whom one asks over the network, and whom one trusts there, is not for a folder that one opens to say.
    scope: section === 'fetch' ? 'machine' : 'resource',
    markdownDescription: `%${name}%`,
  };
}

/** A schema without references and without words, which would be in one language only. */
function plain(schema, value) {
  const { description: _, format: __, ...one } = resolve(schema, value);
  if (one.oneOf?.every((choice) => choice.const !== undefined)) {
    return { type: 'string', enum: one.oneOf.map((choice) => choice.const) };
  }
  const result = {};
  for (const [key, inner] of Object.entries(one)) {
    if (key === 'properties') {
      const entries = Object.entries(inner).map(([name, it]) => [name, plain(schema, it)]);
      result[key] = Object.fromEntries(entries);
    } else if (['items', 'additionalProperties'].includes(key) && typeof inner === 'object') {
      result[key] = plain(schema, inner);
    } else if (['oneOf', 'anyOf'].includes(key)) {
      result[key] = inner.map((it) => plain(schema, it));
    } else {
      result[key] = inner;
    }
  }
  return result;
}

function resolve(schema, value) {
  if (value.$ref === undefined) {
    return value;
  }
  const { $ref, ...rest } = value;
  return { ...resolve(schema, schema.$defs[$ref.split('/').at(-1)]), ...rest };
}

export function text(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Which files say something else than they should. */
export function outOfDate(files) {
  return Object.entries(files).filter(([name, value]) => {
    try {
      return JSON.stringify(read(name)) !== JSON.stringify(value);
    } catch {
      return true;
    }
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, lacking, stale } = generate();
  const changed = outOfDate(files);
  if (!process.argv.includes('--check')) {
    mkdirSync(file('schemas'), { recursive: true });
    changed.forEach(([name, value]) => writeFileSync(file(name), text(value)));
  }
  const say = (what, list) => list.length > 0 && console.error(`${what}: ${list.join(', ')}`);
  say('No Dutch in package.nls.nl.json for', lacking);
  say('Nothing in package.nls.json for the Dutch', stale);
  if (process.argv.includes('--check')) {
    say(
      'Out of date, run "npm run settings"',
      changed.map(([name]) => name),
    );
  }
  process.exitCode =
    lacking.length + stale.length > 0 || (process.argv.includes('--check') && changed.length > 0)
      ? 1
      : 0;
}
