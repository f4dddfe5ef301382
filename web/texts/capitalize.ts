/** `device types` → `Device types`: labels come in lower case but for their acronyms. */
export function capitalize(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
