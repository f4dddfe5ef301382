interface Renaming {
  readonly find: string;
  readonly replace: string;
  /** `find` is a regular expression; groups are `\1` (NetBox, Python) or `$1`. */
  readonly pattern: boolean;
}

/** Names after finding and replacing, in their order; what is wrong with the pattern, if anything. */
export function renamed(
  names: readonly string[],
  { find, replace, pattern }: Renaming,
): { readonly names: readonly string[]; readonly problem?: string } {
  if (find === '') return { names };
  if (!pattern) return { names: names.map((name) => name.replaceAll(find, () => replace)) };
  let expression: RegExp;
  try {
    expression = new RegExp(find, 'gu');
  } catch (error) {
    return { names, problem: (error as Error).message };
  }
  const replacement = replace.replace(/\$(?![\d<&])/g, '$$$$').replace(/\\(\d)/g, (_, group: string) => `$${group}`);
  return { names: names.map((name) => name.replace(expression, replacement)) };
}
