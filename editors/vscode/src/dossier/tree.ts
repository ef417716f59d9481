/**
 * The view of a dossier: its papers in order, and under each what it cites and who cites it.
 *
 * It shows the dossier of the letter in front, until one asks for another: then that stays until the view is let go.
 */

import * as path from 'node:path';

import * as vscode from 'vscode';

import { messages } from '../messages';
import {
  ask,
  type CitingPlace,
  type Connection,
  type Dossier,
  type Paper,
  type Wordings,
} from '../protocol';
import type { Served } from '../served';
import { rangeOf } from '../notes/threads';

interface PaperNode {
  readonly paper: Paper;
  /** Under another one, where it has nothing under itself. */
  readonly leaf: boolean;
}

interface Branch {
  readonly of: Paper;
  readonly what: 'cites' | 'citedBy';
}

interface PlaceNode {
  readonly place: CitingPlace;
}

type Node = PaperNode | Branch | PlaceNode;

export class DossierTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<Node>;
  private readonly disposables: vscode.Disposable[];
  private dossier: Dossier | undefined;
  /** The papers as the view knows them: the same objects until another dossier is shown, so that one can be revealed. */
  private papers: readonly PaperNode[] = [];
  private pinned = false;
  /** Of two questions the later one counts. */
  private asked = 0;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly connection: Connection,
    private readonly served: Served,
  ) {
    this.view = vscode.window.createTreeView('griffier.dossier', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.disposables = [
      this.changed,
      this.view,
      this.view.onDidChangeVisibility(({ visible }) => visible && void this.follow()),
      vscode.window.onDidChangeActiveTextEditor(() => void this.follow()),
      vscode.commands.registerCommand('griffier.showDossier', (name?: string) => this.show(name)),
      vscode.commands.registerCommand('griffier.dossier.follow', () => this.letGo()),
      vscode.commands.registerCommand('griffier.openPaper', (node: Node) => open(node)),
    ];
  }

  /** What the server has read changed. */
  refresh(): void {
    if (this.pinned && this.dossier !== undefined) {
      void this.load({ dossier: this.dossier.dossier });
    } else {
      void this.follow();
    }
  }

  get shown(): Dossier | undefined {
    return this.dossier;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) {
      return [...this.papers];
    }
    if ('paper' in node) {
      return node.leaf ? [] : branches(node.paper);
    }
    if ('place' in node) {
      return [];
    }
    if (node.what === 'cites') {
      return node.of.cites.map((id) => ({ paper: this.known(id), leaf: true }));
    }
    const places = await ask<CitingPlace[]>(this.connection, 'griffier/citing', { id: node.of.id });
    return (places ?? []).map((place) => ({ place }));
  }

  /** Only papers are revealed, and they stand under none. */
  getParent(): undefined {
    return undefined;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item =
      'paper' in node ? paperItem(node) : 'place' in node ? placeItem(node) : branchItem(node);
    if (!('of' in node)) {
      const title = messages().open;
      item.command = { command: 'griffier.openPaper', title, arguments: [node] };
    }
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** A dossier by its name, else that of the place in the letter, else one that is asked for. */
  private async show(name?: string): Promise<void> {
    const say = messages();
    const place = name === undefined ? this.place() : undefined;
    const found = await this.load(place);
    if (found === undefined) {
      const typed = name ?? (await vscode.window.showInputBox({ prompt: say.whichDossier }));
      if (typed === undefined || typed.trim() === '') {
        return;
      }
      if ((await this.load({ dossier: typed })) === undefined) {
        void vscode.window.showInformationMessage(say.noSuchDossier(typed));
        return;
      }
    }
    this.pinned = true;
    await vscode.commands.executeCommand('setContext', 'griffier.dossierPinned', true);
    await vscode.commands.executeCommand('griffier.dossier.focus');
    await this.reveal(place, true);
  }

  private async letGo(): Promise<void> {
    this.pinned = false;
    await vscode.commands.executeCommand('setContext', 'griffier.dossierPinned', false);
    await this.follow();
  }

  private async follow(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (this.pinned || !this.view.visible || document === undefined) {
      return;
    }
    if (await this.served.serves(document)) {
      const place = this.place();
      await this.load(place);
      await this.reveal(place, false);
    }
  }

  /** Goes to the paper cited at a place in a letter, else to the letter itself, in what may be a list of hundreds. */
  private async reveal(place: object | undefined, focus: boolean): Promise<void> {
    if (place === undefined) {
      return;
    }
    const cited = await ask<Wordings | null>(this.connection, 'griffier/cite', place);
    const front = vscode.window.activeTextEditor?.document.uri.toString();
    const isCited = ({ paper }: PaperNode): boolean => cited?.papers.includes(paper.id) === true;
    const isFront = ({ paper: { uri } }: PaperNode): boolean =>
      uri !== null && vscode.Uri.parse(uri).toString() === front;
    const node = this.papers.find(isCited) ?? this.papers.find(isFront);
    // What was asked for is shown; what only follows the letter does not open a view that is closed.
    if (node !== undefined && (focus || this.view.visible)) {
      await this.view.reveal(node, { select: true, focus, expand: focus });
    }
  }

  private place(): object | undefined {
    const editor = vscode.window.activeTextEditor;
    const converter = this.connection.client?.code2ProtocolConverter;
    return (
      editor && converter?.asTextDocumentPositionParams(editor.document, editor.selection.active)
    );
  }

  private async load(params: object | undefined): Promise<Dossier | undefined> {
    if (params === undefined) {
      return undefined;
    }
    const own = ++this.asked;
    const told = await ask<Dossier | null>(this.connection, 'griffier/dossier', params);
    if (own === this.asked && told !== undefined && told !== null) {
      this.dossier = told;
      this.papers = told.papers.map((paper) => ({ paper, leaf: false }));
      this.view.title = messages().dossier(told.label);
      this.view.description = told.title ?? '';
      this.changed.fire();
    }
    return told ?? undefined;
  }

  private known(id: string): Paper {
    const all = [...(this.dossier?.papers ?? []), ...(this.dossier?.others ?? [])];
    return all.find((paper) => paper.id === id) ?? bare(id);
  }
}

function bare(id: string): Paper {
  const nothing = { title: null, date: null, kind: null, uri: null, page: null, official: null };
  return { id, label: id, ...nothing, citedBy: 0, cites: [] };
}

function branches(paper: Paper): Branch[] {
  const all: Branch[] = [];
  if (paper.cites.length > 0) {
    all.push({ of: paper, what: 'cites' });
  }
  if (paper.citedBy > 0) {
    all.push({ of: paper, what: 'citedBy' });
  }
  return all;
}

function paperItem({ paper, leaf }: PaperNode): vscode.TreeItem {
  const folded = leaf || branches(paper).length === 0;
  const item = new vscode.TreeItem(
    paper.label,
    folded ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed,
  );
  const facts = [paper.title, paper.date, paper.kind].filter((part) => part !== null);
  item.description = facts.join(' · ');
  item.tooltip = [paper.label, ...facts].join('\n');
  item.iconPath = new vscode.ThemeIcon(paper.uri === null ? 'circle-outline' : 'file-text');
  item.contextValue = paper.official === null ? 'paper' : 'paper official';
  item.accessibilityInformation = {
    label: [paper.label, ...facts, messages().citedTimes(paper.citedBy)].join(', '),
  };
  return item;
}

function branchItem({ of, what }: Branch): vscode.TreeItem {
  const say = messages();
  const label = what === 'cites' ? say.cites(of.cites.length) : say.citedBy(of.citedBy);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon(what === 'cites' ? 'arrow-right' : 'arrow-left');
  return item;
}

function placeItem({ place }: PlaceNode): vscode.TreeItem {
  const letter = vscode.workspace.asRelativePath(vscode.Uri.parse(place.uri));
  const item = new vscode.TreeItem(path.posix.basename(letter));
  item.description = place.words;
  item.iconPath = new vscode.ThemeIcon('quote');
  item.tooltip = `${letter}:${place.range.start.line + 1}\n${place.words}`;
  item.accessibilityInformation = { label: `${letter}, ${place.words}` };
  return item;
}

async function open(node: Node): Promise<void> {
  if ('place' in node) {
    const selection = rangeOf(node.place.range);
    await vscode.window.showTextDocument(vscode.Uri.parse(node.place.uri), { selection });
    return;
  }
  const paper = 'paper' in node ? node.paper : node.of;
  const address = paper.uri ?? paper.page;
  if (address !== null) {
    await vscode.window.showTextDocument(vscode.Uri.parse(address));
  } else if (paper.official !== null) {
    await vscode.env.openExternal(vscode.Uri.parse(paper.official));
  }
}
