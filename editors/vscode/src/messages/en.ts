/** The sentences in English. */

import type { Messages } from '.';

export const en: Messages = {
  restart: 'Restart',
  openSettings: 'Open Setting',
  showLog: 'Show Log',
  starting: 'The server is starting.',
  running: 'The server is running.',
  busy: 'The server is reading the letters.',
  stopped: 'The server is not running.',
  noServer: 'There is no server that can run.',
  version: (version) => `Griffier ${version}`,
  pathNotAbsolute: (path) =>
    `The setting griffier.server.path is not an absolute path: ${path}. Give the whole path of the griffier program, or clear the setting.`,
  pathMissing: (path) =>
    `There is no griffier program at ${path}. Correct the setting griffier.server.path, or clear it to use the server that comes with the extension.`,
  bundledMissing: (system) =>
    `This release of the extension carries no server for ${system}. Install the griffier program and put its path in the setting griffier.server.path.`,
  notExecutable: (path) =>
    `${path} may not be executed. Make the file executable (chmod +x), or choose another with the setting griffier.server.path.`,
  notGriffier: (path, system) =>
    `${path} is not a griffier program for this system (${system}). Install the release for this system, or choose another program with the setting griffier.server.path.`,
  noAnswer: (path, seconds) =>
    `${path} gave no answer within ${seconds} seconds. Restart the server, or choose another program with the setting griffier.server.path.`,
  failed: (path, reason) => `${path} could not be started: ${reason}. The log has more.`,
  didNotStart: 'The Griffier server did not start. The log has the reason.',
  crashed: (times, minutes) =>
    `The Griffier server stopped ${times} times in ${minutes} minutes and will not be restarted by itself. The log has the reason.`,
  versionsDiffer: (server, extension) =>
    `The server has version ${server} and the extension ${extension}. Not everything will work. Clear the setting griffier.server.path to use the server that comes with the extension, or install the same version of both.`,
  notWithoutServer: 'That needs the Griffier server, which is not running. Restart the server.',
  noWorkspace:
    'No workspace of Griffier is open. Open a folder of letters and choose “Make This Folder a Workspace”.',
  openFolderFirst: 'Open the folder of your letters first.',
  workspaceMade: (folder) =>
    `${folder} is a workspace of Griffier now. griffier.toml tells what can be set.`,
  open: 'Open',
  delete: 'Delete',
  noLetter: 'Open a letter first.',
  findings: (count) => `${count} ${count === 1 ? 'finding' : 'findings'} in this letter`,
  noFindings: 'No findings in this letter',
  letters: (count, complete) =>
    `${count} ${count === 1 ? 'letter' : 'letters'} read${complete ? '' : ', not all yet'}`,
  listUntil: (name, until, age) =>
    `${name}: complete until ${until}${age === undefined ? '' : ` (${age} days old)`}`,
  checkAll: 'Check All Letters',
  checking: 'All letters are being checked',
  checked: (letters, findings) =>
    findings === 0
      ? `${letters} ${letters === 1 ? 'letter' : 'letters'} checked, no findings.`
      : `${letters} ${letters === 1 ? 'letter' : 'letters'} checked, ${findings} ${findings === 1 ? 'finding' : 'findings'}.`,
  showNotes: 'Show Notes',
  showDossier: 'Show Dossier',
  runDoctor: 'Find Out What Is Wrong',
  note: 'Note',
  somebody: 'Unknown',
  notePrompt: 'Reply…',
  notePlaceholder: 'Write a note (Markdown)',
  noteOn: (words) => `Note on “${words}”`,
  noteWords: 'The text of the note',
  noteWordsOptional: 'The text of the note; leave it empty for tags alone',
  selectPassage: 'Select the passage that the note is about first.',
  wholeLetter: 'on the whole letter',
  resolved: 'Resolved',
  opened: 'Open',
  orphan: 'Passage lost',
  orphans: 'Passage lost',
  orphanOf: (words) => `passage not found: “${words}”`,
  untagged: 'Without a tag',
  tags: 'Tags',
  chooseTags: 'Choose the tags',
  otherTag: 'Another tag…',
  deleteNote: 'Delete this note?',
  deleteWithReplies: (replies) =>
    `Delete this note with ${replies} ${replies === 1 ? 'reply' : 'replies'}?`,
  likeness: (percent) => `${percent}% alike`,
  theSelection: 'the selection',
  selectForOrphan: 'Select the passage of the note in the letter, and choose this again.',
  choosePassage: 'Which passage is this note about?',
  noteCount: (notes, orphans) =>
    `${notes} ${notes === 1 ? 'note' : 'notes'}${orphans === 0 ? '' : `, ${orphans} without a passage`}`,
  replyCount: (replies) => `${replies} ${replies === 1 ? 'reply' : 'replies'}`,
  groupNotes: 'Group Notes',
  grouping: { letter: 'By letter', tag: 'By tag', person: 'By person', state: 'Open and resolved' },
  exportNotes: 'Export Letter With Notes',
  exported: (file) => `The letter with its notes is in ${file}.`,
  page: 'Page',
  table: 'Table',
  dossier: (number) => `Dossier ${number}`,
  whichDossier: 'Which dossier? Give its number, or a paper of it.',
  noSuchDossier: (typed) => `“${typed}” is no dossier. A dossier has a number such as 29 521.`,
  cites: (count) => `Cites (${count})`,
  citedBy: (count) => `Cited (${count})`,
  citedTimes: (count) => `cited ${count} times`,
  noCitationHere: 'Put the cursor on a citation and try again.',
  copyCitation: 'Copy citation as',
  copied: (text) => `Copied: ${text}`,
  insertCitation: 'Insert citation',
  searchPapers: 'Find a paper by number, words of its title, sender or date',
  sampleFolder: 'Griffier-sample',
};
