/** The global search and the palette. */
export const search = {
  'search.title': 'Search everything',
  'search.placeholder': 'A name, an address, a serial number, a few letters of them',
  'search.kinds': 'Only some kinds',
  'search.none': 'Nothing has “{text}” in it.',
  'search.more': 'The first {count}; type more to narrow them.',
  'search.failed': 'The search did not work.',

  'jump.open': 'Search or jump to…',
  'jump.placeholder': 'A list, an object, “add device”',
  'jump.none': 'Nothing matches.',
  'jump.targets': 'Where to go',
  'jump.search': 'Search “{text}” in',
  'jump.all': 'All that has “{text}”',
  'jump.add': 'Add',
} as const;
