import { choiceSet } from '#fields/choice-set.ts';
import { usbConnectors } from './usb-connectors.ts';

export const consolePortType = choiceSet('dcim.ConsolePortTypeChoices', [
  {
    group: 'Serial',
    choices: [
      ['de-9', 'DE-9'],
      ['db-25', 'DB-25'],
      ['rj-11', 'RJ-11'],
      ['rj-12', 'RJ-12'],
      ['rj-45', 'RJ-45'],
      ['mini-din-8', 'Mini-DIN 8'],
    ],
  },
  {
    group: 'USB',
    choices: usbConnectors,
  },
  { group: 'Other', choices: [['other', 'Other']] },
]);

export const consolePortSpeed = choiceSet('dcim.ConsolePortSpeedChoices', [
  [1200, '1200 bps'],
  [2400, '2400 bps'],
  [4800, '4800 bps'],
  [9600, '9600 bps'],
  [19200, '19.2 kbps'],
  [38400, '38.4 kbps'],
  [57600, '57.6 kbps'],
  [115200, '115.2 kbps'],
]);
