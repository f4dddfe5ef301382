import { choiceSet } from '#fields/choice-set.ts';

export const interfaceKind = choiceSet('dcim.InterfaceKindChoices', [
  ['physical', 'Physical'],
  ['virtual', 'Virtual'],
  ['wireless', 'Wireless'],
]);

export const interfaceDuplex = choiceSet('dcim.InterfaceDuplexChoices', [
  ['half', 'Half'],
  ['full', 'Full'],
  ['auto', 'Auto'],
]);

export const interfaceMode = choiceSet('dcim.InterfaceModeChoices', [
  ['access', 'Access'],
  ['tagged', 'Tagged'],
  ['tagged-all', 'Tagged (All)'],
  ['q-in-q', 'Q-in-Q (802.1ad)'],
]);

export const interfacePoEMode = choiceSet('dcim.InterfacePoEModeChoices', [
  ['pd', 'PD'],
  ['pse', 'PSE'],
]);

export const interfacePoEType = choiceSet('dcim.InterfacePoETypeChoices', [
  {
    group: 'IEEE Standard',
    choices: [
      ['type1-ieee802.3af', '802.3af (Type 1)'],
      ['type2-ieee802.3at', '802.3at (Type 2)'],
      ['type3-ieee802.3bt', '802.3bt (Type 3)'],
      ['type4-ieee802.3bt', '802.3bt (Type 4)'],
    ],
  },
  {
    group: 'Passive',
    choices: [
      ['passive-24v-2pair', 'Passive 24V (2-pair)'],
      ['passive-24v-4pair', 'Passive 24V (4-pair)'],
      ['passive-48v-2pair', 'Passive 48V (2-pair)'],
      ['passive-48v-4pair', 'Passive 48V (4-pair)'],
    ],
  },
]);
