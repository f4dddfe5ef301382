const operators = ['eq', 'gt', 'gte', 'lt', 'lte', 'in', 'contains', 'regex', 'changed', 'unchanged'];
const ofSnapshots = new Set(['changed', 'unchanged']);
const known = new Set(['attr', 'value', 'op', 'negate']);

/** Operators by the kind of the value that is compared with. */
const byKind: Readonly<Record<string, readonly string[]>> = {
  string: ['eq', 'contains', 'regex'],
  boolean: ['eq', 'contains'],
  number: ['eq', 'gt', 'gte', 'lt', 'lte', 'contains'],
  list: ['eq', 'in', 'contains'],
  null: ['eq'],
};

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : (typeof value as string);

const isRuleSet = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ['and', 'or'].includes(Object.keys(value)[0]?.toLowerCase() ?? '');

/** What is wrong with an event rule's conditions: a condition, or `{"and": […]}` and `{"or": […]}` of them. */
export function conditionsFault(rules: unknown): string | undefined {
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules))
    return `Ruleset must be a dictionary, not ${kindOf(rules)}.`;
  const names = Object.keys(rules);
  if (names.length !== 1) return conditionFault(rules as Record<string, unknown>);
  if (!isRuleSet(rules)) return "Invalid logic type: must be 'AND' or 'OR'. Please check documentation.";
  const inner = (rules as Record<string, unknown>)[names[0]!];
  if (!Array.isArray(inner)) return 'Incorrect key(s) informed. Please check documentation.';
  for (const rule of inner) {
    const fault = isRuleSet(rule) ? conditionsFault(rule) : conditionFault(rule as Record<string, unknown>);
    if (fault) return fault;
  }
  return undefined;
}

function conditionFault(rule: Record<string, unknown>): string | undefined {
  if (
    typeof rule !== 'object' ||
    rule === null ||
    !('attr' in rule) ||
    Object.keys(rule).some((key) => !known.has(key))
  )
    return 'Incorrect key(s) informed. Please check documentation.';
  const { op = 'eq', attr, value } = rule;
  if (!operators.includes(String(op))) return `Unknown operator: ${op}. Must be one of: ${operators.join(', ')}`;
  if (ofSnapshots.has(String(op))) {
    if ('value' in rule) return `The '${op}' operator compares snapshots and does not accept a value.`;
    return String(attr).startsWith('snapshots.')
      ? `The '${op}' operator takes the name of an attribute, not the path of a snapshot.`
      : undefined;
  }
  if (!('value' in rule)) return `A value is required for the '${op}' operator.`;
  const fitting = byKind[kindOf(value)];
  if (!fitting) return `Unsupported value type: ${kindOf(value)}`;
  return fitting.includes(String(op)) ? undefined : `Invalid type for ${op} operation: ${kindOf(value)}`;
}
