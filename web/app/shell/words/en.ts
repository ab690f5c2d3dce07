/** What the page says around its rooms, in English. */
export const en = {
  title: 'Sentibyte: sentiment, read on your own device',
  rooms: { read: 'Read', shrink: 'Shrink', files: 'Files', embed: 'Embed', evidence: 'Evidence' },
  navigation: 'Rooms',
  skip: 'Skip to the room',
  language: 'Language',
  theme: 'Colours',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  loading: 'Loading…',
  roomFailed: 'This room’s files did not arrive. What you wrote is not lost; the other rooms work on.',
  newVersion: 'A new version of this page is here.',
  newVersionKeeps: 'What you wrote stays; a file that is being read would have to be opened again.',
  reload: 'Reload',
  later: 'Later',
  colophon:
    'Open source under the Apache License 2.0. A folder of static files: it asks no other server for anything, counts no visits, and keeps your text in this tab alone.',
};

/** What every table of these words has. */
export type ShellWords = typeof en;
