/**
 * The item in the status bar: what the server is doing, and whether something needs attention.
 */

import * as vscode from 'vscode';

import type { Messages } from './messages';

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

export class StatusBar implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;

  constructor() {
    this.item = vscode.window.createStatusBarItem('griffier', vscode.StatusBarAlignment.Left);
    this.item.name = 'Griffier';
    this.item.command = 'griffier.showLog';
    this.item.show();
  }

  show(
    say: Messages,
    phase: Phase,
    status: ServerStatus | undefined,
    version: string | undefined,
  ): void {
    const health = phase === 'running' ? (status?.health ?? 'ok') : 'error';
    const busy = phase === 'starting' || (phase === 'running' && status?.quiescent !== true);
    const icon = busy
      ? '$(loading~spin)'
      : { ok: '$(law)', warning: '$(warning)', error: '$(error)' }[health];
    this.item.text = `${icon} Griffier`;
    this.item.backgroundColor = busy ? undefined : background(health);

    const title = version === undefined ? 'Griffier' : say.version(version);
    const sentence = {
      starting: say.starting,
      running: status?.message ?? (busy ? say.busy : say.running),
      stopped: say.stopped,
      missing: say.noServer,
    }[phase];
    this.item.tooltip = `${title}\n${sentence}`;
    // The icon means nothing to someone who hears the editor instead of seeing it.
    this.item.accessibilityInformation = { label: `${title}. ${sentence}` };
  }

  dispose(): void {
    this.item.dispose();
  }
}

function background(health: ServerStatus['health']): vscode.ThemeColor | undefined {
  return health === 'ok' ? undefined : new vscode.ThemeColor(`statusBarItem.${health}Background`);
}
