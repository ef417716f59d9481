/**
 * Every sentence of the extension's own that a user reads, in Dutch and in English.
 *
 * What the server says arrives in the right language by itself. The titles of commands and settings are not here,
 * since the editor reads them from `package.nls*.json`.
 */

import * as vscode from 'vscode';

import { en } from './en';
import { nl } from './nl';

export type Language = 'nl' | 'en';

export interface Messages {
  readonly restart: string;
  readonly openSettings: string;
  readonly showLog: string;
  readonly starting: string;
  readonly running: string;
  readonly busy: string;
  readonly stopped: string;
  readonly noServer: string;
  readonly version: (version: string) => string;
  readonly pathNotAbsolute: (path: string) => string;
  readonly pathMissing: (path: string) => string;
  readonly bundledMissing: (system: string) => string;
  readonly notExecutable: (path: string) => string;
  readonly notGriffier: (path: string, system: string) => string;
  readonly noAnswer: (path: string, seconds: number) => string;
  readonly failed: (path: string, reason: string) => string;
  readonly didNotStart: string;
  readonly crashed: (times: number, minutes: number) => string;
  readonly versionsDiffer: (server: string, extension: string) => string;
  readonly notWithoutServer: string;
  readonly noWorkspace: string;
  readonly openFolderFirst: string;
  readonly workspaceMade: (folder: string) => string;
  readonly open: string;
  readonly delete: string;
  readonly noLetter: string;
  // The status bar.
  readonly findings: (count: number) => string;
  readonly noFindings: string;
  readonly letters: (count: number, complete: boolean) => string;
  readonly listUntil: (name: string, until: string, age: number | undefined) => string;
  readonly checkAll: string;
  readonly checking: string;
  readonly checked: (letters: number, findings: number) => string;
  readonly showNotes: string;
  readonly showDossier: string;
  readonly runDoctor: string;
  // Notes.
  readonly note: string;
  readonly somebody: string;
  readonly notePrompt: string;
  readonly notePlaceholder: string;
  readonly noteOn: (words: string) => string;
  readonly noteWords: string;
  readonly noteWordsOptional: string;
  readonly selectPassage: string;
  readonly wholeLetter: string;
  readonly resolved: string;
  readonly opened: string;
  readonly orphan: string;
  readonly orphans: string;
  readonly orphanOf: (words: string) => string;
  readonly untagged: string;
  readonly tags: string;
  readonly chooseTags: string;
  readonly otherTag: string;
  readonly deleteNote: string;
  readonly deleteWithReplies: (replies: number) => string;
  readonly likeness: (percent: number) => string;
  readonly theSelection: string;
  readonly selectForOrphan: string;
  readonly choosePassage: string;
  readonly noteCount: (notes: number, orphans: number) => string;
  readonly replyCount: (replies: number) => string;
  readonly groupNotes: string;
  readonly grouping: Readonly<Record<'letter' | 'tag' | 'person' | 'state', string>>;
  readonly exportNotes: string;
  readonly exported: (file: string) => string;
  readonly page: string;
  readonly table: string;
  // Dossiers and citations.
  readonly dossier: (number: string) => string;
  readonly whichDossier: string;
  readonly noSuchDossier: (typed: string) => string;
  readonly cites: (count: number) => string;
  readonly citedBy: (count: number) => string;
  readonly citedTimes: (count: number) => string;
  readonly noCitationHere: string;
  readonly copyCitation: string;
  readonly copied: (text: string) => string;
  readonly insertCitation: string;
  readonly searchPapers: string;
  readonly sampleFolder: string;
}

/**
 * The sentences in the language of the setting `griffier.language`, otherwise in Dutch.
 *
 * Not in the language of the editor, as the server does not follow that either: at most Dutch desks
 * the editor is English while the letters and their readers are not.
 */
export function messages(): Messages {
  const language = vscode.workspace.getConfiguration('griffier').get<Language | null>('language');
  return language === 'en' ? en : nl;
}
