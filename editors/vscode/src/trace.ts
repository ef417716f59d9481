/**
 * The channel that the client traces to, steered by the setting `griffier.trace.server`.
 *
 * The client library traces only while its channel is at the level "trace", which a user would have
 * to set by hand in the output panel, in addition to the setting. This channel follows the setting
 * alone and writes to the ordinary log.
 */

import * as vscode from 'vscode';

export class TraceChannel implements vscode.LogOutputChannel {
  private readonly levelChanged = new vscode.EventEmitter<vscode.LogLevel>();
  private readonly listener: vscode.Disposable;
  readonly onDidChangeLogLevel = this.levelChanged.event;

  constructor(private readonly log: vscode.LogOutputChannel) {
    this.listener = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('griffier.trace.server')) {
        this.levelChanged.fire(this.logLevel);
      }
    });
  }

  get name(): string {
    return this.log.name;
  }

  get logLevel(): vscode.LogLevel {
    const wanted = vscode.workspace.getConfiguration('griffier').get<string>('trace.server', 'off');
    return wanted === 'off' ? this.log.logLevel : vscode.LogLevel.Trace;
  }

  trace(message: string, ...args: unknown[]): void {
    this.log.info(message, ...args);
  }

  debug(message: string, ...args: unknown[]): void {
    this.log.debug(message, ...args);
  }

  info(message: string, ...args: unknown[]): void {
    this.log.info(message, ...args);
  }

  warn(message: string, ...args: unknown[]): void {
    this.log.warn(message, ...args);
  }

  error(error: string | Error, ...args: unknown[]): void {
    this.log.error(error, ...args);
  }

  append(value: string): void {
    this.log.append(value);
  }

  appendLine(value: string): void {
    this.log.appendLine(value);
  }

  replace(value: string): void {
    this.log.replace(value);
  }

  clear(): void {
    this.log.clear();
  }

  show(columnOrPreserveFocus?: vscode.ViewColumn | boolean, preserveFocus?: boolean): void {
    this.log.show(
      typeof columnOrPreserveFocus === 'boolean' ? columnOrPreserveFocus : preserveFocus,
    );
  }

  hide(): void {
    this.log.hide();
  }

  dispose(): void {
    this.listener.dispose();
    this.levelChanged.dispose();
  }
}
