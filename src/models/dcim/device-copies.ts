import { foreignKey } from '#fields/relation/relation.ts';

/** Where a device's component is: repeats the device's place. */
export const deviceCopies = { device: { _site: 'site', _location: 'location', _rack: 'rack' } } as const;

/** The columns that hold it. */
export const placeFields = {
  _site: foreignKey('dcim.site', { null: true, blank: true, onDelete: 'set null', rest: false }),
  _location: foreignKey('dcim.location', { null: true, blank: true, onDelete: 'set null', rest: false }),
  _rack: foreignKey('dcim.rack', { null: true, blank: true, onDelete: 'set null', rest: false }),
};
