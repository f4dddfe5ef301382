import { text } from '../../texts/text.ts';
import type { GenericValue } from '../fields/generic-input.tsx';
import { borrowedBody, borrowedFields } from './borrowed.ts';
import type { FormExtra } from './form-extra.ts';

const termination = 'vpn.tunneltermination';
const sides = [
  { prefix: 'termination1_', group: 'form.firstTermination' },
  { prefix: 'termination2_', group: 'form.secondTermination' },
] as const;

/** A new tunnel with where it begins and where it ends. */
export const tunnelExtra: FormExtra = {
  uses: [termination],
  fields: ([form]) =>
    sides.flatMap(({ prefix, group }) =>
      borrowedFields(form!, { names: ['role', 'outside_ip', 'termination'], prefix, group: text(group) }),
    ),
  check: (held) =>
    Object.fromEntries(
      sides.flatMap(({ prefix }) =>
        held[`${prefix}outside_ip`] && !isGiven(held[`${prefix}termination`])
          ? [[`${prefix}termination`, text('form.missing')]]
          : [],
      ),
    ),
  steps: async ({ form, held, self, isNew }) =>
    sides.flatMap(({ prefix }) => {
      if (!isNew || !isGiven(held[`${prefix}termination`])) return [];
      const { json, fields } = borrowedBody(form.fields, held, prefix);
      return [{ model: termination, body: { ...json, tunnel: self }, fields }];
    }),
};

const isGiven = (held: unknown): boolean => (held as GenericValue | undefined)?.object != null;
