import type { WeighedEntry } from '../../../build/weights.js';
import type { Environment } from '../code/environments.js';
import type { Colour, EmbedModel, Length } from '../settings.js';

/** What the room Embed says, in English. */
export const en = {
  title: 'Put it into your own page',
  intro:
    'This is the published package at work: what you see is what you get. Change it, write in it, then take the code along.',

  stage: 'The element in a page',
  comment: 'Your comment',
  sample: 'The room was lovely, and the staff could not have been kinder.',
  event: 'Its “sentiment” event says:',
  meterHidden: 'The meter stays out of sight; what you wrote is not lost.',

  settings: 'How it looks and what reads',
  model: 'Model',
  models: {
    auto: 'nano at once, then small',
    small: 'small alone, more accurate',
    nano: 'nano alone, lighter',
  } satisfies Record<EmbedModel, string>,
  colours: { negative: 'Negative', neutral: 'Neutral', positive: 'Positive' } satisfies Record<
    Colour,
    string
  >,
  lengths: { height: 'Height', radius: 'Corners' } satisfies Record<Length, string>,
  label: 'With its word beside the bar',
  reset: 'As delivered',

  code: 'The code',
  where: 'Where it goes',
  environments: {
    element: {
      name: 'HTML',
      note: 'With Vite, webpack, Parcel or any other bundler that knows import.meta.url.',
    },
    plain: {
      name: 'No bundler',
      note: 'Copy the package’s folder to your server; the address may be any other, also of another origin.',
    },
    react: { name: 'React', note: 'React 19, in a component that runs in the browser.' },
    vue: { name: 'Vue', note: 'Vue has to be told that the element is none of its components.' },
    module: { name: 'JavaScript', note: 'In the page’s own thread: each call answers at once.' },
    worker: { name: 'In a worker', note: 'For long or many texts: the page stays free while they are read.' },
    bundler: {
      name: 'Rollup, esbuild',
      note: 'Bundlers that leave files behind: copy them to a public folder and say where it lies.',
    },
    next: { name: 'Next.js', note: 'On the server, in a route; in client components as under React.' },
    node: { name: 'Node', note: 'Node 20 or later; nothing has to be installed or compiled beside it.' },
    command: { name: 'Command line', note: 'Whole files, on all cores, rows kept in order.' },
    deno: {
      name: 'Deno',
      note: 'It reads model and engine, and needs no other permission than --allow-read.',
    },
    workerd: {
      name: 'workerd',
      note: 'A worker there has no files: its configuration brings model and engine as modules.',
    },
    extension: {
      name: 'Extension',
      note: 'The model lies in the service worker, once for all pages; docs/RECIPES.md of the package has the content script.',
    },
  } satisfies Record<Environment, { name: string; note: string }>,
  shell: 'shell',
  copy: 'Copy',
  copyFile: (file: string): string => `Copy: ${file}`,
  copied: 'Copied',
  copiedFile: (file: string): string => `Copied: ${file}`,
  selected: 'Selected: copy it with the keyboard',
  policy: 'With a content security policy',
  policyNote:
    'A page with a strict policy has to allow its own files and WebAssembly. Nothing of it needs eval.',

  weight: 'What your visitors download',
  downloaded: (all: string, javascript: string, engine: string, model: string): string =>
    `${all} as chosen above: ${javascript} of JavaScript, ${engine} of engine, ${model} of model. Once; browsers keep it.`,
  nothingDownloaded: 'Nothing: here it comes along with your own program. In a page it would be:',
  entry: 'Import',
  entries: {
    index: 'in the page’s thread',
    worker: 'in workers',
    element: 'the element, with its worker',
  } satisfies Record<WeighedEntry, string>,
  weightModels: { nano: 'nano', small: 'small', auto: 'nano, then small' } satisfies Record<
    EmbedModel,
    string
  >,
  weightNote:
    'Counted when this page was built: JavaScript minified, it and the engine compressed with gzip, models as they are.',
};

/** What every table of these words has. */
export type EmbedWords = typeof en;
