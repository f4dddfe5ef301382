import { choiceSet } from '#fields/choice-set.ts';

export const powerOutletFeedLeg = choiceSet('dcim.PowerOutletFeedLegChoices', [
  ['A', 'A'],
  ['B', 'B'],
  ['C', 'C'],
]);

export const powerOutletStatus = choiceSet(
  'dcim.PowerOutletStatusChoices',
  [
    ['enabled', 'Enabled', 'green'],
    ['disabled', 'Disabled', 'red'],
    ['faulty', 'Faulty', 'gray'],
  ],
  'PowerOutlet.status',
);

export const powerFeedStatus = choiceSet(
  'dcim.PowerFeedStatusChoices',
  [
    ['offline', 'Offline', 'gray'],
    ['active', 'Active', 'green'],
    ['planned', 'Planned', 'blue'],
    ['failed', 'Failed', 'red'],
  ],
  'PowerFeed.status',
);

export const powerFeedType = choiceSet('dcim.PowerFeedTypeChoices', [
  ['primary', 'Primary', 'green'],
  ['redundant', 'Redundant', 'cyan'],
]);

export const powerFeedSupply = choiceSet('dcim.PowerFeedSupplyChoices', [
  ['ac', 'AC'],
  ['dc', 'DC'],
]);

export const powerFeedPhase = choiceSet('dcim.PowerFeedPhaseChoices', [
  ['single-phase', 'Single phase'],
  ['three-phase', 'Three-phase'],
]);
