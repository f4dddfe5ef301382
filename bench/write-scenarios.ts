/** A request that writes, with what it must reach. */
export interface WriteScenario {
  readonly name: string;
  readonly what: string;
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  /** The list, below `/api/`. */
  readonly path: string;
  /** The request's body; `ids` are those that the scenario's `POST` made. */
  body(ids: readonly number[], turn: number): unknown[];
  /** Most seconds that it may take. */
  readonly aim?: number;
}

/** Scenarios that follow each other: what the first makes the others change and take away again. */
export interface WriteSequence {
  readonly steps: readonly WriteScenario[];
  /** The tables that the first fills, in an order in which they can be filled, each with the column by which its rows belong to what was made. */
  readonly tables: readonly (readonly [table: string, belongs: string])[];
}

const by = (ids: readonly number[]) => ids.map((id) => ({ id }));
const count = <T>(many: number, make: (index: number) => T): T[] =>
  Array.from({ length: many }, (_, index) => make(index));

const addresses: WriteSequence = {
  tables: [['ipam_ipaddress', 't.id = any($1)']],
  steps: [
    {
      name: 'write-addresses-created',
      what: '1,000 addresses created',
      method: 'POST',
      path: 'ipam/ip-addresses',
      body: () =>
        count(1000, (index) => ({
          address: `198.18.${index >> 8}.${index & 255}/15`,
          dns_name: `h${index}.example.com`,
        })),
      aim: 0.25,
    },
    {
      name: 'write-addresses-updated',
      what: '1,000 addresses changed',
      method: 'PATCH',
      path: 'ipam/ip-addresses',
      body: (ids, turn) => ids.map((id) => ({ id, status: 'reserved', description: `turn ${turn}` })),
      aim: 0.25,
    },
    {
      name: 'write-addresses-deleted',
      what: '1,000 addresses deleted',
      method: 'DELETE',
      path: 'ipam/ip-addresses',
      body: by,
      aim: 0.25,
    },
  ],
};

/** The type of 48 ports and the two panels' devices that are made before anything is measured. */
export interface Prepared {
  readonly deviceType: number;
  readonly role: number;
  readonly site: number;
  /** Interfaces without cables: as many on one side as on the other. */
  readonly sides: readonly [readonly number[], readonly number[]];
}

const devices = ({ deviceType, role, site }: Prepared): WriteSequence => ({
  tables: [
    ['dcim_device', 't.id = any($1)'],
    ['dcim_consoleport', 't.device_id = any($1)'],
    ['dcim_powerport', 't.device_id = any($1)'],
    ['dcim_interface', 't.device_id = any($1)'],
  ],
  steps: [
    {
      name: 'write-devices-created',
      what: '100 devices of a 48-port type created',
      method: 'POST',
      path: 'dcim/devices',
      body: () => count(100, (index) => ({ name: `bench-${index}`, device_type: deviceType, role, site })),
      aim: 1,
    },
    {
      name: 'write-devices-deleted',
      what: 'the same devices deleted',
      method: 'DELETE',
      path: 'dcim/devices',
      body: by,
    },
  ],
});

const cables = ({ sides: [left, right] }: Prepared): WriteSequence => ({
  tables: [
    ['dcim_cable', 't.id = any($1)'],
    ['dcim_cabletermination', 't.cable_id = any($1)'],
  ],
  steps: [
    {
      name: 'write-cables-created',
      what: '200 cables created',
      method: 'POST',
      path: 'dcim/cables',
      body: () =>
        count(200, (index) => ({
          a_terminations: [{ object_type: 'dcim.interface', object_id: left[index] }],
          b_terminations: [{ object_type: 'dcim.interface', object_id: right[index] }],
        })),
    },
    { name: 'write-cables-deleted', what: 'the same cables deleted', method: 'DELETE', path: 'dcim/cables', body: by },
  ],
});

/** Every sequence, on what was made for it. */
export const writeSequences = (prepared: Prepared): readonly WriteSequence[] => [
  addresses,
  devices(prepared),
  cables(prepared),
];

/** Their names, which `npm run bench -- NAME` takes; naming one runs its whole sequence. */
export const writeNames = writeSequences({ deviceType: 0, role: 0, site: 0, sides: [[], []] }).flatMap(({ steps }) =>
  steps.map(({ name }) => name),
);
