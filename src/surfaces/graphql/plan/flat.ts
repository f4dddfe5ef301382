/** The longest text that is laid flat: longer ones may hold what others share, which is not to be copied for each. */
const longest = 512;

/** What was looked at last: kept, so that looking isn't left out as useless. */
const seen = { last: 0 };

/**
 * The same text, laid flat. A text that was put together is a tree of its pieces in V8, several times as large as the
 * text, until somebody looks into it. The parts of a large answer wait for each other, so the small ones are looked into
 * at once (docs/decisions/memory.md).
 */
export function flat(text: string): string {
  if (text.length <= longest) seen.last = text.charCodeAt(text.length - 1);
  return text;
}
