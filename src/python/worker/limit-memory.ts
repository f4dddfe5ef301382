const page = 65536;

/**
 * WebAssembly `wasm` with a memory that can't grow beyond `bytes`: the limit is the engine's own, so that nothing that
 * runs inside reaches it. Only a module that defines its one memory, with a maximum, is understood (WebAssembly core
 * specification 5.5.8, memory section); throws for any other.
 */
export function limitMemory(wasm: Uint8Array, bytes: number): Uint8Array {
  for (let at = 8; at < wasm.length; ) {
    const id = wasm[at];
    const size = readNumber(wasm, at + 1);
    if (id === 5) return withMaximum(wasm, { start: at, body: size.end, end: size.end + size.value, bytes });
    at = size.end + size.value;
  }
  throw new Error('The WebAssembly module defines no memory.');
}

interface Section {
  start: number;
  body: number;
  end: number;
  bytes: number;
}

function withMaximum(wasm: Uint8Array, { start, body, end, bytes }: Section): Uint8Array {
  const count = readNumber(wasm, body);
  if (count.value !== 1 || wasm[count.end] !== 1)
    throw new Error('The WebAssembly module has another memory than one with a maximum.');
  const least = readNumber(wasm, count.end + 1);
  const most = Math.max(least.value, Math.floor(bytes / page));
  const limits = [1, 1, ...writeNumber(least.value), ...writeNumber(most)];
  const section = Uint8Array.from([5, ...writeNumber(limits.length), ...limits]);
  const result = new Uint8Array(wasm.length - (end - start) + section.length);
  result.set(wasm.subarray(0, start));
  result.set(section, start);
  result.set(wasm.subarray(end), start + section.length);
  return result;
}

/** An unsigned number in LEB128. */
function readNumber(bytes: Uint8Array, at: number): { value: number; end: number } {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++]!;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return { value, end: at };
  }
}

function writeNumber(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...writeNumber(Math.floor(value / 128))];
}
