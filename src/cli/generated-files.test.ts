import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generatedFiles } from './generated-files.ts';

const directory = new URL('../../generated/', import.meta.url);

for (const [name, text] of Object.entries(generatedFiles()))
  test(`generated/${name} is what the source gives`, () => {
    const kept = readFileSync(new URL(name, directory), 'utf8').split('\n');
    const line = text.split('\n').findIndex((one, at) => one !== kept[at]);
    assert.equal(line, -1, `line ${line + 1} differs: run \`npm run generate\` and commit what changes`);
  });
