/**
 * Finds the server program and makes sure that it runs, before the language client is let loose on
 * it: the client can only say that a process failed, and a user needs to know what to do about it.
 */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';

import type { Messages } from './messages';

/** A server program that answered to `--version`. */
export interface Server {
  readonly path: string;
  readonly version: string;
}

/** The reason why there is no server. `setting` tells whether `griffier.server.path` named it. */
export class ServerProblem extends Error {
  constructor(
    message: string,
    readonly setting: boolean,
  ) {
    super(message);
  }
}

/** A program on a cold or busy disk may be slow to load; one that hangs must not hang the editor. */
const ANSWER_WITHIN_SECONDS = 15;

const SYSTEM = `${process.platform}-${process.arch}`;

/**
 * The program that the setting names, otherwise the one that the extension carries.
 *
 * A set path that does not work is a problem and is not silently replaced by the bundled server, for
 * then the user would be testing another program than the one they chose.
 */
export async function findServer(
  configured: string,
  extensionFolder: string,
  say: Messages,
): Promise<Server> {
  const setting = configured !== '';
  const program = setting ? expandHome(configured) : bundledPath(extensionFolder);
  // A bare name is looked up on the PATH. Anything else must be absolute: a relative path would
  // depend on the folder that is open, which is to say on the workspace.
  const bare = setting && path.basename(program) === program;
  if (!bare && !path.isAbsolute(program)) {
    throw new ServerProblem(say.pathNotAbsolute(configured), setting);
  }
  const output = await versionOf(program).catch((error: unknown) => {
    throw new ServerProblem(explain(error, program, setting, say), setting);
  });
  const version = /^griffier (\S+)/.exec(output)?.[1];
  if (version === undefined) {
    throw new ServerProblem(say.notGriffier(program, SYSTEM), setting);
  }
  return { path: program, version };
}

/**
 * Whether a server speaks the protocol that this extension expects: the same major version, and before 1.0 the same
 * minor one, since until then each of these may change it.
 */
export function fits(server: string, extension: string): boolean {
  const [own, other] = [server, extension].map((version) => version.split(/[.+-]/));
  return own?.[0] === other?.[0] && (own?.[0] !== '0' || own[1] === other?.[1]);
}

function bundledPath(extensionFolder: string): string {
  const name = process.platform === 'win32' ? 'griffier.exe' : 'griffier';
  return path.join(extensionFolder, 'server', name);
}

function expandHome(configured: string): string {
  return /^~[/\\]/.test(configured) ? path.join(os.homedir(), configured.slice(2)) : configured;
}

async function versionOf(program: string): Promise<string> {
  const options = { timeout: ANSWER_WITHIN_SECONDS * 1000, windowsHide: true };
  return (await promisify(execFile)(program, ['--version'], options)).stdout;
}

function explain(error: unknown, program: string, setting: boolean, say: Messages): string {
  const { code, killed, message } = error as {
    code?: string | number | null;
    killed?: boolean;
    message: string;
  };
  if (killed === true) {
    return say.noAnswer(program, ANSWER_WITHIN_SECONDS);
  }
  if (code === 'ENOENT' && !existsSync(program)) {
    return setting ? say.pathMissing(program) : say.bundledMissing(SYSTEM);
  }
  if (code === 'EACCES') {
    return say.notExecutable(program);
  }
  // A program for another system shows itself in several ways: its loader is "not there", the system
  // refuses its format, or a shell is handed the binary and ends with an exit code.
  const foreign = ['ENOENT', 'ENOEXEC', 'UNKNOWN'].includes(String(code));
  return foreign || typeof code === 'number'
    ? say.notGriffier(program, SYSTEM)
    : say.failed(program, message);
}
