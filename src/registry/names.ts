/** `DeviceRole` → `device role`, `VLANGroup` → `vlan group`: a class's name as words. */
export const words = (className: string): string =>
  className.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ').toLowerCase();

/** `site_group` → `Site group`: a field's name as a label. */
export function labelOf(name: string): string {
  const text = name.replace(/^_+/, '').replaceAll('_', ' ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
