/** What is known of a target, by names of our own. Unknown values are null. */
export type Facts = Readonly<Record<string, string | null | undefined>>;

/** Prometheus allows letters, digits and underscores. */
const labelName = (name: string): string => `__meta_netbox_${name.replace(/[^a-zA-Z0-9_]/g, '_')}`;

/** Facts as labels that relabelling can use; what is unknown or empty has none. */
export function labels(facts: Facts): Record<string, string> {
  const known = Object.entries(facts).filter((one): one is [string, string] => one[1] != null && one[1] !== '');
  return Object.fromEntries(known.map(([name, value]) => [labelName(name), value]));
}
