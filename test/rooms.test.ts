import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { registry } from '#models/registry.ts';
import { modelBlind, namedModels, namingFiles, rooms, roots } from './rooms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const files = (directory: string) =>
  readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
    .map((file) => join(directory, file))
    .sort();
const sources = files('src');
const roomOf = (file: string) => file.split('/')[1]!;
const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/** What a file imports or re-exports, and whether only as a type. */
function importsOf(file: string): { from: string; typeOnly: boolean }[] {
  const statements = read(file).matchAll(/(?:^|[\n;])\s*(?:import|export)\b(\s+type\b)?[^'"`;]*?from\s+'([^']+)'/g);
  const calls = read(file).matchAll(/\bimport\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g);
  return [
    ...[...statements].map(([, type, from]) => ({ from: from!, typeOnly: type !== undefined })),
    ...[...calls].map(([, one, other]) => ({ from: (one ?? other)!, typeOnly: false })),
  ];
}

test('every room is in the table', () => {
  const known = new Set([...Object.keys(rooms), ...roots]);
  const strangers = [...new Set(sources.map(roomOf))].filter((room) => !known.has(room));
  assert.deepEqual(strangers, [], 'name the room in test/rooms.ts, and what it may see');
});

test('rooms import downward only', () => {
  const wrong = sources
    .filter((file) => !isTest(file) && !roots.includes(roomOf(file)))
    .flatMap((file) => {
      const room = roomOf(file);
      return importsOf(file)
        .filter(({ from }) => from.startsWith('#'))
        .map(({ from }) => from.slice(1).split('/', 1)[0]!)
        .filter((other) => other !== room && !rooms[room]!.includes(other))
        .map(
          (other) =>
            `${file} imports from ${other}/, which ${room}/ may not see: move what both need down into one of ` +
            `${rooms[room]!.join(', ') || 'no room'}, or let server/ hand it in as an argument`,
        );
    });
  assert.deepEqual(wrong, []);
});

test('imports that cross rooms are written with #', () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter(({ from }) => from.startsWith('.'))
      .map(({ from }) => normalize(join(dirname(file), from)))
      .filter((target) => target.startsWith('src/') && roomOf(target) !== roomOf(file))
      .map((target) => `${file}: write #${target.slice('src/'.length)} instead of a relative path into another room`),
  );
  assert.deepEqual(wrong, []);
});

test('rooms that treat all models alike name none', () => {
  const models = new Set(registry.models.map(({ name }) => name));
  const wrong = sources
    .filter((file) => modelBlind.includes(roomOf(file)) && !isTest(file) && !(file in namingFiles))
    .flatMap((file) =>
      [...withoutComments(read(file)).matchAll(/['"`]([a-z_]+\.[a-z]+)['"`]/g)]
        .map(([, name]) => name!)
        .filter((name) => models.has(name) && !(name in namedModels))
        .map(
          (name) =>
            `${file} names ${name}: state the fact in the model's file as a quirk, or put the rule into src/domain/`,
        ),
    );
  assert.deepEqual(wrong, []);
});

test('the interface takes nothing from the server but types of contracts', () => {
  const wrong = pages.flatMap((file) =>
    importsOf(file)
      .filter(({ from }) => isOurs(file, from))
      .flatMap(({ from, typeOnly }) => {
        if (!typeOnly) return [`${file} imports ${from}: only \`import type\` may cross from src/ to web/`];
        if (!isContract(from)) return [`${file} imports ${from}: put what both sides say into a contract.ts beside it`];
        return [];
      }),
  );
  assert.deepEqual(wrong, []);
});

test('a contract says what is asked and answered, in types alone', () => {
  const wrong = sources.filter(isContract).flatMap((file) => [
    ...importsOf(file)
      .filter(({ from, typeOnly }) => !typeOnly || !isContract(from))
      .map(({ from }) => `${file} imports ${from}: a contract takes types of other contracts, and nothing else`),
    ...[...read(file).matchAll(/^(?:export )?(?:const|let|function|class|async) (\w+)/gm)].map(
      ([, name]) => `${file} declares ${name}: only types belong into a contract`,
    ),
  ]);
  assert.deepEqual(wrong, []);
});

test('what the interface asks below /patchbay/ is answered as a contract says', () => {
  const wrong = pages
    .filter((file) => read(file).includes('/patchbay/') || file.startsWith('web/identity/'))
    .flatMap((file) => {
      const said = new Set([...generalAnswers, ...contractTypes(file)]);
      return [...read(file).matchAll(/\brequest<((?:[^<>]|<[^<>]*>)*)>/g)]
        .flatMap(([, type]) => type!.match(/[{\w]+/g) ?? [])
        .filter((name) => !said.has(name))
        .map((name) => `${file}: ${name} is no type of a contract in src/; both sides must take it from there`);
    });
  assert.deepEqual(wrong, []);
});

/** Answers that no contract of ours says: none at all, any JSON, and lists as REST serves them. */
const generalAnswers = ['void', 'undefined', 'unknown', 'RestList'];

const pages = files('web').filter((file) => !isTest(file));
const isContract = (file: string) => /(^|[/-])contract\.ts$/.test(file);
const isOurs = (file: string, from: string) =>
  from.startsWith('#') || normalize(join(dirname(file), from)).startsWith('src/');

/** The types that a file takes from contracts, and the parameters of its own types. */
function contractTypes(file: string): string[] {
  const imports = read(file).matchAll(/import type \{([^}]*)\} from '([^']+)'/g);
  return [
    ...[...imports].filter(([, , from]) => isContract(from!)).flatMap(([, names]) => names!.match(/\w+/g) ?? []),
    ...[...read(file).matchAll(/<(\w+) extends keyof (\w+)>/g)].flatMap(([, parameter]) => parameter!),
  ];
}

/** Comments may give any model as an example. */
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(^|[^:'"`])\/\/[^\n]*/g, '$1');
