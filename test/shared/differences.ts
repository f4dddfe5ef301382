/** Every difference between two maps, as lines. */
export function differences(found: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): string[] {
  const lines: string[] = [];
  for (const [name, definition] of wanted)
    if (!found.has(name)) lines.push(`missing ${name}: ${definition}`);
    else if (found.get(name) !== definition) lines.push(`${name}: ${found.get(name)}, wanted ${definition}`);
  for (const [name, definition] of found) if (!wanted.has(name)) lines.push(`surplus ${name}: ${definition}`);
  return lines.sort();
}
