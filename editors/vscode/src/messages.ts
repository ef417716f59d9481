/**
 * Every sentence of the extension's own that a user reads, in Dutch and in English.
 *
 * They are few: what the server says arrives in the right language by itself. The titles of commands
 * and settings are not here, since the editor reads them from `package.nls*.json`.
 */

import * as vscode from 'vscode';

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
}

const nl: Messages = {
  restart: 'Opnieuw starten',
  openSettings: 'Instelling openen',
  showLog: 'Logboek tonen',
  starting: 'De server wordt gestart.',
  running: 'De server draait.',
  busy: 'De server leest de brieven.',
  stopped: 'De server draait niet.',
  noServer: 'Er is geen server die kan draaien.',
  version: (version) => `Griffier ${version}`,
  pathNotAbsolute: (path) =>
    `De instelling griffier.server.path is geen volledig pad: ${path}. Geef het hele pad van het programma griffier, of maak de instelling leeg.`,
  pathMissing: (path) =>
    `Het programma griffier staat niet op ${path}. Verbeter de instelling griffier.server.path, of maak die leeg om de meegeleverde server te gebruiken.`,
  bundledMissing: (system) =>
    `Bij deze uitgave van de extensie zit geen server voor ${system}. Installeer het programma griffier en zet het pad ervan in de instelling griffier.server.path.`,
  notExecutable: (path) =>
    `${path} mag niet worden uitgevoerd. Maak het bestand uitvoerbaar (chmod +x), of kies een ander met de instelling griffier.server.path.`,
  notGriffier: (path, system) =>
    `${path} is geen programma griffier voor dit systeem (${system}). Installeer de uitgave voor dit systeem, of kies een ander programma met de instelling griffier.server.path.`,
  noAnswer: (path, seconds) =>
    `${path} gaf binnen ${seconds} seconden geen antwoord. Start de server opnieuw, of kies een ander programma met de instelling griffier.server.path.`,
  failed: (path, reason) =>
    `${path} kon niet worden gestart: ${reason}. Meer staat in het logboek.`,
  didNotStart: 'De server van Griffier is niet op gang gekomen. De reden staat in het logboek.',
  crashed: (times, minutes) =>
    `De server van Griffier is in ${minutes} minuten ${times} keer gestopt en wordt niet vanzelf opnieuw gestart. De reden staat in het logboek.`,
};

const en: Messages = {
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
};

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
