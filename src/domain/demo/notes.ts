import type { DemoNetwork } from './network.ts';
import { sites } from './plan.ts';

/** What is said about what is there: who answers for it, its configuration, a note. */
export async function addNotes(net: DemoNetwork): Promise<void> {
  const assign = (type: string, name: string, contact: string, role: string, priority: string) => ({
    object_type: type,
    object_id: net.id(type, name),
    contact: net.id('tenancy.contact', contact),
    role: net.id('tenancy.contactrole', role),
    priority,
  });
  await net.add('tenancy.contactassignment', [
    ...sites.flatMap(({ name }) => [
      assign('dcim.site', name, 'Tarik Yildirim', 'Network on call', 'primary'),
      assign('dcim.site', name, 'Merle Asmussen', 'Network on call', 'secondary'),
    ]),
    assign('dcim.site', 'Lindenhof Campus', 'Ole Petersen', 'Facilities', 'primary'),
    assign('dcim.site', 'Hamburg DC', 'Ines Brockmann', 'Facilities', 'primary'),
    assign('dcim.site', 'Bremen DC', 'Ines Brockmann', 'Facilities', 'primary'),
    assign('circuits.provider', 'Kranich Telekom', 'Greta Voss', 'Account manager', 'primary'),
  ]);
  await net.add('extras.configcontext', [
    {
      name: 'Everywhere',
      weight: 100,
      data: { ntp: ['10.32.0.10', '10.48.0.10'], dns: { search: 'lindenhof.example', servers: ['10.32.1.61'] } },
    },
    ...sites.map(({ name, octet }) => ({
      name,
      weight: 500,
      sites: [net.id('dcim.site', name)],
      data: { syslog: `10.${octet}.192.5`, site: { asn: 65000 + octet } },
    })),
    {
      name: 'Access switches',
      weight: 1000,
      roles: [net.id('dcim.devicerole', 'Access switch')],
      data: { access: { spanning_tree: 'rapid', storm_control: 5 } },
    },
  ]);
  await net.add('extras.journalentry', [
    {
      assigned_object_type: 'dcim.site',
      assigned_object_id: net.id('dcim.site', 'Hamburg DC'),
      kind: 'info',
      comments: 'The second chiller is on order; row B stays half empty until it runs.',
    },
  ]);
}
