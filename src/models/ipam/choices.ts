import { choiceSet } from '#fields/choice-set.ts';

export const ipAddressFamily = choiceSet('ipam.IPAddressFamilyChoices', [
  [4, 'IPv4'],
  [6, 'IPv6'],
]);

export const prefixStatus = choiceSet(
  'ipam.PrefixStatusChoices',
  [
    ['container', 'Container', 'gray'],
    ['active', 'Active', 'blue'],
    ['reserved', 'Reserved', 'cyan'],
    ['deprecated', 'Deprecated', 'red'],
  ],
  'Prefix.status',
);

export const ipRangeStatus = choiceSet(
  'ipam.IPRangeStatusChoices',
  [
    ['active', 'Active', 'blue'],
    ['reserved', 'Reserved', 'cyan'],
    ['deprecated', 'Deprecated', 'red'],
  ],
  'IPRange.status',
);

export const ipAddressStatus = choiceSet(
  'ipam.IPAddressStatusChoices',
  [
    ['active', 'Active', 'blue'],
    ['reserved', 'Reserved', 'cyan'],
    ['deprecated', 'Deprecated', 'red'],
    ['dhcp', 'DHCP', 'purple'],
    ['slaac', 'SLAAC', 'purple'],
  ],
  'IPAddress.status',
);

export const ipAddressRole = choiceSet('ipam.IPAddressRoleChoices', [
  ['loopback', 'Loopback', 'gray'],
  ['secondary', 'Secondary', 'blue'],
  ['anycast', 'Anycast', 'yellow'],
  ['vip', 'VIP', 'purple'],
  ['vrrp', 'VRRP', 'green'],
  ['hsrp', 'HSRP', 'green'],
  ['glbp', 'GLBP', 'green'],
  ['carp', 'CARP', 'green'],
]);

export const fhrpGroupProtocol = choiceSet('ipam.FHRPGroupProtocolChoices', [
  {
    group: 'Standard',
    choices: [
      ['vrrp2', 'VRRPv2'],
      ['vrrp3', 'VRRPv3'],
      ['carp', 'CARP'],
    ],
  },
  { group: 'CheckPoint', choices: [['clusterxl', 'ClusterXL']] },
  {
    group: 'Cisco',
    choices: [
      ['hsrp', 'HSRP'],
      ['glbp', 'GLBP'],
    ],
  },
  ['other', 'Other'],
]);

export const fhrpGroupAuthType = choiceSet('ipam.FHRPGroupAuthTypeChoices', [
  ['plaintext', 'Plaintext'],
  ['md5', 'MD5'],
]);

export const vlanStatus = choiceSet(
  'ipam.VLANStatusChoices',
  [
    ['active', 'Active', 'blue'],
    ['reserved', 'Reserved', 'cyan'],
    ['deprecated', 'Deprecated', 'red'],
  ],
  'VLAN.status',
);

export const vlanQinQRole = choiceSet('ipam.VLANQinQRoleChoices', [
  ['svlan', 'Service', 'blue'],
  ['cvlan', 'Customer', 'orange'],
]);

export const serviceProtocol = choiceSet('ipam.ServiceProtocolChoices', [
  ['tcp', 'TCP'],
  ['udp', 'UDP'],
  ['sctp', 'SCTP'],
]);
