/**
 * A line of the menu: the model, what its list is called there where that isn't its plural, its shortcut after `g`, and
 * the address of a page of its own where it is not the list.
 */
export type MenuLine = readonly [model: string, label: string, key?: string | undefined, path?: string];

export interface MenuDeclaration {
  readonly label: string;
  /** Named for web/shell/menu-icons.ts. */
  readonly icon: string;
  readonly groups: Readonly<Record<string, readonly MenuLine[]>>;
}

/** The menu, in the order and with the names that NetBox 4.7's has. */
export const navigation: readonly MenuDeclaration[] = [
  {
    label: 'Organization',
    icon: 'building',
    groups: {
      Sites: [
        ['dcim.region', 'Regions'],
        ['dcim.sitegroup', 'Site Groups'],
        ['dcim.site', 'Sites', 's'],
        ['dcim.location', 'Locations'],
      ],
      Tenancy: [
        ['tenancy.tenant', 'Tenants', 't'],
        ['tenancy.tenantgroup', 'Tenant Groups'],
      ],
      Contacts: [
        ['tenancy.contact', 'Contacts'],
        ['tenancy.contactgroup', 'Contact Groups'],
        ['tenancy.contactrole', 'Contact Roles'],
        ['tenancy.contactassignment', 'Contact Assignments'],
      ],
    },
  },
  {
    label: 'Racks',
    icon: 'rack',
    groups: {
      Racks: [
        ['dcim.rack', 'Racks', 'r'],
        ['dcim.rack', 'Elevations', 'e', 'dcim/rack-elevations'],
        ['dcim.rackreservation', 'Reservations'],
      ],
      'Rack Organization': [
        ['dcim.rackgroup', 'Rack Groups'],
        ['dcim.rackrole', 'Rack Roles'],
      ],
      'Rack Types': [['dcim.racktype', 'Rack Types']],
    },
  },
  {
    label: 'Devices',
    icon: 'server',
    groups: {
      Devices: [
        ['dcim.device', 'Devices', 'd'],
        ['dcim.module', 'Modules'],
        ['dcim.devicerole', 'Device Roles'],
        ['dcim.platform', 'Platforms'],
        ['dcim.virtualchassis', 'Virtual Chassis'],
        ['dcim.virtualdevicecontext', 'Virtual Device Contexts'],
      ],
      'Device Types': [
        ['dcim.devicetype', 'Device Types', 'y'],
        ['dcim.moduletype', 'Module Types'],
        ['dcim.moduletypeprofile', 'Module Type Profiles'],
        ['dcim.modulebaytype', 'Module Bay Types'],
        ['dcim.manufacturer', 'Manufacturers'],
      ],
      'Device Components': [
        ['dcim.interface', 'Interfaces', 'i'],
        ['dcim.frontport', 'Front Ports'],
        ['dcim.rearport', 'Rear Ports'],
        ['dcim.consoleport', 'Console Ports'],
        ['dcim.consoleserverport', 'Console Server Ports'],
        ['dcim.powerport', 'Power Ports'],
        ['dcim.poweroutlet', 'Power Outlets'],
        ['dcim.coolingintake', 'Cooling Intakes'],
        ['dcim.coolingoutflow', 'Cooling Outflows'],
        ['dcim.modulebay', 'Module Bays'],
        ['dcim.devicebay', 'Device Bays'],
        ['dcim.inventoryitem', 'Inventory Items'],
        ['dcim.inventoryitemrole', 'Inventory Item Roles'],
      ],
      Addressing: [['dcim.macaddress', 'MAC Addresses']],
    },
  },
  {
    label: 'Connections',
    icon: 'plug',
    groups: {
      Connections: [
        ['dcim.cable', 'Cables', 'c'],
        ['dcim.cablebundle', 'Cable Bundles'],
        ['wireless.wirelesslink', 'Wireless Links'],
      ],
    },
  },
  {
    label: 'Wireless',
    icon: 'wifi',
    groups: {
      Wireless: [
        ['wireless.wirelesslan', 'Wireless LANs'],
        ['wireless.wirelesslangroup', 'Wireless LAN Groups'],
      ],
    },
  },
  {
    label: 'IPAM',
    icon: 'network',
    groups: {
      'IP Addresses': [
        ['ipam.ipaddress', 'IP Addresses', 'a'],
        ['ipam.iprange', 'IP Ranges'],
      ],
      Prefixes: [
        ['ipam.prefix', 'Prefixes', 'p'],
        ['ipam.role', 'Prefix & VLAN Roles'],
      ],
      ASNs: [
        ['ipam.asnrange', 'ASN Ranges'],
        ['ipam.asn', 'ASNs'],
      ],
      Aggregates: [
        ['ipam.aggregate', 'Aggregates'],
        ['ipam.rir', 'RIRs'],
      ],
      VRFs: [
        ['ipam.vrf', 'VRFs', 'f'],
        ['ipam.routetarget', 'Route Targets'],
      ],
      VLANs: [
        ['ipam.vlan', 'VLANs', 'v'],
        ['ipam.vlangroup', 'VLAN Groups'],
        ['ipam.vlantranslationpolicy', 'VLAN Translation Policies'],
        ['ipam.vlantranslationrule', 'VLAN Translation Rules'],
      ],
      Other: [
        ['ipam.fhrpgroup', 'FHRP Groups'],
        ['ipam.servicetemplate', 'Application Service Templates'],
        ['ipam.service', 'Application Services'],
      ],
    },
  },
  {
    label: 'VPN',
    icon: 'lock',
    groups: {
      Tunnels: [
        ['vpn.tunnel', 'Tunnels'],
        ['vpn.tunnelgroup', 'Tunnel Groups'],
        ['vpn.tunneltermination', 'Tunnel Terminations'],
      ],
      L2VPNs: [
        ['vpn.l2vpn', 'L2VPNs'],
        ['vpn.l2vpntermination', 'L2VPN Terminations'],
      ],
      Security: [
        ['vpn.ikeproposal', 'IKE Proposals'],
        ['vpn.ikepolicy', 'IKE Policies'],
        ['vpn.ipsecproposal', 'IPSec Proposals'],
        ['vpn.ipsecpolicy', 'IPSec Policies'],
        ['vpn.ipsecprofile', 'IPSec Profiles'],
      ],
    },
  },
  {
    label: 'Virtualization',
    icon: 'cloud',
    groups: {
      'Virtual Machines': [
        ['virtualization.virtualmachine', 'Virtual Machines', 'm'],
        ['virtualization.vminterface', 'Interfaces'],
        ['virtualization.virtualdisk', 'Virtual Disks'],
        ['virtualization.virtualmachinetype', 'Virtual Machine Types'],
      ],
      Clusters: [
        ['virtualization.cluster', 'Clusters'],
        ['virtualization.clustertype', 'Cluster Types'],
        ['virtualization.clustergroup', 'Cluster Groups'],
      ],
    },
  },
  {
    label: 'Circuits',
    icon: 'circuit',
    groups: {
      Circuits: [
        ['circuits.circuit', 'Circuits', 'u'],
        ['circuits.circuittype', 'Circuit Types'],
        ['circuits.circuittermination', 'Circuit Terminations'],
      ],
      'Virtual Circuits': [
        ['circuits.virtualcircuit', 'Virtual Circuits'],
        ['circuits.virtualcircuittype', 'Virtual Circuit Types'],
        ['circuits.virtualcircuittermination', 'Virtual Circuit Terminations'],
      ],
      Groups: [
        ['circuits.circuitgroup', 'Circuit Groups'],
        ['circuits.circuitgroupassignment', 'Group Assignments'],
      ],
      Providers: [
        ['circuits.provider', 'Providers'],
        ['circuits.provideraccount', 'Provider Accounts'],
        ['circuits.providernetwork', 'Provider Networks'],
      ],
    },
  },
  {
    label: 'Power',
    icon: 'bolt',
    groups: {
      Power: [
        ['dcim.powerfeed', 'Power Feeds'],
        ['dcim.powerpanel', 'Power Panels'],
      ],
    },
  },
  {
    label: 'Cooling',
    icon: 'snowflake',
    groups: {
      Cooling: [
        ['dcim.coolingsource', 'Cooling Sources'],
        ['dcim.coolingfeed', 'Cooling Feeds'],
      ],
    },
  },
  {
    label: 'Provisioning',
    icon: 'file',
    groups: {
      Configurations: [
        ['extras.configcontext', 'Config Contexts'],
        ['extras.configcontextprofile', 'Config Context Profiles'],
        ['extras.configtemplate', 'Config Templates'],
      ],
    },
  },
  {
    label: 'Customization',
    icon: 'tool',
    groups: {
      Customization: [
        ['extras.customfield', 'Custom Fields'],
        ['extras.customfieldchoiceset', 'Custom Field Choices'],
        ['extras.customlink', 'Custom Links'],
        ['extras.exporttemplate', 'Export Templates'],
        ['extras.savedfilter', 'Saved Filters'],
        ['extras.tableconfig', 'Table Configs'],
        ['extras.tag', 'Tags'],
        ['extras.imageattachment', 'Image Attachments'],
      ],
      Scripts: [['extras.script', 'Scripts']],
    },
  },
  {
    label: 'Operations',
    icon: 'activity',
    groups: {
      Integrations: [
        ['core.datasource', 'Data Sources'],
        ['extras.eventrule', 'Event Rules'],
        ['extras.webhook', 'Webhooks'],
      ],
      Jobs: [['core.job', 'Jobs']],
      Logging: [
        ['extras.notificationgroup', 'Notification Groups'],
        ['extras.journalentry', 'Journal Entries'],
        ['core.objectchange', 'Change Log'],
      ],
    },
  },
  {
    label: 'Admin',
    icon: 'users',
    groups: {
      Authentication: [
        ['users.user', 'Users'],
        ['users.group', 'Groups'],
        ['users.token', 'API Tokens'],
        ['users.objectpermission', 'Permissions'],
        ['users.objectpermission', 'Permission Matrix', undefined, 'users/permission-matrix'],
        ['users.user', 'Identity Provider', undefined, 'identity-provider'],
      ],
      Ownership: [
        ['users.ownergroup', 'Owner Groups'],
        ['users.owner', 'Owners'],
      ],
      System: [
        ['core.configrevision', 'Configuration', undefined, 'core/config-revisions'],
        ['core.configrevision', 'System', undefined, 'core/system'],
      ],
    },
  },
];
