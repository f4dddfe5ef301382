import { type ChoiceSet, flatChoices } from '#fields/choice-set.ts';
import { declarationsOf } from '#query/filters/declarations.ts';
import type { Registry } from '#registry/registry.ts';
import { factsOf } from './facts.ts';

/** Names and prefixes that the set's name doesn't say. The prefix is its last word: `SiteStatus` → `STATUS_ACTIVE`. */
const deviating: Readonly<Record<string, { readonly name?: string; readonly prefix: string }>> = {
  AuthenticationAlgorithm: { prefix: 'AUTH' },
  AuthenticationMethod: { prefix: '' },
  CableEnd: { prefix: 'SIDE' },
  // NetBox gives the prefix in the name's place.
  CircuitStatus: { name: 'status', prefix: '' },
  CustomFieldChoiceColor: { prefix: '' },
  CustomFieldChoiceSetBase: { prefix: '' },
  CustomFieldFilterLogic: { prefix: 'FILTER' },
  CustomFieldUIEditable: { prefix: '' },
  CustomFieldUIVisible: { prefix: '' },
  CustomLinkButtonClass: { prefix: '' },
  DistanceUnit: { prefix: '' },
  EncryptionAlgorithm: { prefix: 'ENCRYPTION' },
  EventRuleAction: { prefix: '' },
  FHRPGroupAuthType: { prefix: 'AUTHENTICATION' },
  FluidType: { prefix: 'FLUID' },
  IKEMode: { prefix: '' },
  IPSecMode: { prefix: '' },
  InterfacePoEType: { prefix: '' },
  ModuleAirflow: { prefix: '' },
  PowerOutletFeedLeg: { prefix: 'FEED_LEG' },
  RackAirflow: { prefix: '' },
  RackFormFactor: { prefix: 'TYPE' },
  ServiceProtocol: { prefix: '' },
  TunnelEncapsulation: { prefix: 'ENCAP' },
  VirtualMachineStartOnBoot: { prefix: 'START_ON_BOOT' },
  WebhookHttpMethod: { prefix: '' },
  WeightUnit: { prefix: '' },
};

/** `SiteStatusEnum`: the name of a choice set's enumeration. */
export const enumName = (set: ChoiceSet): string => {
  const bare = bareName(set);
  return deviating[bare]?.name ?? `${bare}Enum`;
};

/** The names of an enumeration's values, with the stored value of each. */
export function enumValues(set: ChoiceSet): ReadonlyMap<string, string | number> {
  const bare = bareName(set);
  const prefix = deviating[bare]?.prefix ?? bare.replace(/^.*(?=[A-Z][a-z]*$)/, '').toUpperCase();
  return new Map(
    flatChoices(set).map(([value]) => [`${prefix ? `${prefix}_` : ''}${valueName(value)}`, value] as const),
  );
}

/** Every choice set of fields and filters, by the name of its enumeration. */
export function enumSets(registry: Registry): ReadonlyMap<string, ChoiceSet> {
  const sets = registry.models.flatMap((model) => [
    ...[...model.fields.values()].flatMap((field) => [field.choices, field.of?.choices]),
    ...[...declarationsOf(registry, model).values()].map(({ choices }) => choices),
    ...(factsOf(model).choices ?? []),
  ]);
  return new Map(sets.flatMap((set) => (set ? [[enumName(set), set] as const] : [])));
}

const bareName = ({ name }: ChoiceSet): string => name.replace(/^\w+\./, '').replace(/Choices$/, '');

const valueName = (value: string | number): string =>
  String(value)
    .replaceAll(/[^A-Za-z0-9_]/g, '_')
    .toUpperCase();
