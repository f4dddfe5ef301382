/** What a scope implies: a location its site, a site its region and group. */
export const scopeCopies = {
  _location: { _site: 'site' },
  _site: { _region: 'region', _site_group: 'group' },
} as const;
