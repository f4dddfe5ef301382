/** `Core Switch, Überlingen` → `core-switch-uberlingen`: what stands for a name in addresses. */
export function slugify(name: string, max = 100): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .slice(0, max)
    .replace(/^[-_]+|[-_]+$/g, '');
}
