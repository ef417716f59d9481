/**
 * Notes in the margin: one thread of comments for each note, in every letter that is open.
 *
 * A thread is the editor's picture of a note that the server keeps. It is changed only by what the server says, so
 * that what one sees is what stands in the file; what is being written in a thread is left alone meanwhile.
 */

import * as vscode from 'vscode';

import { messages } from '../messages';
import type { Note, Reply, WireRange } from '../protocol';
import type { Served } from '../served';
import { keyOf, type NoteStore } from './store';

/** A note or an answer in a thread. */
export interface NoteComment extends vscode.Comment {
  readonly letter: vscode.Uri;
  readonly id: string;
  /** What the server has; `body` is what stands in the field while one edits. */
  readonly saved: string;
  thread: vscode.CommentThread;
}

interface Shown {
  readonly thread: vscode.CommentThread;
  note: Note;
}

/** Letters on disk, and those that are still to be saved; not what is shown of them beside a comparison. */
const SCHEMES = new Set(['file', 'untitled']);

export class Threads implements vscode.Disposable {
  readonly controller = vscode.comments.createCommentController('griffier', 'Griffier');
  private readonly shown = new Map<string, Map<string, Shown>>();
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly store: NoteStore,
    served: Served,
  ) {
    this.controller.commentingRangeProvider = {
      provideCommentingRanges: async (document) => {
        if (!SCHEMES.has(document.uri.scheme) || !(await served.serves(document))) {
          return undefined;
        }
        return [new vscode.Range(0, 0, Math.max(0, document.lineCount - 1), 0)];
      },
    };
    this.words();
    this.disposables = [
      this.controller,
      store.onDidChange(() => this.show()),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        if (this.store.of(uri) !== undefined) {
          void this.store.refresh([uri]);
        }
      }),
      vscode.workspace.onDidCloseTextDocument(() => this.show()),
    ];
  }

  /** The words of the field in which one writes, in the language that is set. */
  words(): void {
    const say = messages();
    this.controller.options = { prompt: say.notePrompt, placeHolder: say.notePlaceholder };
    this.show();
  }

  of(letter: vscode.Uri): readonly vscode.CommentThread[] {
    return [...(this.shown.get(keyOf(letter))?.values() ?? [])].map(({ thread }) => thread);
  }

  /** The note that a thread shows. */
  noteOf(thread: vscode.CommentThread): Note | undefined {
    return [...(this.shown.get(keyOf(thread.uri))?.values() ?? [])].find(
      (one) => one.thread === thread,
    )?.note;
  }

  /** Unfolds the thread of a note, where its letter is open. */
  reveal(letter: vscode.Uri, id: string): void {
    const thread = this.shown.get(keyOf(letter))?.get(id)?.thread;
    if (thread !== undefined) {
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private show(): void {
    const open = new Map(
      vscode.workspace.textDocuments
        .filter(({ uri, isClosed }) => SCHEMES.has(uri.scheme) && !isClosed)
        .map(({ uri }) => [keyOf(uri), uri] as const),
    );
    for (const [key, threads] of this.shown) {
      const letter = open.get(key);
      const told = letter === undefined ? [] : (this.store.of(letter)?.notes ?? []);
      const notes = new Set(told.map(({ id }) => id));
      for (const [id, { thread }] of threads) {
        if (!notes.has(id)) {
          thread.dispose();
          threads.delete(id);
        }
      }
    }
    for (const [key, letter] of open) {
      const notes = this.store.of(letter)?.notes ?? [];
      if (notes.length > 0) {
        const threads = this.shown.get(key) ?? new Map<string, Shown>();
        this.shown.set(key, threads);
        notes.forEach((note) => this.showNote(threads, letter, note));
      }
    }
  }

  private showNote(threads: Map<string, Shown>, letter: vscode.Uri, note: Note): void {
    const place = rangeOf(note.range);
    let shown = threads.get(note.id);
    if (shown === undefined) {
      const thread = this.controller.createCommentThread(letter, place, []);
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
      shown = { thread, note };
      threads.set(note.id, shown);
    }
    const { thread } = shown;
    shown.note = note;
    if (thread.range === undefined || !thread.range.isEqual(place)) {
      thread.range = place;
    }
    thread.label = labelOf(note);
    thread.canReply = true;
    thread.contextValue = `${note.state}${note.orphan ? ' orphan' : ''}`;
    thread.state =
      note.state === 'resolved'
        ? vscode.CommentThreadState.Resolved
        : vscode.CommentThreadState.Unresolved;
    const before = new Map(thread.comments.map((one) => [(one as NoteComment).id, one]));
    thread.comments = [note, ...note.replies].map((one) => {
      const old = before.get(one.id);
      return old?.mode === vscode.CommentMode.Editing
        ? old
        : this.comment(thread, letter, one, one.id === note.id ? note : undefined);
    });
  }

  private comment(
    thread: vscode.CommentThread,
    letter: vscode.Uri,
    one: Reply,
    note: Note | undefined,
  ): NoteComment {
    const say = messages();
    const comment: NoteComment = {
      letter,
      id: one.id,
      saved: one.body,
      thread,
      body: new vscode.MarkdownString(bodyOf(one, note)),
      mode: vscode.CommentMode.Preview,
      author: { name: one.creator ?? say.somebody },
      contextValue: note === undefined ? 'reply' : 'note',
    };
    const written = one.modified ?? one.created;
    if (written !== null) {
      comment.timestamp = new Date(written);
    }
    return comment;
  }
}

/** A note on the letter as a whole, and one whose passage is lost, stand at its head. */
export function rangeOf(range: WireRange | null): vscode.Range {
  return range === null
    ? new vscode.Range(0, 0, 0, 0)
    : new vscode.Range(
        range.start.line,
        range.start.character,
        range.end.line,
        range.end.character,
      );
}

/** What a thread is called where only its head is seen or heard. */
export function labelOf(note: Note): string {
  const say = messages();
  const about = note.orphan ? say.orphanOf(short(note.quote ?? '')) : '';
  const whole = note.whole ? say.wholeLetter : '';
  const state = note.state === 'resolved' ? say.resolved : '';
  const parts = [note.tags.join(', '), about, whole, state].filter((part) => part !== '');
  return parts.length === 0 ? say.note : parts.join(' · ');
}

function bodyOf(one: Reply, note: Note | undefined): string {
  const papers = (note?.papers ?? []).map((paper) => `\`${paper}\``).join(' ');
  const tags = note !== undefined && one.body === '' ? note.tags.join(', ') : '';
  return [one.body, tags, papers].filter((part) => part !== '').join('\n\n');
}

export function short(words: string, length = 60): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length).trimEnd()}…` : line;
}
