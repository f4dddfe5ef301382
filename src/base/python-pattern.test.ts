import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pythonPattern } from './python-pattern.ts';

const cases: readonly (readonly [pattern: string, matched: readonly string[], not: readonly string[]])[] = [
  ['^[A-Z]{3}-\\d+$', ['ABC-1'], ['abc-1', 'ABC-1x']],
  ['\\w+$', ['Zürich', '東京_1'], ['a b']],
  ['[\\w.-]+$', ['zü-ri.ch'], ['a/b']],
  ['[^\\W\\d]+$', ['ab'], ['a1']],
  ['(?i)abc$', ['ABC'], ['ABD']],
  ['(?i:a)b', ['Ab'], ['AB']],
  ['(?x) a  b # with a remark', ['ab'], ['a b']],
  ['(?P<one>a|b)(?P=one)$', ['aa'], ['ab']],
  ['(?P<one>a)(b)\\2$', ['abb'], ['aba']],
  ['a\\Z', ['a'], ['a\n']],
  ['a$', ['a', 'a\n'], ['a\nb']],
  ['(?m)a$', ['a\nb'], ['ab']],
  ['.+\\Z', ['a b'], ['a\nb']],
  ['(?s).+\\Z', ['a\nb'], []],
  ['a{,2}\\Z', ['', 'aa'], ['aaa']],
  ['a++b', ['aab'], ['aa']],
  ['(?>a*)b', ['aab'], ['aa']],
  ['[]a]+\\Z', [']a'], ['b']],
  ['[^]a]+\\Z', ['b'], [']']],
  ['[[a&&b]+\\Z', ['[&ab'], ['c']],
  ['\\-\\_\\"\\ \\/', ['-_" /'], ['-']],
  ['\\bfoo\\b', ['foo'], ['foobar', 'fooü']],
  ['(?=.*\\d)(?!.*x).+', ['a1'], ['ax1', 'a']],
  ['\\U0001F600\\u00e9\\x41', ['😀éA'], ['A']],
];
for (const [pattern, matched, not] of cases)
  test(`${JSON.stringify(pattern)} means what it means in Python`, () => {
    for (const text of matched) assert.ok(pythonPattern(pattern, 'match').test(text), text);
    for (const text of not) assert.ok(!pythonPattern(pattern, 'match').test(text), text);
  });

test('a search finds what a match has at the beginning only', () => {
  assert.ok(pythonPattern('b').test('ab'));
  assert.ok(!pythonPattern('b|c', 'match').test('ac'));
});

for (const pattern of ['(', '[a', 'a\\', '\\h', '(?P<a', '*a', '(a)?(?(1)b|c)'])
  test(`${pattern} is refused`, () => assert.throws(() => pythonPattern(pattern), SyntaxError));
