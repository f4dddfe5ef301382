import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Plural, Text } from './catalogue.ts';
import { en } from './en.ts';
import type { Language } from './language.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const codes = readdirSync(root).filter((name) => existsSync(`${root}${name}/language.ts`));
const registryLabels = [
  ...readFileSync(`${root}../../generated/labels.ts`, 'utf8').matchAll(/^ {2}\| (".*");?$/gm),
].map(([, label]) => JSON.parse(label!) as string);
const english: Readonly<Record<string, Text>> = en;

test('a language beside English is there', () => assert.ok(codes.length > 0));

for (const code of codes) {
  const { language } = (await import(`./${code}/language.ts`)) as { readonly language: Language };
  const texts: Readonly<Record<string, Text>> = language.texts;

  test(`${code}: each English text has one, and no other is there (add what is missing to web/texts/${code}/)`, () => {
    const [ours, theirs] = [Object.keys(english), Object.keys(texts)];
    assert.deepEqual(
      ours.filter((key) => !(key in texts)),
      [],
    );
    assert.deepEqual(
      theirs.filter((key) => !(key in english)),
      [],
    );
  });

  test(`${code}: no text is empty, and none has a parameter that English hasn't`, () => {
    const wrong = Object.entries(texts).flatMap(([key, text]) => {
      const known = new Set(formsOf(english[key] ?? '').flatMap(parametersOf));
      return formsOf(text)
        .filter((form) => form.trim() === '' || parametersOf(form).some((name) => !known.has(name)))
        .map((form) => `${key}: ${form}`);
    });
    assert.deepEqual(wrong, []);
  });

  test(`${code}: a text with plural forms has all that the language counts by, and is decided by a parameter`, () => {
    const categories = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
    const wrong = Object.entries(texts).filter(([key, text]) => {
      if (typeof text === 'string') return false;
      const decides = text.by ?? 'count';
      return (
        categories.some((one) => !text[one]) ||
        !formsOf(english[key] ?? '')
          .flatMap(parametersOf)
          .includes(decides)
      );
    });
    assert.deepEqual(wrong, []);
  });

  test(`${code}: each label of generated/labels.ts has its word (add what is missing to web/texts/${code}/labels.ts)`, () => {
    assert.deepEqual(
      registryLabels.filter((label) => !(label in language.labels)),
      [],
    );
    assert.deepEqual(
      Object.keys(language.labels).filter((label) => !registryLabels.includes(label)),
      [],
    );
  });

  test(`${code}: no label is empty or has spaces around it`, () => {
    const wrong = Object.entries(language.labels).filter(([, word]) => word.trim() === '' || word !== word.trim());
    assert.deepEqual(wrong, []);
  });
}

function formsOf(text: Text): string[] {
  if (typeof text === 'string') return [text];
  const { by: _, ...forms } = text as Plural;
  return Object.values(forms);
}

const parametersOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
