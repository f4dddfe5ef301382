/** What a cable can end at. */
export interface TerminationKind {
  /** `<app>.<model>` */
  readonly model: string;
  readonly table: string;
  /** The column of what it is part of. */
  readonly parent: string;
  /** Models that may be at the other end of the cable. */
  readonly fits: readonly string[];
  /** Where paths begin and end; the others pass them on. */
  readonly endpoint: boolean;
}

const kind = (
  model: string,
  { parent, fits, endpoint }: Omit<TerminationKind, 'model' | 'table'>,
): TerminationKind => ({
  model,
  table: model.replace('.', '_'),
  parent,
  fits: fits.map((name) => (name === 'circuittermination' ? 'circuits.circuittermination' : `dcim.${name}`)),
  endpoint,
});

const device = { parent: 'device_id' } as const;
const end = { endpoint: true } as const;
const pass = { endpoint: false } as const;
const console = ['frontport', 'rearport'] as const;
const anything = [...console, 'consoleport', 'consoleserverport', 'interface', 'circuittermination'] as const;

/** Every model that a cable can end at (NetBox 4.7, COMPATIBLE_TERMINATION_TYPES). */
export const terminationKinds: readonly TerminationKind[] = Object.freeze([
  kind('dcim.interface', { ...device, ...end, fits: [...console, 'interface', 'circuittermination'] }),
  kind('dcim.frontport', { ...device, ...pass, fits: anything }),
  kind('dcim.rearport', { ...device, ...pass, fits: anything }),
  kind('dcim.consoleport', { ...device, ...end, fits: [...console, 'consoleserverport'] }),
  kind('dcim.consoleserverport', { ...device, ...end, fits: [...console, 'consoleport'] }),
  kind('dcim.powerport', { ...device, ...end, fits: ['poweroutlet', 'powerfeed'] }),
  kind('dcim.poweroutlet', { ...device, ...end, fits: ['powerport'] }),
  kind('dcim.powerfeed', { parent: 'power_panel_id', ...end, fits: ['powerport'] }),
  kind('circuits.circuittermination', {
    parent: 'circuit_id',
    ...pass,
    fits: [...console, 'interface', 'circuittermination'],
  }),
]);

const byModel = new Map(terminationKinds.map((one) => [one.model, one]));

/** The kind of a model; undefined where no cable can end at it. */
export const terminationKind = (model: string | undefined): TerminationKind | undefined => byModel.get(model ?? '');
