const page = 65536;

/**
 * Changes WebAssembly `wasm` so that its memory can't grow beyond `bytes`: the limit is the engine's own, and nothing
 * that runs inside reaches it. Only a module that defines its one memory, with a maximum, is understood (WebAssembly core
 * specification 5.5.8, memory section); throws for any other.
 */
export function limitMemory(wasm: Uint8Array, bytes: number): void {
  for (let at = 8; at < wasm.length; ) {
    const id = wasm[at];
    const size = readNumber(wasm, at + 1);
    if (id === 5) {
      limitSection(wasm, size.end, bytes);
      return;
    }
    at = size.end + size.value;
  }
  throw new Error('The WebAssembly module defines no memory.');
}

function limitSection(wasm: Uint8Array, body: number, bytes: number): void {
  const count = readNumber(wasm, body);
  if (count.value !== 1 || wasm[count.end] !== 1)
    throw new Error('The WebAssembly module has another memory than one with a maximum.');
  const least = readNumber(wasm, count.end + 1);
  const most = readNumber(wasm, least.end);
  const pages = Math.max(least.value, Math.min(most.value, Math.floor(bytes / page)));
  writeNumber(wasm, { start: least.end, end: most.end, value: pages });
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

/** Writes a smaller number over one, in as many bytes: LEB128 may have zeros in front. */
function writeNumber(bytes: Uint8Array, { start, end, value }: { start: number; end: number; value: number }): void {
  for (let at = start; at < end; at += 1, value = Math.floor(value / 128))
    bytes[at] = (value & 127) | (at === end - 1 ? 0 : 128);
}
