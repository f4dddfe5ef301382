import { type DemoNetwork, slugged } from './network.ts';

/** Tags, custom fields, tenants and people: what others refer to. */
export async function addOrganisation(net: DemoNetwork): Promise<void> {
  // ---- Tags and custom fields
  await net.add('extras.tag', [
    { ...slugged('Critical'), color: 'f44336', description: 'Somebody is woken up when it fails' },
    { ...slugged('Monitored'), color: '4caf50', description: 'Polled by the monitoring' },
    { ...slugged('Lease'), color: 'ff9800', description: 'Goes back to the lender' },
    { ...slugged('Laboratory'), color: '9c27b0', description: 'Used by the laboratories' },
  ]);
  await net.add('extras.customfieldchoiceset', [
    {
      name: 'Support levels',
      description: 'What was agreed with whoever repairs it',
      extra_choices: [
        ['none', 'No contract'],
        ['nbd', 'Next business day'],
        ['4h', 'Four hours'],
      ],
    },
  ]);
  await net.add('extras.customfield', [
    {
      name: 'support_level',
      label: 'Support level',
      group_name: 'Contracts',
      type: 'select',
      object_types: ['dcim.device'],
      choice_set: net.id('extras.customfieldchoiceset', 'Support levels'),
      default: 'nbd',
    },
    {
      name: 'support_ends',
      label: 'Support ends',
      group_name: 'Contracts',
      type: 'date',
      object_types: ['dcim.device', 'circuits.circuit'],
    },
    {
      name: 'cost_centre',
      label: 'Cost centre',
      type: 'integer',
      object_types: ['dcim.site', 'tenancy.tenant', 'virtualization.virtualmachine'],
      validation_minimum: 1000,
      validation_maximum: 9999,
    },
  ]);

  // ---- Tenants
  await net.add('tenancy.tenantgroup', [slugged('Corporate functions'), slugged('Product lines')]);
  const functions = net.id('tenancy.tenantgroup', 'Corporate functions');
  const lines = net.id('tenancy.tenantgroup', 'Product lines');
  await net.add('tenancy.tenant', [
    { ...slugged('IT Operations'), group: functions, custom_fields: { cost_centre: 1100 } },
    { ...slugged('Finance'), group: functions, custom_fields: { cost_centre: 1200 } },
    { ...slugged('Optical Sensors'), group: lines, custom_fields: { cost_centre: 2100 } },
    { ...slugged('Weighing Systems'), group: lines, custom_fields: { cost_centre: 2200 } },
    { ...slugged('Acoustics'), group: lines, custom_fields: { cost_centre: 2300 } },
  ]);

  // ---- People
  await net.add('tenancy.contactgroup', [slugged('Own staff'), slugged('Service partners')]);
  await net.add('tenancy.contactrole', [slugged('Network on call'), slugged('Facilities'), slugged('Account manager')]);
  const staff = [net.id('tenancy.contactgroup', 'Own staff')];
  const partners = [net.id('tenancy.contactgroup', 'Service partners')];
  const person = (name: string, title: string, phone: string, groups: number[]) => ({
    name,
    title,
    phone,
    email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@lindenhof.example`,
    groups,
  });
  await net.add('tenancy.contact', [
    person('Merle Asmussen', 'Head of networks', '+49 4131 555 0101', staff),
    person('Tarik Yildirim', 'Network engineer', '+49 4131 555 0102', staff),
    person('Ines Brockmann', 'Data centre manager', '+49 4131 555 0103', staff),
    person('Ole Petersen', 'Caretaker', '+49 4131 555 0104', staff),
    person('Greta Voss', 'Key account manager', '+49 40 555 0190', partners),
  ]);
}
