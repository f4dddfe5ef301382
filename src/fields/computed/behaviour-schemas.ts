import type { ValueSchema } from '../kind.ts';

const anything: ValueSchema = { type: 'array', items: {} };

/** What behaviours return where `returns` is too coarse to say it; `$ref` names a component of its own. */
export const behaviourSchemas: Readonly<Record<string, ValueSchema>> = {
  aTerminations: { type: 'array', items: { $ref: 'GenericObject' } },
  bTerminations: { type: 'array', items: { $ref: 'GenericObject' } },
  circuitCount: { type: 'integer', format: 'int64' },
  configContext: { nullable: true },
  connectedEndpoints: { ...anything, nullable: true },
  connectedEndpointsReachable: { type: 'boolean' },
  connectedEndpointsType: { type: 'string' },
  dataType: { type: 'string' },
  modelDescription: { type: 'string' },
  linkPeers: anything,
  linkPeersType: { type: 'string' },
  occupied: { type: 'boolean' },
  parentDevice: { nullable: true },
  ports: { type: 'array', items: { type: 'integer' } },
  restApiEndpoint: { type: 'string' },
  scriptDescription: { type: 'string', nullable: true },
  scriptVariables: { nullable: true },
  taggedObject: { nullable: true },
  taggedObjectType: { type: 'string' },
  unitCount: { type: 'integer', format: 'int32' },
};
