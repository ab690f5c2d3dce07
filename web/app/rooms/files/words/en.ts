import type { Download } from '../worker/download.js';
import type { FileFaultCode } from '../worker/fault.js';
import type { Unit } from '../tally/days.js';

const rows = (count: string): string => (count === '1' ? '1 row' : `${count} rows`);

/** What the room Files says, in English. */
export const en = {
  title: 'A whole file at once',
  intro:
    'Reviews, comments, answers: drop an export, and every row is read on this device, by all of its cores, with the network off if you like.',

  drop: 'Drop a file here',
  formats: 'CSV, TSV, JSON lines or a text per line',
  choose: 'Choose a file',
  sample: 'Try it with 600 invented reviews',
  paste: 'Or paste rows here',
  readPasted: 'Read these rows',
  pasted: 'pasted',
  another: 'Another file',
  drops: 'Let go, and the file is read here',

  settings: 'How the file is read',
  column: 'Text is in',
  unnamed: (place: string): string => `column ${place}`,
  noColumn: 'choose a column',
  kind: 'Rows are',
  kinds: { table: 'a table', json: 'JSON lines', lines: 'a text per line' },
  separator: 'Between cells',
  separators: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' },
  header: 'First row',
  headers: { yes: 'has the names', no: 'is a row like others' },
  encoding: 'Letters',
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16, big end first',
    'windows-1252': 'Windows-1252',
  },
  model: 'Read by',
  models: { small: 'small, more accurate', nano: 'nano, faster' },
  guessedEncoding:
    'The file is not UTF-8, so it is taken for Windows-1252. If letters look wrong below, choose another.',
  preview: 'The first rows',
  noTexts: 'No column looks like text. Choose the one to read.',

  looking: 'Looking at the file…',
  starting: 'Starting the engine…',
  progress: 'Rows that are read',
  rows,
  left: (time: string): string => `${time} left`,
  cores: (count: number): string => (count === 1 ? 'one core' : `${count} cores`),
  paused: 'paused',
  pause: 'Pause',
  resume: 'Go on',
  stop: 'Stop',
  done: (count: string): string => (count === '1' ? 'The one row is read.' : `All ${count} rows are read.`),
  stopped: (count: string): string => `Stopped after ${rows(count)}; what was read stays.`,
  again: 'Read it again from the start',
  unreadable: (count: string): string =>
    count === '1' ? 'One row could not be read.' : `${count} rows could not be read.`,
  showUnreadable: 'Show',
  silent: (count: string): string =>
    count === '1'
      ? 'One row says nothing that could be judged, or is not English.'
      : `${count} rows say nothing that could be judged, or are not English.`,
  keptMemory: (bytes: string): string =>
    `Kept in this tab: numbers only, ${bytes} of them. The texts stay in your file and are read again where you look. Nothing is sent.`,
  keepsFile: 'The file stays as it is; nothing of it was sent.',

  mean: 'Mean score',
  meanOf: (mean: string, margin: string): string => `${mean} ± ${margin}`,
  distribution: 'How the texts sound',
  distributionSays: (negative: string, neutral: string, positive: string, mean: string): string =>
    `${negative} negative, ${neutral} neutral, ${positive} positive. Mean score ${mean}.`,
  by: 'Mean score by',
  byNone: 'No column has few enough different values to compare by.',
  ofAll: (shown: string, all: string): string => `The ${shown} most frequent of ${all} values.`,
  emptyValue: '(empty)',
  overTime: 'Over time, by',
  units: { day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year' } satisfies Record<
    Unit,
    string
  >,
  perUnit: (unit: string): string => `Mean score per ${unit}; below, how many texts.`,
  timeSays: (unit: string, first: string, last: string): string =>
    `Mean score per ${unit}, from ${first} to ${last}.`,
  figures: 'The figures',
  when: 'From',
  texts: 'Texts',
  margin: 'Chance may move each mean by the margin behind it.',
  words: 'Most telling words',
  wordsMean: 'Their texts score furthest from the others.',
  inTexts: (count: string): string => `in ${count}`,
  noWords: 'Too few texts to tell yet.',
  strongest: 'The strongest',
  negativeSide: 'Most negative',
  positiveSide: 'Most positive',
  noneOfSide: 'None yet.',

  table: 'Every row',
  search: 'Search the texts',
  only: 'Only',
  onlyAll: 'all rows',
  onlyUnreadable: 'not readable',
  columns: { row: 'Row', text: 'Text', score: 'Score', label: 'Label', confidence: 'How sure' },
  searching: (rows: string): string => `${rows} rows searched…`,
  shown: rows,
  line: (line: string): string => `Line ${line}`,
  nothingShown: 'No row fits.',
  open: (row: string): string => `Row ${row}`,
  readHere: 'Read it word by word',
  close: 'Close',

  download: 'Take it along',
  downloads: { csv: 'Download as CSV', json: 'Download as JSON lines' } satisfies Record<Download, string>,
  downloadNote: 'Your rows as they were, with label, score and confidence added.',
  writing: (share: string): string => `${share} written…`,
  written: (name: string): string => `${name} is in your downloads.`,

  faults: {
    empty: { happened: 'The file is empty.', todo: 'Choose another one.' },
    binary: {
      happened: 'This is not a text file.',
      todo: 'A spreadsheet has to be saved as CSV first, and an archive unpacked.',
    },
    file: {
      happened: 'The file cannot be read any more.',
      todo: 'It may have been moved, changed, or be open elsewhere. Choose it again.',
    },
    column: { happened: 'No column of the file holds texts.', todo: 'Choose the column above.' },
  } satisfies Record<Exclude<FileFaultCode, 'superseded'>, { happened: string; todo: string }>,
};

/** What every table of these words has. */
export type FilesWords = typeof en;
