// Which TypeScript and JavaScript may import which: the map of HACKING.md, as a check (`npm run lint`). For C++ it is
// scripts/includes.

/** Words that all of the library shares. */
const WORDS = '^web/lib/(types|errors|globals|variants|signal|disposal)\\.ts$';
const SHIPPED = '^web/lib/shipped-[^/]+\\.ts$';
const ENTRY = '^web/lib/(?!types|errors|globals|variants|signal|disposal|shipped-)[^/]+\\.ts$';
const GENERATED = '^web/lib/generated/';
const lib = (...rooms) => rooms.map((room) => `^web/lib/${room}/`);
const judge = (files) => `^evaluation/${files}`;
const app = (...rooms) => rooms.map((room) => `^web/app/${room}/`);

/** A room, and what it may import of this repository beside itself. */
const ROOMS = [
  { name: 'words', path: WORDS, may: [] },
  { name: 'files', path: lib('files'), may: [WORDS] },
  { name: 'text', path: lib('text'), may: [WORDS, ...lib('tokenizer')] },
  { name: 'tokenizer', path: lib('tokenizer'), may: [WORDS, GENERATED] },
  { name: 'loader', path: lib('loader'), may: [WORDS, ...lib('files')] },
  { name: 'engine', path: lib('engine'), may: [WORDS, GENERATED, ...lib('files')] },
  { name: 'quantizer', path: lib('quantizer'), may: [WORDS, GENERATED, ...lib('files', 'engine')] },
  { name: 'tensors', path: lib('tensors'), may: [WORDS, GENERATED] },
  {
    name: 'analyzer',
    path: lib('analyzer'),
    may: [WORDS, ...lib('files', 'engine', 'loader', 'text', 'tokenizer')],
  },
  { name: 'rows', path: lib('rows'), may: [WORDS] },
  {
    name: 'worker',
    path: lib('worker'),
    may: [WORDS, ...lib('files', 'engine', 'loader', 'analyzer')],
  },
  { name: 'element', path: lib('element'), may: [WORDS, ...lib('worker')] },
  { name: 'shipped', path: SHIPPED, may: [WORDS, GENERATED, ...lib('files')] },
  { name: 'cli', path: lib('cli'), may: [WORDS, ...lib('files', 'analyzer', 'rows')] },
  {
    name: 'node',
    path: lib('node'),
    may: [WORDS, ...lib('files', 'engine', 'quantizer', 'analyzer', 'worker', 'cli')],
  },
  {
    name: 'entries',
    path: ENTRY,
    may: [
      WORDS,
      SHIPPED,
      ...lib('files', 'engine', 'quantizer', 'tensors', 'analyzer', 'worker', 'element', 'rows'),
    ],
  },

  // The page sees of the library what its users see. `build/` runs in Node, while the page is built.
  {
    name: 'page',
    path: '^web/app/',
    may: [WORDS, ENTRY, GENERATED, '^dist(-lab)?/', '^models/', '^evaluation/'],
  },
  { name: 'page-shared', path: app('shared'), may: [WORDS, ENTRY, '^evaluation/chart/'] },
  {
    name: 'page-rooms',
    path: app('rooms'),
    may: [WORDS, ENTRY, ...app('shared'), '^web/app/build/', '^evaluation/chart/'],
  },

  { name: 'evaluation', path: judge('[^/]+\\.ts$'), may: ['^web/lib/', '^dist(-lab)?/'] },
  { name: 'evaluation-chart', path: judge('chart/'), may: [] },
  { name: 'evaluation-peers', path: judge('peers/'), may: ['^web/lib/', judge('[^/]+\\.ts$')] },
  {
    name: 'evaluation-behaviour',
    path: judge('behaviour/'),
    may: ['^web/lib/', judge('([^/]+\\.ts$|peers/)')],
  },
  { name: 'evaluation-study', path: judge('study/'), may: ['^web/lib/', judge('([^/]+\\.ts$|chart/)')] },
  {
    name: 'evaluation-figures',
    path: judge('figures/'),
    may: ['^web/lib/', judge('([^/]+\\.ts$|chart/|peers/)')],
  },
  // Benchmarks and pictures need a browser, which the tests know how to start.
  { name: 'bench', path: '^bench/', may: ['^web/lib/', '^dist(-lab)?/', '^tests/browser/'] },
  {
    name: 'scripts',
    path: '^scripts/',
    may: ['^dist(-lab)?/', '^bench/', '^tests/browser/'],
  },
];

const HERE = '^(web|evaluation|bench|scripts|tests|models|dist|dist-lab)/';
const arrows = ROOMS.map(({ name, path, may }) => ({
  name: `arrow-of-${name}`,
  comment: `${name} may import itself and ${may.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path },
  to: { path: HERE, pathNot: [path, may].flat(2) },
}));

/** Rooms of the page that are peers: one never imports the other. */
const PEERS = ['read', 'shrink', 'files', 'embed', 'evidence'];
const peers = PEERS.map((room) => ({
  name: `peers-of-${room}`,
  comment: 'what two rooms of the page share lies in web/app/shared',
  severity: 'error',
  from: { path: `^web/app/rooms/${room}/` },
  to: { path: PEERS.filter((other) => other !== room).map((other) => `^web/app/rooms/${other}/`) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-found',
      comment: 'a file of this repository that is not there; what a build makes may be',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^\\.', pathNot: '/(build|dist|dist-lab)/' },
    },
    ...arrows,
    ...peers,
    {
      name: 'node-only-in-node',
      comment: 'what bundlers for pages see must not import from Node',
      severity: 'error',
      from: {
        path: '^web/',
        pathNot: [
          ...lib('node', 'cli'),
          ...app('build'),
          '^web/lib/files/(node-platform|builtin-reader)\\.ts$',
        ],
      },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^web/lib/generated/', '^dist(-lab)?/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    // An import of types is an arrow too.
    tsPreCompilationDeps: true,
  },
};
