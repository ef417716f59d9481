// A scratch copy of the workspace that the tests write in, with the real letter if there is one.

import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('..', import.meta.url));

/** Not part of the project; it lies beside it where the project is developed. */
export const REAL_LETTER = 'takuba-2020-03-27.txt';

/** Makes the workspace at `folder` and returns it. */
export function makeWorkspace(folder) {
  cpSync(path.join(here, 'workspace'), folder, { recursive: true });
  const shared = process.env.GRIFFIER_SHARED ?? path.join(here, '../../../../shared');
  const letter = path.join(shared, 'data', REAL_LETTER);
  if (existsSync(letter)) {
    cpSync(letter, path.join(folder, 'brieven', REAL_LETTER));
  } else {
    console.log(`SKIPPED the real letter: there is none at ${letter} (set GRIFFIER_SHARED)`);
  }
  return folder;
}
