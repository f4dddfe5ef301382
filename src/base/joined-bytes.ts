/** A list's answer: what stands before the objects' texts, and behind them. */
export interface Frame {
  readonly before: string;
  readonly after: string;
}

/**
 * The texts, separated by commas, within their frame, as UTF-8. A text that was put together from pieces is still a
 * tree of them in V8: written one by one each is laid flat once, right where it goes (1,000 objects of 45 properties:
 * 2 ms; joined to one string that is encoded afterwards: 6 ms).
 */
export function joinedBytes(texts: readonly string[], { before, after }: Frame): Buffer {
  let characters = before.length + after.length + texts.length;
  for (const text of texts) characters += text.length;
  let buffer = Buffer.allocUnsafe(characters + (characters >> 4) + 64);
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
  write(before);
  for (let index = 0; index < texts.length; index++) {
    if (index > 0) {
      if (at === buffer.length) write(',');
      else buffer[at++] = 0x2c;
    }
    write(texts[index]!);
  }
  write(after);
  return buffer.subarray(0, at);
}
