import { choiceSet } from '#fields/choice-set.ts';

export const tunnelStatus = choiceSet(
  'vpn.TunnelStatusChoices',
  [
    ['planned', 'Planned', 'cyan'],
    ['active', 'Active', 'green'],
    ['disabled', 'Disabled', 'red'],
  ],
  'Tunnel.status',
);

export const tunnelEncapsulation = choiceSet('vpn.TunnelEncapsulationChoices', [
  ['ipsec-transport', 'IPsec - Transport'],
  ['ipsec-tunnel', 'IPsec - Tunnel'],
  ['ip-ip', 'IP-in-IP'],
  ['gre', 'GRE'],
  ['wireguard', 'WireGuard'],
  ['openvpn', 'OpenVPN'],
  ['l2tp', 'L2TP'],
  ['pptp', 'PPTP'],
]);

export const tunnelTerminationType = choiceSet('vpn.TunnelTerminationTypeChoices', [
  ['dcim.device', 'Device'],
  ['virtualization.virtualmachine', 'Virtual Machine'],
]);

export const tunnelTerminationRole = choiceSet('vpn.TunnelTerminationRoleChoices', [
  ['peer', 'Peer', 'green'],
  ['hub', 'Hub', 'blue'],
  ['spoke', 'Spoke', 'orange'],
]);

export const ikeVersion = choiceSet('vpn.IKEVersionChoices', [
  [1, 'IKEv1'],
  [2, 'IKEv2'],
]);

export const ikeMode = choiceSet('vpn.IKEModeChoices', [
  ['aggressive', 'Aggressive'],
  ['main', 'Main'],
]);

export const authenticationMethod = choiceSet('vpn.AuthenticationMethodChoices', [
  ['preshared-keys', 'Pre-shared keys'],
  ['certificates', 'Certificates'],
  ['rsa-signatures', 'RSA signatures'],
  ['dsa-signatures', 'DSA signatures'],
]);

export const ipSecMode = choiceSet('vpn.IPSecModeChoices', [
  ['esp', 'ESP'],
  ['ah', 'AH'],
]);

export const encryptionAlgorithm = choiceSet('vpn.EncryptionAlgorithmChoices', [
  ['aes-128-cbc', '128-bit AES (CBC)'],
  ['aes-128-gcm', '128-bit AES (GCM)'],
  ['aes-192-cbc', '192-bit AES (CBC)'],
  ['aes-192-gcm', '192-bit AES (GCM)'],
  ['aes-256-cbc', '256-bit AES (CBC)'],
  ['aes-256-gcm', '256-bit AES (GCM)'],
  ['3des-cbc', '3DES'],
  ['des-cbc', 'DES'],
]);

export const authenticationAlgorithm = choiceSet('vpn.AuthenticationAlgorithmChoices', [
  ['hmac-sha1', 'SHA-1 HMAC'],
  ['hmac-sha256', 'SHA-256 HMAC'],
  ['hmac-sha384', 'SHA-384 HMAC'],
  ['hmac-sha512', 'SHA-512 HMAC'],
  ['hmac-md5', 'MD5 HMAC'],
]);

export const dhGroup = choiceSet('vpn.DHGroupChoices', [
  [1, 'Group 1'],
  [2, 'Group 2'],
  [5, 'Group 5'],
  [14, 'Group 14'],
  [15, 'Group 15'],
  [16, 'Group 16'],
  [17, 'Group 17'],
  [18, 'Group 18'],
  [19, 'Group 19'],
  [20, 'Group 20'],
  [21, 'Group 21'],
  [22, 'Group 22'],
  [23, 'Group 23'],
  [24, 'Group 24'],
  [25, 'Group 25'],
  [26, 'Group 26'],
  [27, 'Group 27'],
  [28, 'Group 28'],
  [29, 'Group 29'],
  [30, 'Group 30'],
  [31, 'Group 31'],
  [32, 'Group 32'],
  [33, 'Group 33'],
  [34, 'Group 34'],
]);

export const l2VPNType = choiceSet('vpn.L2VPNTypeChoices', [
  {
    group: 'VPLS',
    choices: [
      ['vpws', 'VPWS'],
      ['vpls', 'VPLS'],
    ],
  },
  {
    group: 'VXLAN',
    choices: [
      ['vxlan', 'VXLAN'],
      ['vxlan-evpn', 'VXLAN-EVPN'],
    ],
  },
  {
    group: 'L2VPN E-VPN',
    choices: [
      ['mpls-evpn', 'MPLS EVPN'],
      ['pbb-evpn', 'PBB EVPN'],
      ['evpn-vpws', 'EVPN VPWS'],
    ],
  },
  {
    group: 'E-Line',
    choices: [
      ['epl', 'EPL'],
      ['evpl', 'EVPL'],
    ],
  },
  {
    group: 'E-LAN',
    choices: [
      ['ep-lan', 'Ethernet Private LAN'],
      ['evp-lan', 'Ethernet Virtual Private LAN'],
    ],
  },
  {
    group: 'E-Tree',
    choices: [
      ['ep-tree', 'Ethernet Private Tree'],
      ['evp-tree', 'Ethernet Virtual Private Tree'],
    ],
  },
  { group: 'Other', choices: [['spb', 'SPB']] },
]);

export const l2VPNStatus = choiceSet(
  'vpn.L2VPNStatusChoices',
  [
    ['active', 'Active', 'green'],
    ['planned', 'Planned', 'cyan'],
    ['decommissioning', 'Decommissioning', 'red'],
  ],
  'L2VPN.status',
);
