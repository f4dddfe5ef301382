import { choiceSet } from '#fields/choice-set.ts';

export const siteStatus = choiceSet(
  'dcim.SiteStatusChoices',
  [
    ['planned', 'Planned', 'cyan'],
    ['staging', 'Staging', 'blue'],
    ['active', 'Active', 'green'],
    ['decommissioning', 'Decommissioning', 'yellow'],
    ['retired', 'Retired', 'red'],
  ],
  'Site.status',
);

export const locationStatus = choiceSet(
  'dcim.LocationStatusChoices',
  [
    ['planned', 'Planned', 'cyan'],
    ['staging', 'Staging', 'blue'],
    ['active', 'Active', 'green'],
    ['decommissioning', 'Decommissioning', 'yellow'],
    ['retired', 'Retired', 'red'],
  ],
  'Location.status',
);
