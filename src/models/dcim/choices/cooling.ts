import { choiceSet } from '#fields/choice-set.ts';

export const coolingMethod = choiceSet('dcim.CoolingMethodChoices', [
  ['air', 'Air', 'cyan'],
  ['liquid', 'Liquid', 'blue'],
  ['hybrid', 'Hybrid', 'purple'],
  ['immersion', 'Immersion', 'indigo'],
]);

export const coolingSourceType = choiceSet(
  'dcim.CoolingSourceTypeChoices',
  [
    ['chiller', 'Chiller'],
    ['cooling-tower', 'Cooling tower'],
    ['dry-cooler', 'Dry cooler'],
    ['crac', 'CRAC'],
    ['crah', 'CRAH'],
  ],
  'CoolingSource.type',
);

export const coolingSourceStatus = choiceSet(
  'dcim.CoolingSourceStatusChoices',
  [
    ['offline', 'Offline', 'gray'],
    ['active', 'Active', 'green'],
    ['planned', 'Planned', 'blue'],
    ['failed', 'Failed', 'red'],
  ],
  'CoolingSource.status',
);

export const coolingFeedStatus = choiceSet(
  'dcim.CoolingFeedStatusChoices',
  [
    ['offline', 'Offline', 'gray'],
    ['active', 'Active', 'green'],
    ['planned', 'Planned', 'blue'],
    ['failed', 'Failed', 'red'],
  ],
  'CoolingFeed.status',
);

export const fluidType = choiceSet('dcim.FluidTypeChoices', [
  ['water', 'Water'],
  ['water-glycol', 'Water/glycol'],
  ['dielectric', 'Dielectric'],
  ['refrigerant', 'Refrigerant'],
]);

export const rackCoolingCapability = choiceSet('dcim.RackCoolingCapabilityChoices', [
  ['air-only', 'Air only', 'cyan'],
  ['hybrid', 'Hybrid', 'blue'],
  ['liquid-only', 'Liquid only', 'purple'],
]);

export const coolingConnectorType = choiceSet('dcim.CoolingConnectorTypeChoices', [
  ['uqd', 'UQD (Universal Quick Disconnect)'],
  ['uqdb', 'UQDB (Universal Quick Disconnect, Blind-mate)'],
  ['qdc', 'QDC (Quick Disconnect Coupling)'],
  ['camlock', 'Camlock (cam-and-groove)'],
  ['npt', 'NPT (threaded)'],
  ['bsp', 'BSP (threaded)'],
  ['proprietary', 'Proprietary'],
]);
