import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hardwareAddress, networkAddress } from './address.ts';
import { booleanWord } from './boolean.ts';
import { isoMoment } from './iso-moment.ts';
import { decimalNumber, keyNumber, wholeNumber, wholePart } from './number.ts';
import { dayValue, durationValue, momentValue, tooLong } from './time.ts';
import { isTimeZone } from './time-zone.ts';

/** Text given, value read; undefined where it can't be read. */
type Table = readonly (readonly [given: string, read: string | boolean | undefined])[];

const tables: Readonly<Record<string, readonly [read: (text: string) => unknown, Table]>> = {
  'a whole number': [
    wholeNumber,
    [
      ['5', '5'],
      [' 5', '5'],
      ['+5', '5'],
      ['-007', '-7'],
      ['5.00', '5'],
      ['5.5', undefined],
      ['5,6', undefined],
      ['abc', undefined],
      ['', undefined],
      ['99999999999999999999999', '99999999999999999999999'],
    ],
  ],
  'a key': [
    keyNumber,
    [
      [' 5 ', '5'],
      ['+5', '5'],
      ['1_000', '1000'],
      ['5.0', undefined],
      ['\0', undefined],
    ],
  ],
  'the whole part of a decimal number': [
    wholePart,
    [
      ['1.5', '1'],
      ['-1.5', '-1'],
      ['.5', '0'],
      ['1.25e1', '12'],
      ['125e-1', '12'],
      ['1e400', undefined],
    ],
  ],
  'whether a length of time is too long': [
    tooLong,
    [
      ['60', false],
      ['soon', false],
      ['999999999 00:00:00', false],
      ['99999999999999999999', true],
      ['1000000000 00:00:00', true],
    ],
  ],
  'a decimal number': [
    decimalNumber,
    [
      ['1.5', '1.5'],
      ['.5', '.5'],
      ['1e400', '1e400'],
      ['NaN', undefined],
      ['1 2', undefined],
    ],
  ],
  'a boolean': [
    booleanWord,
    [
      ['true', 'true'],
      ['True', 'true'],
      ['2', 'true'],
      ['3', 'false'],
      ['false', 'false'],
      ['1', undefined],
      ['TRUE', undefined],
      ['constructor', undefined],
    ],
  ],
  'a moment': [
    (text) => momentValue(text, 'Europe/Berlin'),
    [
      ['2021-04-02', '2021-04-02 00:00:00.0 Europe/Berlin'],
      ['2021-04-02T10:20', '2021-04-02 10:20:00.0 Europe/Berlin'],
      ['2021-04-02T10:20:30.5Z', '2021-04-02 10:20:30.5Z'],
      ['2021-04-02 10:20:30+02:00', '2021-04-02 10:20:30.0+02:00'],
      ['04/02/2021', '2021-04-02 00:00:00.0 Europe/Berlin'],
      ['2021-04-02T10:20:30z', undefined],
      ['2021-13-01', undefined],
      ['2021-02-30', undefined],
      ['nonsense', undefined],
    ],
  ],
  'a day': [
    dayValue,
    [
      ['2021-04-02', '2021-04-02'],
      ['4/2/21', '2021-04-02'],
      ['2021-04-02T00:00', undefined],
      ['2021-04-31', undefined],
    ],
  ],
  'a length of time': [
    durationValue,
    [
      ['60', '0 days 0 hours 0 minutes 60.0 seconds'],
      ['01:30', '0 days 0 hours 01 minutes 30.0 seconds'],
      ['1 02:03:04.5', '1 days 02 hours 03 minutes 04.5 seconds'],
      ['PT1H', 'PT1H'],
      ['soon', undefined],
    ],
  ],
  'a MAC address': [
    (text) => hardwareAddress(text, 12),
    [
      ['00:11:22:aa:BB:cc', '001122aabbcc'],
      ['0011.22aa.bbcc', '001122aabbcc'],
      ['0-1-2-3-4-5', '000102030405'],
      ['2024-01-01', '202400010001'],
      ['00112-2aabbc', '0001122aabbc'],
      ['99999999999', '099999999999'],
      ['00.11.22.33.44.55', undefined],
      ['00:11-22:33:44:55', undefined],
      ['00:11', undefined],
      ['zz:11:22:aa:bb:cc', undefined],
    ],
  ],
  'an address or network': [
    networkAddress,
    [
      ['10.0.0.1', '10.0.0.1'],
      ['10.0.0.1/08', '10.0.0.1/8'],
      ['2001:db8::1/64', '2001:db8::1/64'],
      ['10.0.0.1/33', undefined],
      ['10', undefined],
      ['10.0.0.0/8/8', undefined],
    ],
  ],
  'a time zone': [
    isTimeZone,
    [
      ['Europe/Berlin', true],
      ['US/Eastern', true],
      ['UTC', true],
      ['Nonsense/Zone', false],
      ['europe/berlin', false],
      ['EUROPE/BERLIN', false],
      ['+01:00', false],
    ],
  ],
  'a moment as JSON keeps it': [
    isoMoment,
    [
      ['2021-04-02 10:20:30.0Z', '2021-04-02T10:20:30Z'],
      ['2021-04-02 10:20:30.5+0200', '2021-04-02T10:20:30.500000+02:00'],
      ['2021-07-02 10:20:30.0 Europe/Berlin', '2021-07-02T10:20:30+02:00'],
      ['2021-07-02 10:20:30.0 UTC', '2021-07-02T10:20:30Z'],
    ],
  ],
};

for (const [what, [read, table]] of Object.entries(tables))
  test(`reads ${what}`, () => {
    for (const [given, expected] of table) assert.equal(read(given), expected, `of ${JSON.stringify(given)}`);
  });
