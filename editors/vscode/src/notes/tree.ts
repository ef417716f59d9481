/**
 * The view of all notes, by letter, tag, person or state; orphans are marked wherever they stand.
 */

import * as vscode from 'vscode';

import { messages } from '../messages';
import type { LetterNotes, Note } from '../protocol';
import type { NoteRef } from './commands';
import type { NoteStore } from './store';
import { rangeOf, short, type Threads } from './threads';

export const GROUPINGS = ['letter', 'tag', 'person', 'state'] as const;
export type Grouping = (typeof GROUPINGS)[number];

interface Group {
  readonly label: string;
  readonly letter?: vscode.Uri;
  readonly unreadable?: string;
  readonly notes: NoteRef[];
}

type Node = Group | NoteRef;

export class NotesTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<Node>;
  private readonly disposables: vscode.Disposable[];
  private grouping: Grouping;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly store: NoteStore,
    private readonly threads: Threads,
    private readonly memory: vscode.Memento,
  ) {
    this.grouping = memory.get<Grouping>('notes.grouping', 'letter');
    this.view = vscode.window.createTreeView('griffier.notes', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.disposables = [
      this.changed,
      this.view,
      store.onDidChange(() => this.refresh()),
      vscode.commands.registerCommand('griffier.notes.groupBy', (by?: Grouping) => this.group(by)),
      vscode.commands.registerCommand('griffier.openNote', (ref: NoteRef) => this.open(ref)),
      vscode.commands.registerCommand('griffier.notes.refresh', () => store.refreshAll()),
    ];
  }

  refresh(): void {
    const say = messages();
    const all = this.store.all.flatMap(({ notes }) => notes);
    const orphans = all.filter(({ orphan }) => orphan).length;
    this.view.description = all.length === 0 ? '' : say.noteCount(all.length, orphans);
    this.changed.fire();
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) {
      return this.groups();
    }
    return 'notes' in node ? node.notes : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'notes' in node ? groupItem(node) : noteItem(node);
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private groups(): Group[] {
    const say = messages();
    const groups = new Map<string, Group>();
    const into = (label: string, ref: NoteRef | undefined, more: Partial<Group> = {}): void => {
      const group = groups.get(label) ?? { label, notes: [], ...more };
      groups.set(label, group);
      if (ref !== undefined) {
        group.notes.push(ref);
      }
    };
    for (const of of this.store.all) {
      const letter = vscode.Uri.parse(of.uri);
      if (this.grouping === 'letter' || of.unreadable !== undefined) {
        into(vscode.workspace.asRelativePath(letter), undefined, letterGroup(of, letter));
      }
      for (const note of of.notes) {
        for (const label of this.labels(note, letter)) {
          into(label, { letter, note });
        }
      }
    }
    const order = this.grouping === 'state' ? [say.orphans, say.opened, say.resolved] : undefined;
    const rank = ({ label }: Group): number => order?.indexOf(label) ?? 0;
    return [...groups.values()].sort(
      (a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label, 'nl', { numeric: true }),
    );
  }

  private labels(note: Note, letter: vscode.Uri): readonly string[] {
    const say = messages();
    switch (this.grouping) {
      case 'letter':
        return [vscode.workspace.asRelativePath(letter)];
      case 'tag':
        return note.tags.length === 0 ? [say.untagged] : note.tags;
      case 'person':
        return [note.creator ?? say.somebody];
      case 'state':
        return [note.orphan ? say.orphans : note.state === 'resolved' ? say.resolved : say.opened];
    }
  }

  private async group(by?: Grouping): Promise<void> {
    const say = messages();
    const picks = GROUPINGS.map((one) => ({ label: say.grouping[one], one }));
    const chosen = by ?? (await vscode.window.showQuickPick(picks, { title: say.groupNotes }))?.one;
    if (chosen !== undefined) {
      this.grouping = chosen;
      await this.memory.update('notes.grouping', chosen);
      this.changed.fire();
    }
  }

  private async open({ letter, note }: NoteRef): Promise<void> {
    const document = await vscode.workspace.openTextDocument(letter);
    const editor = await vscode.window.showTextDocument(document);
    await this.store.refresh([letter]);
    const now = this.store.of(letter)?.notes.find(({ id }) => id === note.id) ?? note;
    const range = rangeOf(now.range);
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.threads.reveal(letter, note.id);
  }
}

function letterGroup(of: LetterNotes, letter: vscode.Uri): Partial<Group> {
  return of.unreadable === undefined ? { letter } : { letter, unreadable: of.unreadable };
}

function groupItem({ label, letter, unreadable, notes }: Group): vscode.TreeItem {
  const say = messages();
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.description = unreadable ?? String(notes.length);
  item.contextValue = letter === undefined ? 'group' : 'letter';
  if (unreadable !== undefined) {
    item.iconPath = new vscode.ThemeIcon('warning');
  } else if (letter !== undefined) {
    item.resourceUri = letter;
    item.iconPath = vscode.ThemeIcon.File;
  }
  const count = unreadable ?? say.noteCount(notes.length, 0);
  item.accessibilityInformation = { label: `${label}, ${count}` };
  return item;
}

function noteItem(ref: NoteRef): vscode.TreeItem {
  const say = messages();
  const { note } = ref;
  const words = note.body === '' ? note.tags.join(', ') : note.body;
  const item = new vscode.TreeItem(short(words === '' ? (note.quote ?? say.note) : words));
  const answers = note.replies.length === 0 ? '' : say.replyCount(note.replies.length);
  const state = note.orphan ? say.orphan : note.state === 'resolved' ? say.resolved : say.opened;
  const parts = [note.body === '' ? '' : note.tags.join(', '), note.creator ?? '', answers];
  item.description = parts.filter((part) => part !== '').join(' · ');
  item.contextValue = `note ${note.state}${note.orphan ? ' orphan' : ''}`;
  const icon = note.orphan ? 'debug-disconnect' : note.state === 'resolved' ? 'pass' : 'comment';
  item.iconPath = new vscode.ThemeIcon(icon);
  const quote = note.quote === null ? [] : [`> ${short(note.quote, 300)}`];
  item.tooltip = new vscode.MarkdownString([...quote, note.body].join('\n\n'));
  item.command = { command: 'griffier.openNote', title: say.open, arguments: [ref] };
  const heard = [short(words, 200), state, item.description, short(note.quote ?? '')];
  item.accessibilityInformation = { label: heard.filter((part) => part !== '').join(', ') };
  return item;
}
