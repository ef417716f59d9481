/**
 * The messages that are Griffier's own, as `schemas/protocol.md` describes them, and the one way to send them.
 */

import type { LanguageClient } from 'vscode-languageclient/node';

/** As the protocol has them; the client library makes ranges of the editor out of them. */
export interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface Reply {
  readonly id: string;
  readonly body: string;
  readonly creator: string | null;
  readonly created: string | null;
  readonly modified: string | null;
}

export interface Note extends Reply {
  readonly range: WireRange | null;
  /** On the letter as a whole. */
  readonly whole: boolean;
  /** Its passage is not found for certain. */
  readonly orphan: boolean;
  readonly state: 'open' | 'resolved';
  readonly motivation: 'commenting' | 'questioning' | 'linking' | 'tagging';
  readonly tags: readonly string[];
  readonly papers: readonly string[];
  readonly quote: string | null;
  readonly candidates: readonly {
    readonly range: WireRange;
    readonly score: number;
    readonly text: string;
  }[];
  readonly replies: readonly Reply[];
}

export interface LetterNotes {
  readonly uri: string;
  readonly notes: readonly Note[];
  readonly orphans: number;
  /** Why the file of notes could not be read. */
  readonly unreadable?: string;
}

export interface Tag {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly color: string | null;
}

export interface Tags {
  /** Whether there may be no others. */
  readonly closed: boolean;
  readonly tags: readonly Tag[];
}

export interface Paper {
  readonly id: string;
  readonly label: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly kind: string | null;
  readonly uri: string | null;
  readonly page: string | null;
  readonly official: string | null;
  readonly citedBy: number;
  readonly cites: readonly string[];
}

export interface Dossier {
  readonly dossier: string;
  readonly label: string;
  readonly title: string | null;
  readonly uri: string | null;
  readonly papers: readonly Paper[];
  readonly others: readonly Paper[];
}

export interface Wordings {
  readonly papers: readonly string[];
  readonly text: string;
  readonly style: string | null;
  readonly styles: readonly {
    readonly style: string;
    readonly label: string;
    readonly text: string;
  }[];
}

export interface CitingPlace {
  readonly uri: string;
  readonly range: WireRange;
  readonly letter: string | null;
  readonly words: string;
}

export interface Corpus {
  readonly root: string | null;
  readonly letters: number;
  readonly complete: boolean;
  readonly lists: readonly {
    readonly name: string;
    readonly until: string | null;
    readonly papers: number;
  }[];
}

/** What a command about a note takes; see the page for which has which. */
export interface NoteArgument {
  readonly uri: string;
  readonly id?: string;
  readonly range?: WireRange | null;
  readonly body?: string;
  readonly tags?: readonly string[];
  readonly motivation?: Note['motivation'];
}

export type NoteCommand = 'add' | 'reply' | 'edit' | 'resolve' | 'reopen' | 'delete' | 'reattach';

/** Whoever has a client; it is another one after a restart, and there is none while there is no server. */
export interface Connection {
  readonly client: LanguageClient | undefined;
  readonly log: { warn(message: string): void };
}

/**
 * Asks the server. The answer is `undefined` where there is no server or it cannot tell: what the user is to know
 * of a failure the server says itself, so that the log is the place for the rest.
 */
export async function ask<T>(
  { client, log }: Connection,
  method: string,
  params?: object,
): Promise<T | undefined> {
  if (client === undefined || !client.isRunning()) {
    return undefined;
  }
  try {
    // A method without parameters refuses any, even empty ones.
    return await (params === undefined
      ? client.sendRequest<T>(method)
      : client.sendRequest<T>(method, params));
  } catch (error) {
    log.warn(`${method}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** Has the server write to a file of notes; the answer is whether it did. */
export async function changeNote(
  connection: Connection,
  command: NoteCommand,
  argument: NoteArgument,
): Promise<boolean> {
  const answer = await ask<unknown>(connection, 'workspace/executeCommand', {
    command: `griffier.note.${command}`,
    arguments: [argument],
  });
  return answer !== undefined;
}
