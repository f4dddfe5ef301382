import { array } from '#fields/array/array.ts';
import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { cableEnd } from './choices/cables.ts';

/** What ends a cable: which, at which end, and what is at the other. */
export const linkFields = {
  cable: foreignKey('dcim.cable', { null: true, blank: true, onDelete: 'set null', rest: { readOnly: true } }),
  cable_end: choice(cableEnd, {
    plain: true,
    null: true,
    blank: true,
    max: 1,
    rest: { readOnly: true },
    filter: { kind: 'choice' },
  }),
  link_peers: computed('linkPeers', 'any'),
  link_peers_type: computed('linkPeersType', 'any', { rest: { readOnly: true, allowNull: true } }),
};

/** Where the path that begins here leads to. */
export const endpointFields = {
  connected_endpoints: computed('connectedEndpoints', 'any'),
  connected_endpoints_type: computed('connectedEndpointsType', 'any', { rest: { readOnly: true, allowNull: true } }),
  connected_endpoints_reachable: computed('connectedEndpointsReachable', 'any'),
};

/** Which of a cable's connectors this is, and which positions of it. */
export const cablePositionFields = {
  cable_connector: integer({
    null: true,
    blank: true,
    bits: 16,
    positive: true,
    minimum: 1,
    maximum: 256,
    rest: false,
  }),
  cable_positions: array(integer({ bits: 16 }), { null: true, blank: true, rest: false }),
};
