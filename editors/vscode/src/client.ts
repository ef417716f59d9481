/**
 * How the language client is set up: which documents it serves, what it tells the server that it can
 * do beyond the protocol, and what happens when the server goes down.
 */

import { createInterface } from 'node:readline';

import * as vscode from 'vscode';
import {
  type ClientCapabilities,
  CloseAction,
  type CloseHandlerResult,
  type DocumentFilter,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  type StaticFeature,
} from 'vscode-languageclient/node';

import type { Server } from './server';
import type { TraceChannel } from './trace';

/**
 * What the client offers to the server. A text or Markdown file may be any file at all: the server
 * itself decides which of them are letters (a `griffier.toml` stands above it). Pages are documents
 * of the server's own, which the client fetches by `workspace/textDocumentContent`.
 */
const DOCUMENTS: DocumentFilter[] = [
  { scheme: 'file', language: 'plaintext' },
  { scheme: 'file', language: 'markdown' },
  { scheme: 'file', language: 'kamerbrief' },
  { scheme: 'untitled', language: 'kamerbrief' },
  { scheme: 'griffier' },
  // The server tells what is wrong with settings too. Which language they have depends on who is installed.
  { scheme: 'file', pattern: '**/griffier.toml' },
];

/** So often in so many minutes may the server go down before it is left alone. */
const CRASHES = 5;
const CRASH_MINUTES = 3;

export function createClient(
  server: Server,
  log: vscode.LogOutputChannel,
  trace: TraceChannel,
  onGivenUp: (times: number, minutes: number) => void,
): LanguageClient {
  const crashes = new CrashCounter(onGivenUp);
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    diagnosticCollectionName: 'griffier',
    outputChannel: log,
    traceOutputChannel: trace,
    // A letter is not the place to be interrupted by a panel; the status bar tells.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // The reason is shown by whoever called `start`, in the user's language and with what to do.
    initializationFailedHandler: () => false,
    initializationOptions: { trusted: vscode.workspace.isTrusted },
    errorHandler: crashes,
    middleware: {
      workspace: {
        // Only that something has changed is sent; the server asks for what counts, and is told that as below.
        didChangeConfiguration: (_sections, next) => next(undefined),
        configuration: async (params, token, next) => {
          const told = await next(params, token);
          return Array.isArray(told) ? told.map(chosen) : told;
        },
      },
    },
    stdioOptions: {
      stdout: () => undefined,
      // The lines carry their own level, so they are not all labelled as errors here.
      stderr: (input, channel) => {
        createInterface({ input }).on('line', (line) => channel.info(line));
      },
    },
  };
  const command = { command: server.path, args: ['lsp', '--stdio'] };
  const client = new LanguageClient('griffier', 'Griffier', command, options);
  client.registerFeature(new OwnCapabilities());
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) {
      crashes.hasRun = true;
    }
  });
  return client;
}

/** The settings of the server without those of this extension alone, which it would not know. */
function chosen(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) {
    return settings;
  }
  const { recognisePrints: _, ...others } = settings as Record<string, unknown>;
  return others;
}

/**
 * Tells the server that this client wants to hear how it fares and when notes have changed, and that the editor itself
 * says what is wrong where the pointer is.
 */
class OwnCapabilities implements StaticFeature {
  fillClientCapabilities(capabilities: ClientCapabilities): void {
    capabilities.experimental = {
      ...(capabilities.experimental as object | undefined),
      griffier: { status: true, annotations: true, showsFindings: true },
    };
  }

  initialize(): void {}

  getState(): ReturnType<StaticFeature['getState']> {
    return { kind: 'static' };
  }

  clear(): void {}
}

class CrashCounter implements ErrorHandler {
  private crashes: number[] = [];
  /** A server that goes down before it ever ran would do so each time; `start` tells the user. */
  hasRun = false;

  constructor(private readonly onGivenUp: (times: number, minutes: number) => void) {}

  error(): { action: ErrorAction; handled: boolean } {
    // A message that could not be written: the process is going, and `closed` follows.
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    if (!this.hasRun) {
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    const now = Date.now();
    this.crashes = this.crashes.filter((at) => now - at < CRASH_MINUTES * 60_000);
    this.crashes.push(now);
    if (this.crashes.length < CRASHES) {
      return { action: CloseAction.Restart, handled: true };
    }
    this.onGivenUp(CRASHES, CRASH_MINUTES);
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}
