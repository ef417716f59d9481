/**
 * What one can do with notes: make, answer, change, resolve, tag, delete, and put an orphan on its passage again.
 *
 * Each is one command to the server, which writes; the margin follows when the server has told what stands there.
 */

import * as vscode from 'vscode';

import { messages } from '../messages';
import { changeNote, type Connection, type Note, type NoteArgument, type Tag } from '../protocol';
import type { NoteStore } from './store';
import { type NoteComment, rangeOf, short, type Threads } from './threads';

/** A note as the views hold it. */
export interface NoteRef {
  readonly letter: vscode.Uri;
  readonly note: Note;
}

export class NoteCommands {
  constructor(
    private readonly connection: Connection,
    private readonly store: NoteStore,
    private readonly threads: Threads,
  ) {}

  register(): vscode.Disposable {
    const command = (name: string, run: (...args: never[]) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(`griffier.${name}`, run);
    return vscode.Disposable.from(
      command('annotate', () => this.annotate()),
      command('thread.create', (reply: vscode.CommentReply) => this.create(reply, false)),
      command('thread.createTagged', (reply: vscode.CommentReply) => this.create(reply, true)),
      command('thread.reply', (reply: vscode.CommentReply) => this.reply(reply)),
      command('thread.resolve', (of: vscode.CommentThread | NoteRef) => this.set(of, 'resolve')),
      command('thread.reopen', (of: vscode.CommentThread | NoteRef) => this.set(of, 'reopen')),
      command('thread.tags', (of: vscode.CommentThread | NoteRef) => this.chooseTags(of)),
      command('thread.reattach', (of: vscode.CommentThread | NoteRef) => this.reattach(of)),
      command('comment.edit', (comment: NoteComment) => this.edit(comment, true)),
      command('comment.cancel', (comment: NoteComment) => this.edit(comment, false)),
      command('comment.save', (comment: NoteComment) => this.save(comment)),
      command('comment.delete', (comment: NoteComment | NoteRef) => this.remove(comment)),
    );
  }

  /** A note on the selection, or where nothing is selected on the line: its tags, then its words. */
  private async annotate(): Promise<void> {
    const say = messages();
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) {
      void vscode.window.showInformationMessage(say.noLetter);
      return;
    }
    const { document, selection } = editor;
    const line = document.lineAt(selection.active.line);
    const whole = new vscode.Range(
      line.range.start.translate(0, line.firstNonWhitespaceCharacterIndex),
      line.range.end,
    );
    const range: vscode.Range = selection.isEmpty ? whole : selection;
    if (range.isEmpty) {
      void vscode.window.showInformationMessage(say.selectPassage);
      return;
    }
    const tags = await this.pickTags(document.uri, []);
    if (tags === undefined) {
      return;
    }
    const body = await vscode.window.showInputBox({
      title: say.noteOn(short(document.getText(range))),
      prompt: tags.length > 0 ? say.noteWordsOptional : say.noteWords,
      ignoreFocusOut: true,
    });
    if (body !== undefined && (body !== '' || tags.length > 0)) {
      await this.add(document.uri, range, body, tags);
    }
  }

  private async create(reply: vscode.CommentReply, tagged: boolean): Promise<void> {
    const { thread, text } = reply;
    const range = await this.passage(thread);
    const tags = tagged ? await this.pickTags(thread.uri, []) : [];
    if (tags === undefined) {
      return;
    }
    // The thread in which one wrote goes; that of the note comes when the server has told of it.
    if (await this.add(thread.uri, range, text, tags)) {
      thread.dispose();
    }
  }

  /** A thread that was begun beside a line is about the line; an empty line is about the letter as a whole. */
  private async passage(thread: vscode.CommentThread): Promise<vscode.Range | undefined> {
    const { range, uri } = thread;
    if (range === undefined) {
      return undefined;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
    const selected = editor?.selection;
    if (selected !== undefined && !selected.isEmpty && range.contains(selected)) {
      return selected;
    }
    const last = document.lineAt(range.end.line).range.end;
    const whole =
      range.start.isEqual(range.end) || range.end.character === 0
        ? new vscode.Range(document.lineAt(range.start.line).range.start, last)
        : range;
    return whole.isEmpty ? undefined : whole;
  }

  private async add(
    letter: vscode.Uri,
    range: vscode.Range | undefined,
    body: string,
    tags: readonly string[],
  ): Promise<boolean> {
    return this.change(letter, 'add', { range: range ?? null, body, tags });
  }

  private async reply({ thread, text }: vscode.CommentReply): Promise<void> {
    const note = this.threads.noteOf(thread);
    if (note === undefined) {
      return this.create({ thread, text }, false);
    }
    if (text.trim() !== '') {
      await this.change(thread.uri, 'reply', { id: note.id, body: text });
    }
  }

  private async set(
    of: vscode.CommentThread | NoteRef,
    state: 'resolve' | 'reopen',
  ): Promise<void> {
    const ref = this.resolve(of);
    if (ref !== undefined) {
      await this.change(ref.letter, state, { id: ref.note.id });
    }
  }

  private async chooseTags(of: vscode.CommentThread | NoteRef): Promise<void> {
    const ref = this.resolve(of);
    const tags = ref && (await this.pickTags(ref.letter, ref.note.tags));
    if (ref !== undefined && tags !== undefined) {
      await this.change(ref.letter, 'edit', { id: ref.note.id, tags });
    }
  }

  private edit(comment: NoteComment, begin: boolean): Promise<void> {
    comment.mode = begin ? vscode.CommentMode.Editing : vscode.CommentMode.Preview;
    comment.body = begin ? comment.saved : new vscode.MarkdownString(comment.saved);
    // The editor looks again only where the list is another one.
    comment.thread.comments = [...comment.thread.comments];
    return begin ? Promise.resolve() : this.store.refresh([comment.letter]);
  }

  private async save(comment: NoteComment): Promise<void> {
    const body = typeof comment.body === 'string' ? comment.body : comment.body.value;
    if (
      body === comment.saved ||
      (await this.change(comment.letter, 'edit', { id: comment.id, body }))
    ) {
      comment.mode = vscode.CommentMode.Preview;
      await this.store.refresh([comment.letter]);
    }
  }

  private async remove(of: NoteComment | NoteRef): Promise<void> {
    const say = messages();
    const [id, replies] =
      'note' in of ? [of.note.id, of.note.replies.length] : [of.id, this.repliesOf(of)];
    const question = replies > 0 ? say.deleteWithReplies(replies) : say.deleteNote;
    const yes = { title: say.delete };
    const answer = await vscode.window.showWarningMessage(question, { modal: true }, yes);
    if (answer === yes) {
      await this.change(of.letter, 'delete', { id });
    }
  }

  private repliesOf(comment: NoteComment): number {
    const note = this.threads.noteOf(comment.thread);
    return note?.id === comment.id ? note.replies.length : 0;
  }

  /** To one of the passages that may be meant, or to the selection. */
  private async reattach(of: vscode.CommentThread | NoteRef): Promise<void> {
    const say = messages();
    const ref = this.resolve(of);
    if (ref === undefined) {
      return;
    }
    const document = await vscode.workspace.openTextDocument(ref.letter);
    const editor = await vscode.window.showTextDocument(document, { preserveFocus: true });
    // A letter that was not open had no candidates yet.
    await this.store.refresh([ref.letter]);
    const now = this.store.of(ref.letter)?.notes.find(({ id }) => id === ref.note.id) ?? ref.note;
    const picks = now.candidates.map((one) => ({
      label: short(one.text, 80),
      description: say.likeness(Math.round(one.score * 100)),
      range: rangeOf(one.range),
    }));
    if (!editor.selection.isEmpty) {
      const words = short(document.getText(editor.selection), 80);
      picks.unshift({ label: words, description: say.theSelection, range: editor.selection });
    }
    if (picks.length === 0) {
      void vscode.window.showInformationMessage(say.selectForOrphan);
      return;
    }
    const chosen = await vscode.window.showQuickPick(picks, {
      title: say.orphanOf(short(now.quote ?? '')),
      placeHolder: say.choosePassage,
      onDidSelectItem: (item) => {
        editor.revealRange((item as (typeof picks)[number]).range);
      },
    });
    if (chosen !== undefined) {
      await this.change(ref.letter, 'reattach', { id: now.id, range: chosen.range });
    }
  }

  /** The tags that were chosen, `undefined` where one went away. Others than those of the set may be written, unless it is closed. */
  private async pickTags(
    letter: vscode.Uri,
    chosen: readonly string[],
  ): Promise<string[] | undefined> {
    const say = messages();
    const set = (await this.store.tags(letter)) ?? { closed: false, tags: [] };
    const known = new Set(set.tags.map(({ name }) => name));
    const own = chosen.filter((name) => !known.has(name));
    const items = [
      ...set.tags.map((tag) => itemOf(tag, chosen.includes(tag.name))),
      ...own.map((name) => ({ label: name, name, picked: true })),
    ];
    const more = { label: `$(add) ${say.otherTag}`, name: '' };
    const picked = await vscode.window.showQuickPick(set.closed ? items : [...items, more], {
      canPickMany: true,
      title: say.tags,
      placeHolder: say.chooseTags,
      ignoreFocusOut: true,
    });
    if (picked === undefined) {
      return undefined;
    }
    const names = picked.filter(({ name }) => name !== '').map(({ name }) => name);
    if (picked.some(({ name }) => name === '')) {
      const other = await vscode.window.showInputBox({ title: say.otherTag, ignoreFocusOut: true });
      names.push(...(other === undefined || other.trim() === '' ? [] : [other.trim()]));
    }
    return names;
  }

  private resolve(of: vscode.CommentThread | NoteRef): NoteRef | undefined {
    if ('note' in of) {
      return of;
    }
    const note = this.threads.noteOf(of);
    return note && { letter: of.uri, note };
  }

  private async change(
    letter: vscode.Uri,
    command: Parameters<typeof changeNote>[1],
    argument: Omit<NoteArgument, 'uri' | 'range'> & { range?: vscode.Range | null },
  ): Promise<boolean> {
    const { range, ...rest } = argument;
    const place =
      range === undefined
        ? {}
        : {
            range: range && (this.connection.client?.code2ProtocolConverter.asRange(range) ?? null),
          };
    const done = await changeNote(this.connection, command, {
      uri: this.store.wire(letter),
      ...rest,
      ...place,
    });
    if (done) {
      await this.store.refresh([letter]);
    } else if (this.connection.client?.isRunning() !== true) {
      void vscode.window.showWarningMessage(messages().notWithoutServer);
    }
    return done;
  }
}

function itemOf(tag: Tag, picked: boolean): vscode.QuickPickItem & { name: string } {
  const item = { label: tag.label, name: tag.name, picked };
  return tag.description === null ? item : { ...item, detail: tag.description };
}
