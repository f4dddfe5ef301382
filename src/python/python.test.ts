import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Python } from './python.ts';
import { PythonError } from './python-error.ts';

const lines: string[] = [];
const python = new Python({ log: (line) => lines.push(line) });
after(() => python.stop());

const file = 'steps.py';
await python.load({ name: 'steps', file, text: 'from os import environ\nNAME = environ.get("NAME")\n', environ: {} });
const define = (text: string) => python.load({ name: 'steps', file, text });
const call = async (name: string, args: unknown[] = [], milliseconds = 5000) =>
  (await python.call({ module: 'steps', function: name, args, milliseconds })).value;
const evaluate = async (text: string, variables = {}) =>
  (await python.evaluate({ text, file: 'the mapping', variables })).value;
const fails = (work: Promise<unknown>, message: string | RegExp, fault: string) =>
  assert.rejects(work, (error) => {
    assert(error instanceof PythonError, String(error));
    if (typeof message === 'string') assert.equal(error.message, message);
    else assert.match(error.message, message);
    assert.equal(error.fault, fault);
    return true;
  });

test('a text tells its functions and settings', async () => {
  const text = [
    'from os import environ',
    'import re',
    '',
    "ENDPOINT = environ.get('ENDPOINT')",
    'SCOPE = ["openid", "profile"]',
    'PIPELINE = (\n    "one",\n    "two",\n)',
    'PATTERN = re.compile("a")',
    'lower = 1',
    'def step(response, *args, **kwargs):\n    return {"said": response["a"]}',
  ].join('\n');
  const loaded = await python.load({ name: 'configuration', file, text, environ: { ENDPOINT: 'https://idp/' } });
  assert.deepEqual(loaded, {
    functions: [{ name: 'step', line: 12 }],
    settings: { ENDPOINT: 'https://idp/', SCOPE: ['openid', 'profile'], PIPELINE: ['one', 'two'] },
    others: { PATTERN: "PATTERN is of the type Pattern, which JSON doesn't know" },
    lines: { ENDPOINT: 4, SCOPE: 5, PIPELINE: 6, PATTERN: 10 },
  });
});

test('values go in and come out as JSON', async () => {
  await define('def same(value):\n    return value');
  for (const value of [null, true, 0, -1.5, '', 'grün 😀 \u0000 "\\', [1, [2]], { a: { b: [] } }])
    assert.deepEqual(await call('same', [value]), value);
  assert.deepEqual(await evaluate('return {3, 1, 2}'), [1, 2, 3]);
  assert.deepEqual(await evaluate('return (1, {"a": (2,)})'), [1, { a: [2] }]);
  assert.equal(await evaluate('import datetime\nreturn datetime.date(2026, 1, 2)'), '2026-01-02');
  assert.equal(await evaluate('import ipaddress\nreturn ipaddress.ip_address("::1")'), '::1');
});

test('what JSON does not know is refused with where it stands', async () => {
  const cases: Record<string, string> = {
    'return {"a": [object()]}': "what was returned['a'][0] is of the type object, which JSON doesn't know",
    'return float("nan")': "what was returned is nan, which JSON doesn't know",
    'return {(1, 2): 3}': 'a key of what was returned is of the type tuple, and must be a text',
  };
  for (const [text, message] of Object.entries(cases)) await fails(evaluate(text), `the mapping: ${message}`, 'value');
});

test('an error tells its words, file and line', async () => {
  await define('def outer():\n    return inner()\n\ndef inner():\n    raise ValueError("no such thing")');
  await fails(call('outer'), 'steps.py, line 5: ValueError: no such thing', 'raised');
  await fails(evaluate('a = {}\nreturn a["b"]'), 'the mapping, line 2: KeyError: b', 'raised');
  await fails(call('missing'), 'steps.py: LookupError: the module steps has no function missing', 'raised');
});

test('the body of a function sees its variables, and keeps nothing', async () => {
  assert.deepEqual(await evaluate('total = sum(x)\nreturn {"total": total}', { x: [1, 2, 3] }), { total: 6 });
  assert.equal(await evaluate('pass'), null);
  await fails(evaluate('return x'), 'the mapping, line 1: nothing is known as x', 'refused');
});

test('texts import each other', async () => {
  await python.load({
    name: 'company.groups',
    file: 'groups.py',
    text: 'PREFIX = "nb-"\ndef cut(name):\n    return name[3:]',
  });
  await define(
    'from company.groups import PREFIX, cut\nimport company.groups\ndef go():\n    return [PREFIX, cut("nb-x"), company.groups.PREFIX]',
  );
  assert.deepEqual(await call('go'), ['nb-', 'x', 'nb-']);
});

test('what is printed and logged goes to the log', async () => {
  lines.length = 0;
  await evaluate('import logging\nlogging.getLogger("groups").warning("%s of %d", "one", 2)\nprint("three")');
  assert.deepEqual(lines, ['WARNING groups: one of 2', 'three']);
});

test('a text that goes on for ever is interrupted, or its worker ended; the texts come back', async () => {
  await define(
    'def ever():\n    while True:\n        pass\n\ndef stubborn():\n    while True:\n        try:\n            while True:\n                pass\n        except BaseException:\n            pass\n\ndef long():\n    return 10 ** 10 ** 9\n\ndef fine():\n    return 1',
  );
  for (const name of ['ever', 'stubborn', 'long']) {
    await fails(call(name, [], 300), 'steps.py: took longer than 300 ms', 'time');
    assert.equal(await call('fine'), 1);
  }
});

test('a text that eats memory is told so; the texts come back', async () => {
  await define(
    'def at_once():\n    return len("x" * 1_000_000_000)\n\ndef slowly():\n    kept = []\n    while True:\n        kept.append(bytearray(1_000_000))\n\ndef fine():\n    return 1',
  );
  for (const [name, line] of [
    ['at_once', 2],
    ['slowly', 7],
  ] as const) {
    await fails(call(name, [], 20_000), `steps.py, line ${line}: needs more memory than 128 MB`, 'memory');
    assert.equal(await call('fine'), 1);
    assert((await python.size()) < 64 * 2 ** 20);
  }
});

test('a text that calls itself without end is told so', async () => {
  await define('def deep(n):\n    return deep(n + 1) + 1\n\ndef fine():\n    return 1');
  await fails(call('deep', [0]), /RecursionError/, 'raised');
  assert.equal(await call('fine'), 1);
});
