import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english, inForce } from './in-force.ts';
import { label } from './label.ts';
import type { Labels } from './language.ts';

const labels = { 'virtual machine': 'virtuelle Maschine', interfaces: 'Schnittstellen', Parent: 'übergeordnet' };

const cases: [english: string, german: string][] = [
  ['virtual machine', 'virtuelle Maschine'],
  ['Virtual machine', 'Virtuelle Maschine'],
  ['Virtual Machine', 'Virtuelle Maschine'],
  ['Interfaces (Parent)', 'Schnittstellen (Übergeordnet)'],
  ['Interfaces (LAG)', 'Schnittstellen (LAG)'],
  ['SFP+ (10GE)', 'SFP+ (10GE)'],
  ['Our own choice', 'Our own choice'],
];
for (const [given, german] of cases)
  test(`${given}: ${german}`, () => {
    inForce.language = { ...english, code: 'de', locale: 'de', labels: labels as unknown as Labels };
    assert.equal(label(given), german);
    inForce.language = english;
    assert.equal(label(given), given);
  });
