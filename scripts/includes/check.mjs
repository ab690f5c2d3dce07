// Checks the arrows between the folders of a C++ tree against a map: node scripts/includes/check.mjs [TREE [MAP]]
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';

const [tree = 'engine', map = `${import.meta.dirname}/map.txt`] = process.argv.slice(2);

/** Room -> rooms that it may include. */
const allowed = new Map(
  readFileSync(map, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [room, rooms] = line.split(':');
      return [room, new Set([room, ...rooms.trim().split(/\s+/)])];
    }),
);

/** The folder of the tree that holds a file. */
const roomOf = (file) => file.split('/')[0];

/** Files of the tree -> files of the tree that they include. */
const includes = new Map(
  readdirSync(tree, { recursive: true })
    .filter((file) => /\.(cc|h)$/.test(file))
    .map((file) => [file, includesOf(file)]),
);

function includesOf(file) {
  const code = readFileSync(`${tree}/${file}`, 'utf8');
  return [...code.matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)].flatMap(([, name]) =>
    [name, `include/${name}`, `${dirname(file)}/${name}`]
      .filter((path) => existsSync(`${tree}/${path}`))
      .slice(0, 1),
  );
}

/** The files of a circle, the first once more at the end; `undefined` where there is none. */
function findCircle() {
  const done = new Set();
  const path = [];
  const visit = (file) => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    done.add(file);
    path.push(file);
    for (const other of includes.get(file) ?? []) {
      const circle = visit(other);
      if (circle) return circle;
    }
    path.pop();
    return undefined;
  };
  for (const file of includes.keys()) {
    const circle = visit(file);
    if (circle) return circle;
  }
  return undefined;
}

const problems = [];
for (const [file, others] of includes) {
  const room = allowed.get(roomOf(file));
  if (!room) problems.push(`${file} is in no folder of the map`);
  for (const other of others) {
    if (room && !room.has(roomOf(other))) {
      problems.push(`${file} includes ${other}: no arrow leads from ${roomOf(file)} to ${roomOf(other)}`);
    }
  }
}
for (const room of allowed.keys()) {
  if (!existsSync(`${tree}/${room}`)) problems.push(`${room} is in the map and not there`);
}
const circle = findCircle();
if (circle) problems.push(`a circle: ${circle.join(' -> ')}`);
for (const problem of problems) console.error(`${tree}/${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
