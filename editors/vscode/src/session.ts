/**
 * One server and its client, from start to stop, and what the user sees of that.
 */

import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';

import { createClient } from './client';
import { messages } from './messages';
import { ask, type Corpus } from './protocol';
import { findServer, fits, type Server, ServerProblem } from './server';
import { type Phase, type ServerStatus, type Shown, StatusBar } from './status';
import { TraceChannel } from './trace';

export class Session implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel('Griffier', { log: true });
  private readonly trace = new TraceChannel(this.log);
  private readonly statusBar = new StatusBar(() => [messages(), this.shown()]);
  private readonly statusChanged = new vscode.EventEmitter<ServerStatus | undefined>();
  readonly onDidChangeStatus = this.statusChanged.event;
  private readonly notesChanged = new vscode.EventEmitter<vscode.Uri[]>();
  /** The letters of which the server says that their notes are others now. */
  readonly onDidChangeNotes = this.notesChanged.event;

  private server: Server | undefined;
  private running: LanguageClient | undefined;
  private lastStatus: ServerStatus | undefined;
  private phase: Phase = 'starting';
  private corpora: readonly Corpus[] = [];
  /** Starts and stops follow each other; two at once would leave a server without an owner. */
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly extensionFolder: string,
    private readonly extensionVersion: string,
  ) {}

  get client(): LanguageClient | undefined {
    return this.running;
  }

  get status(): ServerStatus | undefined {
    return this.lastStatus;
  }

  /** What each workspace holds, as the status bar tells it. */
  get held(): readonly Corpus[] {
    return this.corpora;
  }

  /** The program that runs; none while there is no server. */
  get program(): string | undefined {
    return this.server?.path;
  }

  /** Stops what runs and starts anew, with the settings of now. Problems are shown, not thrown. */
  restart(): Promise<void> {
    return this.enqueue(async () => {
      await this.takeDown();
      await this.bringUp();
    });
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.takeDown());
  }

  /** The language of the messages changed; the status bar is the only place that keeps one. */
  refresh(): void {
    this.statusBar.show();
  }

  dispose(): void {
    this.statusBar.dispose();
    this.statusChanged.dispose();
    this.notesChanged.dispose();
    this.trace.dispose();
    this.log.dispose();
  }

  private enqueue(task: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(task, task);
    return this.queue;
  }

  private async bringUp(): Promise<void> {
    this.enter('starting');
    const configured = vscode.workspace.getConfiguration('griffier').get('server.path', '').trim();
    try {
      this.server = await findServer(configured, this.extensionFolder, messages());
    } catch (error) {
      this.enter('missing');
      this.explain(error);
      return;
    }
    this.log.info(`griffier ${this.server.version}: ${this.server.path}`);
    if (!fits(this.server.version, this.extensionVersion)) {
      const differ = messages().versionsDiffer(this.server.version, this.extensionVersion);
      this.log.warn(differ);
      this.offer(differ, 'settings');
    }

    const client = createClient(this.server, this.log, this.trace, (times, minutes) => {
      this.offer(messages().crashed(times, minutes), 'restart', 'log');
    });
    client.onNotification('griffier/status', (status: ServerStatus) => this.receive(status));
    client.onNotification('griffier/annotationsChanged', ({ uris }: { uris: string[] }) => {
      this.notesChanged.fire(uris.map((uri) => vscode.Uri.parse(uri)));
    });
    client.onDidChangeState(({ newState }) => {
      this.lastStatus = undefined;
      this.enter(PHASES[newState]);
    });
    this.running = client;
    try {
      await client.start();
    } catch (error) {
      this.enter('stopped');
      this.log.error(error instanceof Error ? error : String(error));
      this.offer(messages().didNotStart, 'restart', 'log');
    }
  }

  private async takeDown(): Promise<void> {
    const client = this.running;
    this.running = undefined;
    this.server = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // A server that has already gone cannot be asked to stop, and that is all we wanted of it.
      this.log.warn(String(error));
    }
    if (client !== undefined) {
      this.enter('stopped');
    }
  }

  private receive(status: ServerStatus): void {
    this.lastStatus = status;
    this.refresh();
    this.statusChanged.fire(status);
    if (status.quiescent) {
      void this.count();
    }
  }

  /** What has been read, for the status bar. */
  private async count(): Promise<void> {
    this.corpora = (await ask<Corpus[]>(this, 'griffier/corpora')) ?? [];
    this.refresh();
    this.statusChanged.fire(this.lastStatus);
  }

  private shown(): Shown {
    const { phase, lastStatus: status, corpora } = this;
    return { phase, status, corpora, version: this.server?.version };
  }

  private enter(phase: Phase): void {
    this.phase = phase;
    this.refresh();
    this.statusChanged.fire(this.lastStatus);
  }

  private explain(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.log.error(message);
    const setting = error instanceof ServerProblem && error.setting;
    // Whether the setting is wrong or a bundled server is lacking, the setting is the way out.
    this.offer(message, 'settings', setting ? 'restart' : 'log');
  }

  /** Shows an error with buttons. Nothing waits for the answer: the message may stay for hours. */
  private offer(message: string, ...actions: ('restart' | 'settings' | 'log')[]): void {
    const say = messages();
    const buttons = {
      restart: { title: say.restart, command: 'griffier.restartServer', argument: undefined },
      settings: {
        title: say.openSettings,
        command: 'workbench.action.openSettings',
        argument: 'griffier.server.path',
      },
      log: { title: say.showLog, command: 'griffier.showLog', argument: undefined },
    };
    void vscode.window
      .showErrorMessage(message, ...actions.map((action) => buttons[action]))
      .then((chosen) => {
        if (chosen !== undefined) {
          void vscode.commands.executeCommand(chosen.command, chosen.argument);
        }
      });
  }
}

const PHASES: Record<State, Phase> = {
  [State.Starting]: 'starting',
  [State.StartFailed]: 'stopped',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
};
