/** Modules of the package `extras` that a script may import from. */
const extrasModules = new Set(
  (
    'api apps cache choices conditions constants dashboard data event_rules events fields filters filtersets forms ' +
    'graphql jobs lookups management managers migrations models querysets reports scripts search signals storage ' +
    'tables templatetags tests ui urls utils validators views webhooks'
  ).split(' '),
);

/** What is plainly wrong with a script's source; Python itself, which would run it, is not here to say more. */
export function sourceFault(source: string): string | undefined {
  for (const [, module] of source.matchAll(/^\s*(?:from|import)\s+extras\.(\w+)/gm))
    if (!extrasModules.has(module!)) return `No module named 'extras.${module}'`;
  return source.includes('\0') ? 'source code string cannot contain null bytes' : undefined;
}

/** The scripts that a module defines: classes derived from Script, directly or through another of its classes. */
export function scriptClasses(source: string): string[] {
  const names = new Set(['Script', 'BaseScript', 'Report']);
  for (const [, imported, as] of source.matchAll(/\b(Script|Report)\s+as\s+(\w+)/g)) if (imported) names.add(as!);
  const found: string[] = [];
  for (const [, name, bases] of source.matchAll(/^class\s+(\w+)\s*\(([^)]*)\)\s*:/gm)) {
    if (!bases!.split(',').some((base) => names.has(base.trim().split('.').at(-1)!))) continue;
    names.add(name!);
    found.push(name!);
  }
  const order: readonly string[] = /^script_order\s*=\s*[([]([^)\]]*)[)\]]/m.exec(source)?.[1]?.match(/\w+/g) ?? [];
  return [...order.filter((name) => found.includes(name)), ...found.filter((name) => !order.includes(name))];
}
