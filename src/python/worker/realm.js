// Runs inside a context of its own (worker/open-realm.ts), which has ECMAScript's own names and nothing of Node's; no
// object of the outside may ever be handed in, since whoever holds one reaches the outside through its constructor.

(() => {
  /** What Python printed during a call; the rest is dropped. */
  const most = 64 * 1024;
  let printed = '';
  const print = (line) => {
    if (printed.length < most) printed += `${line}\n`;
  };
  const encoder = {
    encode(text) {
      const bytes = [];
      for (const character of text) {
        const code = character.codePointAt(0);
        if (code < 0x80) bytes.push(code);
        else if (code < 0x800) bytes.push((code >> 6) | 0xc0, (code & 63) | 0x80);
        else if (code < 0x10000) bytes.push((code >> 12) | 0xe0, ((code >> 6) & 63) | 0x80, (code & 63) | 0x80);
        else bytes.push((code >> 18) | 0xf0, ((code >> 12) & 63) | 0x80, ((code >> 6) & 63) | 0x80, (code & 63) | 0x80);
      }
      return new Uint8Array(bytes);
    },
  };
  globalThis.TextEncoder = class {
    encode(text) {
      return encoder.encode(text);
    }
  };
  // Without a TextDecoder Emscripten decodes by itself.
  globalThis.performance = { now: () => Date.now() };
  globalThis.console = { log: print, info: print, debug: print, warn: print, error: print };
  globalThis.setTimeout = () => 0;
  globalThis.clearTimeout = () => {};
  globalThis.setImmediate = () => 0;
  globalThis.AbortController = class {
    signal = { aborted: false, addEventListener() {} };
    abort() {}
  };

  /** Random bytes, ChaCha20 (RFC 8439) over a key from outside: asking the outside would take one of its functions. */
  const state = new Uint32Array(16);
  const block = new Uint32Array(16);
  const stream = new Uint8Array(block.buffer);
  let used = 64;
  const turn = (a, b, c, d) => {
    const rotate = (to, by, bits) => {
      const mixed = block[to] ^ block[by];
      block[to] = (mixed << bits) | (mixed >>> (32 - bits));
    };
    block[a] += block[b];
    rotate(d, a, 16);
    block[c] += block[d];
    rotate(b, c, 12);
    block[a] += block[b];
    rotate(d, a, 8);
    block[c] += block[d];
    rotate(b, c, 7);
  };
  const nextBlock = () => {
    block.set(state);
    for (let round = 0; round < 10; round += 1) {
      for (let column = 0; column < 4; column += 1) turn(column, column + 4, column + 8, column + 12);
      for (let column = 0; column < 4; column += 1)
        turn(column, 4 + ((column + 1) % 4), 8 + ((column + 2) % 4), 12 + ((column + 3) % 4));
    }
    for (let word = 0; word < 16; word += 1) block[word] += state[word];
    state[12] += 1;
    if (state[12] === 0) state[13] += 1;
    used = 0;
  };
  globalThis.crypto = {
    getRandomValues(view) {
      const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
      for (let index = 0; index < bytes.length; index += 1) {
        if (used === 64) nextBlock();
        bytes[index] = stream[used];
        used += 1;
      }
      return view;
    },
  };

  let module;
  let signal;
  const files = new Map();
  let command;
  const text = (python) => module.stringToNewUTF8(python);

  return {
    /** Room for a file, to be filled from outside before anything runs. */
    room(name, length) {
      const bytes = new Uint8Array(length);
      files.set(name, bytes);
      return bytes;
    },
    /** The 12 words after ChaCha20's constant: key and nonce. */
    seed(...words) {
      state.set([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574, ...words.slice(0, 8), 0, ...words.slice(8, 11)]);
    },
    async boot(createModule, modules) {
      const mark = Symbol('error');
      module = await createModule({
        API: {
          config: { jsglobals: Object.freeze(Object.create(null)), env: {}, args: [] },
          runtimeEnv: { IN_SHELL: true },
          lockFilePromise: new Promise(() => {}),
        },
        arguments: [],
        noAudioDecoding: true,
        noImageDecoding: true,
        noWasmDecoding: true,
        print,
        printErr: print,
        preRun: [
          ({ FS, ENV }) => {
            for (const [name, bytes] of files) {
              if (!name.startsWith('/')) continue;
              FS.mkdirTree(name.slice(0, name.lastIndexOf('/')));
              FS.writeFile(name, bytes);
            }
            FS.mkdirTree('/home');
            FS.chdir('/home');
            Object.assign(ENV, {
              HOME: '/home',
              PYTHONINSPECT: '1',
              PYTHONDONTWRITEBYTECODE: '1',
              PYTHONPATH: '/lib/ours',
              NO_COLOR: '1',
            });
          },
        ],
        instantiateWasm(imports, done) {
          imports.env.Jsv_GetError_import = () => mark;
          imports.env.JsvError_Check = (value) => value === mark;
          WebAssembly.instantiate(files.get('wasm'), imports).then(({ instance, module }) => done(instance, module));
          return {};
        },
      });
      files.clear();
      signal = new SharedArrayBuffer(1);
      module.Py_EmscriptenSignalBuffer = new Uint8Array(signal);
      module.HEAP8[module._Py_EMSCRIPTEN_SIGNAL_HANDLING] = 1;
      // What every text needs is read now, and not in the time of the first one.
      if (module._PyRun_SimpleString(text(`import ${modules}`)) !== 0) throw new Error(printed);
      command = text('patchbay.door.answer()');
    },
    /** A byte of shared memory: 2 in it interrupts Python. */
    signal: () => signal,
    /** Bytes that WebAssembly's memory has grown to. */
    size: () => module.HEAP8.length,
    /** JSON in, JSON out: `[answer, printed]`, or a text that says how Python ended. */
    answer(request) {
      printed = '';
      module.FS.writeFile('/request', request);
      let status;
      try {
        status = module._PyRun_SimpleString(command);
      } catch (error) {
        return `ended: ${error}`;
      }
      if (status !== 0) return `ended: ${printed.trim().split('\n').at(-1)}`;
      return JSON.stringify([module.FS.readFile('/answer', { encoding: 'utf8' }), printed]);
    },
  };
})();
