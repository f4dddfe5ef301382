import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Python } from './python.ts';
import { PythonError } from './python-error.ts';

/** Texts that try to get out; all of them are refused or fail before anything has happened. */
const attempts: readonly string[] = [
  // Modules
  'import js',
  'import pyodide_js',
  'import pyodide',
  'from pyodide.http import pyfetch',
  'from pyodide.code import run_js',
  'import _pyodide_core',
  'import micropip',
  'import ctypes',
  'import sys',
  'import importlib',
  'import builtins',
  'import gc',
  'import inspect',
  'import types',
  'import subprocess',
  'import socket',
  'import urllib.request',
  'import http.client',
  'import pathlib',
  'import io',
  'import pickle',
  'import marshal',
  'import threading',
  'import asyncio',
  'import patchbay.door',
  'from os import system',
  'import os\nos.system("id")',
  'import os\nos.open("/etc/passwd", 0)',
  'import os.path\nos.path.os',
  'import re\nre.sys',
  'import json\njson.codecs',
  'import logging\nlogging.sys',
  'import logging\nlogging.FileHandler("/tmp/x")',
  'from string import Formatter',
  'from operator import attrgetter',
  'from functools import update_wrapper',
  'from dataclasses import make_dataclass',
  'from typing import get_type_hints',
  '__import__("os")',
  'from re import *',
  'from . import x',
  'from .. import door',
  // Files and code
  'open("/etc/passwd")',
  'eval("1")',
  'exec("x = 1")',
  'compile("1", "f", "eval")',
  'breakpoint()',
  'input()',
  'globals()',
  'locals()',
  'vars()',
  'dir()',
  '__builtins__',
  '__loader__',
  '__spec__',
  // From one object to all others
  '().__class__.__bases__[0].__subclasses__()',
  'len.__self__',
  '(lambda: 0).__globals__',
  '(lambda: 0).__code__',
  'getattr((), "__class__")',
  'getattr((), "__cl" + "ass__")',
  'hasattr((), "__class__")',
  'setattr((lambda: 0), "__code__", None)',
  'object.__getattribute__((), "__class__")',
  'object.__subclasses__()',
  '(x for x in ()).gi_frame',
  '(x for x in ()).gi_frame.f_back.f_globals',
  'try:\n    1 / 0\nexcept Exception as e:\n    e.__traceback__.tb_frame',
  'e = Exception()\ne.with_traceback(None).__traceback__',
  'class A:\n    __match_args__ = ("__class__",)',
  'class A:\n    pass\nmatch ():\n    case object(__class__=c):\n        c',
  'match ():\n    case object(c):\n        c',
  'class A(metaclass=type):\n    pass',
  'class A(type):\n    pass',
  'type("A", (), {})',
  'type(type(()))("A", (), {"__match_args__": ("x",)})',
  'class A:\n    def __getattribute__(self, name):\n        return 1',
  'class A:\n    def __class_getitem__(cls, x):\n        return 1',
  'class A:\n    def __reduce_ex__(self, x):\n        return (print, ())',
  'class A:\n    def __init_subclass__(cls):\n        pass',
  'class A:\n    __slots__ = ()',
  'def __getattr__(name):\n    return 1',
  'import re as __builtins__',
  '__builtins__ = {}',
  'global __builtins__',
  'def f(__builtins__):\n    pass',
  'import re\nre.compile = None',
  'import re\nsetattr(re, "compile", None)',
  'import re\nre.__dict__',
  'import re\ndel re.compile',
  'super().__init__.__func__',
  '"{0.__class__}".format(()).__class__',
  'f"{().__class__}"',
  'async def f():\n    pass',
];

/** What would be tried by somebody who has got past all of that, with the whole of Python at hand. */
const inner = `
import sys

def run_js(): 
    from pyodide.code import run_js
    return run_js("1")

def js():
    import js
    return js

def pyodide_js():
    import pyodide_js
    return pyodide_js

def bridge():
    import _pyodide_core
    return _pyodide_core.raw_call(None)

def script():
    import ctypes
    return ctypes.CDLL(None).emscripten_run_script(b"globalThis.process.exit(3)")

def script_string():
    import ctypes
    return ctypes.CDLL(None).emscripten_run_script_string(b"1")

def library():
    import ctypes
    return ctypes.CDLL("/tmp/library.so")

def system():
    import os
    return 1 / (os.system("true") == 0)

def process():
    import subprocess
    return subprocess.run(["true"])

def fork():
    import os
    return os.fork()

def connect():
    import socket
    return socket.create_connection(("127.0.0.1", PORT), 1)

def connect_raw():
    import socket
    s = socket.socket()
    s.connect(("127.0.0.1", PORT))
    s.sendall(b"x")
    return s.recv(1)

def fetch():
    import urllib.request
    return urllib.request.urlopen("http://127.0.0.1:%d/" % PORT)

def resolve():
    import socket
    return 1 / (not socket.gethostbyname("localhost").startswith("172.29."))

def passwd():
    return open("/etc/passwd").read()

def own_files():
    return open(FILE).read()

def host_root():
    import os
    return 1 / ("etc" in os.listdir("/"))

def secrets():
    import os
    return 1 / ("PATH" in {k: v for k, v in os.environ.items() if v and "node" in v} or "SECRET" in os.environ)

def leave():
    import os
    os._exit(4)

def abort():
    import os
    os.abort()

def crash():
    import ctypes
    return ctypes.string_at(0xfffffff0)

def kill():
    import os, signal
    os.kill(os.getpid(), signal.SIGKILL)

def run(compile, lookup, variables):
    globals().update(variables)
    try:
        return {"got": repr(globals()[variables["name"]]())}
    except BaseException as error:
        return {"failed": type(error).__name__}
`;

const python = new Python({ trusted: { attack: inner } });
after(() => python.stop());
const evaluate = (text: string) => python.evaluate({ text, file: 'text', variables: { user: {} } });

for (const text of attempts)
  test(`refused: ${JSON.stringify(text)}`, async () => {
    await assert.rejects(evaluate(text), (error) => {
      assert(error instanceof PythonError, String(error));
      assert(['refused', 'raised'].includes(error.fault), error.message);
      assert(
        error.fault === 'refused' || /not available|not supported|has no|argument|can't be changed/.test(error.message),
        error.message,
      );
      return true;
    });
  });

test('past all that there is still nothing to be reached', async () => {
  const { createServer } = await import('node:net');
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const port = (server.address() as { port: number }).port;
  process.env.SECRET = 'secret';
  try {
    for (const [, name] of inner.matchAll(/^def (\w+)\(\):/gm)) {
      const variables = { name, PORT: port, FILE: import.meta.filename };
      const outcome = await python
        .evaluate({ text: 'pass', file: 'text', variables, through: 'attack.run', milliseconds: 3000 })
        .then(({ value }) => value as { got?: string; failed?: string })
        .catch((error: PythonError) => ({ got: undefined, failed: error.fault }));
      assert.equal(outcome.got, undefined, `${name} answered ${outcome.got}`);
      assert.notEqual(outcome.failed, undefined, name!);
      assert.deepEqual((await evaluate('return 1')).value, 1, `Python is back after ${name}`);
    }
    assert.equal(connections, 0);
  } finally {
    delete process.env.SECRET;
    server.close();
  }
});
