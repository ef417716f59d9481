/**
 * Runs the server program as a command line, for what is no question of a moment: checking all letters, exporting,
 * making a workspace, finding out what is wrong.
 */

import { execFile } from 'node:child_process';

import * as vscode from 'vscode';

import type { Language } from './messages';

export interface Ran {
  /** What the program ended with; `undefined` where it could not be started or was stopped. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Findings of ten thousand letters are some megabytes. */
const LARGEST_OUTPUT = 256 * 1024 * 1024;

export function run(
  program: string,
  args: readonly string[],
  cwd: string,
  token?: vscode.CancellationToken,
): Promise<Ran> {
  return new Promise((resolve) => {
    const language = vscode.workspace.getConfiguration('griffier').get<Language | null>('language');
    const chosen = language === null || language === undefined ? [] : ['--lang', language];
    const options = { cwd, maxBuffer: LARGEST_OUTPUT, windowsHide: true };
    const child = execFile(program, [...args, ...chosen], options, (error, stdout, stderr) => {
      const failed = error === null ? 0 : error.code;
      resolve({ code: typeof failed === 'number' ? failed : undefined, stdout, stderr });
    });
    token?.onCancellationRequested(() => child.kill());
  });
}
