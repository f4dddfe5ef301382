import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interfaceOrder } from './interface-order.ts';

const cases: [name: string, order: string][] = [
  ['GigabitEthernet1/0/2', '0001000099999999GigabitEthernet000002............'],
  ['GigabitEthernet0', '9999999999999999GigabitEthernet000000............'],
  ['vme', '9999999999999999vme..................'],
  ['xe-0/0/26', '0000000099999999xe-000026............'],
  ['et-0/0/1:3.100', '0000000099999999et-000001000003000100'],
  ['Wlan-GigabitEthernet0/1/8', '0000000199999999Wlan-GigabitEthernet000008............'],
  ['eth1 uplink', '9999999999999999eth000001............ uplink'],
  ['eth1/2x7', '0001999999999999eth000002............x00000007'],
];
for (const [name, order] of cases)
  test(`${name} sorts as ${order}`, () => {
    assert.equal(interfaceOrder(name, 100), order);
  });
