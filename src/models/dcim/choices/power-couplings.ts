import type { ChoiceGroup } from '#fields/choice-set.ts';

/** Couplings whose plug and socket are called the same. */
export const iec60309: ChoiceGroup = {
  group: 'IEC 60309',
  choices: [
    ['iec-60309-p-n-e-4h', 'P+N+E 4H'],
    ['iec-60309-p-n-e-6h', 'P+N+E 6H'],
    ['iec-60309-p-n-e-9h', 'P+N+E 9H'],
    ['iec-60309-2p-e-4h', '2P+E 4H'],
    ['iec-60309-2p-e-6h', '2P+E 6H'],
    ['iec-60309-2p-e-9h', '2P+E 9H'],
    ['iec-60309-3p-e-4h', '3P+E 4H'],
    ['iec-60309-3p-e-6h', '3P+E 6H'],
    ['iec-60309-3p-e-9h', '3P+E 9H'],
    ['iec-60309-3p-n-e-4h', '3P+N+E 4H'],
    ['iec-60309-3p-n-e-6h', '3P+N+E 6H'],
    ['iec-60309-3p-n-e-9h', '3P+N+E 9H'],
  ],
};

export const iec60906: ChoiceGroup = {
  group: 'IEC 60906-1',
  choices: [
    ['iec-60906-1', 'IEC 60906-1'],
    ['nbr-14136-10a', '2P+T 10A (NBR 14136)'],
    ['nbr-14136-20a', '2P+T 20A (NBR 14136)'],
  ],
};

export const molex: ChoiceGroup = {
  group: 'Molex',
  choices: [
    ['molex-micro-fit-1x2', 'Molex Micro-Fit 1x2'],
    ['molex-micro-fit-2x2', 'Molex Micro-Fit 2x2'],
    ['molex-micro-fit-2x3', 'Molex Micro-Fit 2x3'],
    ['molex-micro-fit-2x4', 'Molex Micro-Fit 2x4'],
  ],
};
