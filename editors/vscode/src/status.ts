/**
 * The item in the status bar: what the server is doing, how many findings the letter in front has, and on hover what
 * has been read and until when the lists know. A click offers what one can do.
 */

import * as vscode from 'vscode';

import { findingsOf } from './commands/findings';
import type { Messages } from './messages';
import type { Corpus } from './protocol';

/** The parameters of the notification `griffier/status`. */
export interface ServerStatus {
  /** No work is under way and every answer is complete. */
  readonly quiescent: boolean;
  readonly health: 'ok' | 'warning' | 'error';
  /** One sentence for the user, in the language of the server. */
  readonly message?: string;
}

/** The life of the process, which the server cannot tell us about itself. */
export type Phase = 'starting' | 'running' | 'stopped' | 'missing';

/** All that the item tells. */
export interface Shown {
  readonly phase: Phase;
  readonly status: ServerStatus | undefined;
  readonly version: string | undefined;
  readonly corpora: readonly Corpus[];
}

const DAY = 24 * 60 * 60 * 1000;
/** A list that ends longer ago than this says little of what one writes now. */
const OLD = 180;

export class StatusBar implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly current: () => readonly [Messages, Shown]) {
    this.item = vscode.window.createStatusBarItem('griffier', vscode.StatusBarAlignment.Left);
    this.item.name = 'Griffier';
    this.item.command = 'griffier.menu';
    this.item.show();
    this.disposables = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const front = vscode.window.activeTextEditor?.document.uri.toString();
        if (uris.some((uri) => uri.toString() === front)) {
          this.show();
        }
      }),
    ];
  }

  show(): void {
    const [say, { phase, status, version, corpora }] = this.current();
    const health = phase === 'running' ? (status?.health ?? 'ok') : 'error';
    const busy = phase === 'starting' || (phase === 'running' && status?.quiescent !== true);
    const icon = busy
      ? '$(loading~spin)'
      : { ok: '$(law)', warning: '$(warning)', error: '$(error)' }[health];
    const front = vscode.window.activeTextEditor?.document.uri;
    const findings = front === undefined ? 0 : findingsOf(front).length;
    this.item.text = `${icon} Griffier${findings > 0 ? ` ${findings}` : ''}`;
    this.item.backgroundColor = busy ? undefined : background(health);

    const title = version === undefined ? 'Griffier' : say.version(version);
    const sentence = {
      starting: say.starting,
      running: status?.message ?? (busy ? say.busy : say.running),
      stopped: say.stopped,
      missing: say.noServer,
    }[phase];
    const found = findings > 0 ? [say.findings(findings)] : [];
    const held = phase === 'running' ? corpora.flatMap((corpus) => heldBy(corpus, say)) : [];
    const lines = [title, sentence, ...found, ...held];
    const tooltip = new vscode.MarkdownString('', true);
    lines.forEach((line) => tooltip.appendText(line).appendMarkdown('  \n'));
    this.item.tooltip = tooltip;
    // The icon means nothing to someone who hears the editor instead of seeing it.
    this.item.accessibilityInformation = { label: [title, sentence, ...found].join('. ') };
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }
}

function heldBy({ letters, complete, lists }: Corpus, say: Messages): string[] {
  const about = lists.map(({ name, until }) => {
    const days = until === null ? 0 : Math.floor((Date.now() - Date.parse(until)) / DAY);
    return until === null ? name : say.listUntil(name, until, days > OLD ? days : undefined);
  });
  return [say.letters(letters, complete), ...about];
}

function background(health: ServerStatus['health']): vscode.ThemeColor | undefined {
  return health === 'ok' ? undefined : new vscode.ThemeColor(`statusBarItem.${health}Background`);
}
