/** A list of components in a definition, and what its entries name by name. */
export interface ComponentList {
  /** Its key in the file. */
  readonly key: string;
  readonly model: string;
  /** Fields that name another component of the same type, by the key of its list. */
  readonly relations?: Readonly<Record<string, string>>;
  /** Fields that name an object of another model. */
  readonly named?: Readonly<Record<string, string>>;
}

/** In the order in which they are made: what is named comes first. */
export const componentLists: readonly ComponentList[] = [
  { key: 'console-ports', model: 'dcim.consoleporttemplate' },
  { key: 'console-server-ports', model: 'dcim.consoleserverporttemplate' },
  { key: 'power-ports', model: 'dcim.powerporttemplate' },
  { key: 'power-outlets', model: 'dcim.poweroutlettemplate', relations: { power_port: 'power-ports' } },
  { key: 'cooling-intakes', model: 'dcim.coolingintaketemplate' },
  {
    key: 'cooling-outflows',
    model: 'dcim.coolingoutflowtemplate',
    relations: { cooling_intake: 'cooling-intakes' },
  },
  {
    key: 'interfaces',
    model: 'dcim.interfacetemplate',
    relations: { parent: 'interfaces', bridge: 'interfaces' },
  },
  { key: 'rear-ports', model: 'dcim.rearporttemplate' },
  { key: 'front-ports', model: 'dcim.frontporttemplate', relations: { rear_port: 'rear-ports' } },
  { key: 'module-bays', model: 'dcim.modulebaytemplate' },
  { key: 'device-bays', model: 'dcim.devicebaytemplate' },
  {
    key: 'inventory-items',
    model: 'dcim.inventoryitemtemplate',
    relations: { parent: 'inventory-items' },
    named: { manufacturer: 'dcim.manufacturer', role: 'dcim.inventoryitemrole' },
  },
];
