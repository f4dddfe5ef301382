/** The two sides of a mapping, and what its rows repeat of the front port. */
export interface MappedPorts {
  /** The model of mappings. */
  readonly mapping: string;
  /** Own and other side: `front_port`, `rear_port`. */
  readonly own: 'front_port' | 'rear_port';
  readonly other: 'front_port' | 'rear_port';
  /** The model on the other side. */
  readonly otherModel: string;
  /** The field of a request: `rear_ports`. */
  readonly field: string;
  /** Fields of the mapping that repeat the front port's. */
  readonly repeated: readonly string[];
  /** How messages call ports of the other side. */
  readonly otherLabel: string;
}

function ports(own: 'front' | 'rear', template: boolean): MappedPorts {
  const other = own === 'front' ? 'rear' : 'front';
  const suffix = template ? 'template' : '';
  return {
    mapping: template ? 'dcim.porttemplatemapping' : 'dcim.portmapping',
    own: `${own}_port`,
    other: `${other}_port`,
    otherModel: `dcim.${other}port${suffix}`,
    field: `${other}_ports`,
    repeated: template ? ['device_type', 'module_type'] : ['device'],
    otherLabel: `${other} port${template ? ' template' : ''}`,
  };
}

/** Every model whose objects are mapped to those of another side. */
export const mappedPorts: Readonly<Record<string, MappedPorts>> = Object.freeze({
  'dcim.frontport': ports('front', false),
  'dcim.rearport': ports('rear', false),
  'dcim.frontporttemplate': ports('front', true),
  'dcim.rearporttemplate': ports('rear', true),
});
