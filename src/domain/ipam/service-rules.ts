import { arrayElements, arrayLiteral } from '#fields/array-text.ts';
import { choice } from '#fields/choice/choice.ts';
import type { Field } from '#fields/field.ts';
import { InvalidValue, typeName } from '#fields/parse.ts';
import { serviceProtocol } from '#models/ipam/choices.ts';
import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { oneProtocol } from '../computed/services.ts';
import { portMappings, servicePorts } from './port-mappings.ts';

/**
 * Services and their templates: what they listen on, as mappings of protocols and ports, or as NetBox before 4.7 spelled
 * it: one `protocol` and its `ports`.
 */
export const serviceRules: ModelRules = {
  prepare(drafts) {
    for (const draft of drafts) {
      if (draft.given('port_mappings')) normalize(draft);
      const former = formerSpelling(draft);
      if (!draft.errors.any && former) translate(draft, former);
    }
  },

  validate(drafts) {
    for (const draft of drafts) {
      normalize(draft);
      if (!draft.errors.any && stored(draft).length === 0)
        draft.errors.add('port_mappings', 'At least one port mapping is required.');
    }
  },
};

/** What the former spelling's half is read as. */
const protocolField = { name: 'protocol', ...choice(serviceProtocol) } as Field;

const stored = (draft: Draft, which: 'get' | 'was' = 'get'): string[] =>
  arrayElements(draft[which]('port_mappings') ?? '{}').map((one) => one ?? '');

function normalize(draft: Draft): void {
  const read = portMappings(stored(draft));
  if ('problem' in read) draft.errors.add('port_mappings', read.problem);
  else draft.set('port_mappings', arrayLiteral(read.mappings));
}

/** The former spelling's parts as the request gives them; null where it leaves one out. */
interface Former {
  readonly protocol: string | null;
  readonly ports: readonly number[] | null;
}

function formerSpelling(draft: Draft): Former | undefined {
  const protocol = draft.input.protocol ?? null;
  const ports = draft.input.ports ?? null;
  if (protocol === null && ports === null) return undefined;
  const problem = protocol === null ? undefined : protocolProblem(protocol);
  if (problem) draft.errors.add('protocol', problem);
  if (ports === null) return { protocol: String(protocol), ports };
  if (!Array.isArray(ports)) {
    draft.errors.add('ports', `Expected a list of items but got type "${typeName(ports)}".`);
    return undefined;
  }
  const problems = ports.flatMap((port, index) => {
    const problem = portProblem(port);
    return problem ? [[index, [problem]] as const] : [];
  });
  if (problems.length > 0) draft.errors.set('ports', Object.fromEntries(problems));
  return { protocol: protocol === null ? null : String(protocol), ports: ports.map(Number) };
}

function protocolProblem(protocol: unknown): string | undefined {
  if (protocol === '') return 'This field may not be blank.';
  try {
    protocolField.kind.parse(protocolField, protocol);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidValue) return error.message;
    throw error;
  }
}

function portProblem(port: unknown): string | undefined {
  if (port === null) return 'This field may not be null.';
  if (!(typeof port === 'number' || typeof port === 'string') || !/^\s*[+-]?\d+(\.0*)?\s*$/.test(String(port)))
    return 'A valid integer is required.';
  if (Number(port) < servicePorts.first) return `Ensure this value is greater than or equal to ${servicePorts.first}.`;
  return Number(port) > servicePorts.last
    ? `Ensure this value is less than or equal to ${servicePorts.last}.`
    : undefined;
}

/** Either half may be given alone: the other is what is stored. Beside mappings it may only repeat them. */
function translate(draft: Draft, { protocol, ports }: Former): void {
  if (draft.given('port_mappings')) {
    const implied = oneProtocol(stored(draft));
    const agrees =
      (protocol === null || protocol === implied.protocol) &&
      (ports === null || ascending(ports).join() === (implied.ports ?? []).join());
    if (!agrees)
      draft.errors.add(
        wholeObject,
        "Specify either 'port_mappings' or the deprecated 'protocol'/'ports' fields, not both.",
      );
    return;
  }
  if (ports?.length === 0) {
    draft.errors.add('ports', 'At least one port mapping is required.');
    return;
  }
  const before = oneProtocol(draft.isNew ? [] : stored(draft, 'was'));
  const [whole, all] = [protocol ?? before.protocol, ports ?? before.ports ?? []];
  if (whole === null || all.length === 0) {
    draft.errors.add(
      wholeObject,
      "Both 'protocol' and 'ports' are required when writing via the deprecated legacy format; use port_mappings instead.",
    );
    return;
  }
  const read = portMappings(all.map((port) => `${whole}/${port}`));
  if ('problem' in read) draft.errors.add('ports', read.problem);
  else draft.set('port_mappings', arrayLiteral(read.mappings));
}

const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((one, other) => one - other);
