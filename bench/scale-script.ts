/**
 * The statements of a psql script that uses `\set`, `\if :{?name}`, `\else`, `\endif` and `:name`, with the variables
 * given put in: what nobody needs psql for.
 */
export function statementsOf(script: string, given: Readonly<Record<string, string>>): string {
  const variables = new Map(Object.entries(given));
  /** Whether each open `\if` lets its lines pass. */
  const open: boolean[] = [];
  const kept: string[] = [];
  for (const line of script.split('\n')) {
    const [, command, rest = ''] = /^\s*\\(\w+)\s*(.*)$/.exec(line) ?? [];
    if (command === 'if') {
      const name = /^:\{\?(\w+)\}$/.exec(rest.trim())?.[1];
      if (!name) throw new Error(`Only \\if :{?name} is understood, not: ${line}`);
      open.push(variables.has(name));
    } else if (command === 'else') open.push(!open.pop());
    else if (command === 'endif') open.pop();
    else if (open.includes(false)) continue;
    else if (command === 'set') {
      const [name, ...value] = rest.split(/\s+/);
      variables.set(name!, value.join(' '));
    } else if (command) throw new Error(`psql's \\${command} is not understood: ${line}`);
    else kept.push(line.replace(/(?<![:\w]):(\w+)/g, (text, name: string) => variables.get(name) ?? text));
  }
  return kept.join('\n');
}
