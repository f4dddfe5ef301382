/** A list's answer: what stands before the objects' texts, and behind them. */
export interface Frame {
  readonly before: string;
  readonly after: string;
}

/** Texts of which it is known how many there are; each may be made when it is asked for. */
export interface Texts extends Iterable<string> {
  readonly length: number;
}

/** From how many texts the length of all is guessed. */
const sample = 32;

/**
 * The texts, separated by commas, within their frame, as UTF-8. A text that was put together from pieces is still a
 * tree of them in V8: written one by one each is laid flat once, right where it goes (1,000 objects of 45 properties:
 * 2 ms; joined to one string that is encoded afterwards: 6 ms).
 */
export function joinedBytes(texts: Texts, { before, after }: Frame): Buffer {
  let buffer = Buffer.allocUnsafe(0);
  let at = 0;
  const write = (text: string): void => {
    // A UTF-16 unit takes three bytes at most; only where those might not fit are they counted.
    const room = buffer.length - at;
    if (room < text.length * 3) {
      const bytes = Buffer.byteLength(text);
      if (room < bytes) {
        const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, at + bytes));
        buffer.copy(larger, 0, 0, at);
        buffer = larger;
      }
    }
    at += buffer.write(text, at);
  };
  const first: string[] = [];
  const begin = (): void => {
    const characters = first.reduce((sum, text) => sum + text.length + 1, 0);
    const all = before.length + after.length + (characters / (first.length || 1)) * texts.length;
    buffer = Buffer.allocUnsafe(Math.ceil(all * 1.1) + 64);
    write(before);
    first.forEach(add);
  };
  const add = (text: string, index: number): void => {
    if (index > 0) {
      if (at === buffer.length) write(',');
      else buffer[at++] = 0x2c;
    }
    write(text);
  };
  let index = 0;
  for (const text of texts) {
    if (index < sample) first.push(text);
    else {
      if (index === sample) begin();
      add(text, index);
    }
    index++;
  }
  if (index <= sample) begin();
  write(after);
  return buffer.subarray(0, at);
}
