/** The sentences in Dutch. */

import type { Messages } from '.';

export const nl: Messages = {
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
  versionsDiffer: (server, extension) =>
    `De server is van versie ${server} en de extensie van ${extension}. Niet alles zal werken. Maak de instelling griffier.server.path leeg om de meegeleverde server te gebruiken, of installeer van beide dezelfde versie.`,
  notWithoutServer:
    'Dat kan niet zolang de server van Griffier niet draait. Start de server opnieuw.',
  noWorkspace:
    'Er is geen werkmap van Griffier geopend. Open een map met brieven en kies ‘Van deze map een werkmap maken’.',
  openFolderFirst: 'Open eerst de map met uw brieven.',
  workspaceMade: (folder) =>
    `${folder} is nu een werkmap van Griffier. In griffier.toml staat wat er in te stellen is.`,
  open: 'Openen',
  delete: 'Verwijderen',
  noLetter: 'Open eerst een brief.',
  findings: (count) => `${count} ${count === 1 ? 'bevinding' : 'bevindingen'} in deze brief`,
  noFindings: 'Geen bevindingen in deze brief',
  letters: (count, complete) =>
    `${count} ${count === 1 ? 'brief' : 'brieven'} gelezen${complete ? '' : ', nog niet alle'}`,
  listUntil: (name, until, age) =>
    `${name}: volledig t/m ${until}${age === undefined ? '' : ` (${age} dagen oud)`}`,
  checkAll: 'Alle brieven controleren',
  checking: 'Alle brieven worden gecontroleerd',
  checked: (letters, findings) =>
    findings === 0
      ? `${letters} ${letters === 1 ? 'brief' : 'brieven'} gecontroleerd, geen bevindingen.`
      : `${letters} ${letters === 1 ? 'brief' : 'brieven'} gecontroleerd, ${findings} ${findings === 1 ? 'bevinding' : 'bevindingen'}.`,
  showNotes: 'Notities tonen',
  showDossier: 'Dossier tonen',
  runDoctor: 'Nagaan wat er mis is',
  note: 'Notitie',
  somebody: 'Onbekend',
  notePrompt: 'Antwoorden…',
  notePlaceholder: 'Schrijf een notitie (Markdown)',
  noteOn: (words) => `Notitie bij ‘${words}’`,
  noteWords: 'De tekst van de notitie',
  noteWordsOptional: 'De tekst van de notitie; laat leeg voor alleen labels',
  selectPassage: 'Selecteer eerst de passage waar de notitie bij hoort.',
  wholeLetter: 'bij de hele brief',
  resolved: 'Afgehandeld',
  opened: 'Open',
  orphan: 'Passage kwijt',
  orphans: 'Passage kwijt',
  orphanOf: (words) => `passage niet teruggevonden: ‘${words}’`,
  untagged: 'Zonder label',
  tags: 'Labels',
  chooseTags: 'Kies de labels',
  otherTag: 'Ander label…',
  deleteNote: 'Deze notitie verwijderen?',
  deleteWithReplies: (replies) =>
    `Deze notitie met ${replies} ${replies === 1 ? 'antwoord' : 'antwoorden'} verwijderen?`,
  likeness: (percent) => `lijkt er voor ${percent}% op`,
  theSelection: 'de selectie',
  selectForOrphan:
    'Selecteer in de brief de passage waar de notitie bij hoort, en kies dit opnieuw.',
  choosePassage: 'Bij welke passage hoort deze notitie?',
  noteCount: (notes, orphans) =>
    `${notes} ${notes === 1 ? 'notitie' : 'notities'}${orphans === 0 ? '' : `, ${orphans} zonder passage`}`,
  replyCount: (replies) => `${replies} ${replies === 1 ? 'antwoord' : 'antwoorden'}`,
  groupNotes: 'Notities ordenen',
  grouping: {
    letter: 'Per brief',
    tag: 'Per label',
    person: 'Per persoon',
    state: 'Open en afgehandeld',
  },
  exportNotes: 'Brief met notities exporteren',
  exported: (file) => `De brief met notities staat in ${file}.`,
  page: 'Pagina',
  table: 'Tabel',
  dossier: (number) => `Dossier ${number}`,
  whichDossier: 'Welk dossier? Geef het nummer, of een stuk eruit.',
  noSuchDossier: (typed) => `‘${typed}’ is geen dossier. Een dossier heeft een nummer als 29 521.`,
  cites: (count) => `Haalt aan (${count})`,
  citedBy: (count) => `Aangehaald (${count})`,
  citedTimes: (count) => `${count} keer aangehaald`,
  noCitationHere: 'Zet de cursor op een verwijzing en probeer het opnieuw.',
  copyCitation: 'Verwijzing kopiëren als',
  copied: (text) => `Gekopieerd: ${text}`,
  insertCitation: 'Verwijzing invoegen',
  searchPapers: 'Zoek een stuk op nummer, woorden uit de titel, afzender of datum',
  sampleFolder: 'Griffier-voorbeeld',
};
