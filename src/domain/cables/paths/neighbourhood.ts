import { arrayElements } from '#fields/array-text.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { terminationKind } from '../termination-kinds.ts';
import type { Term } from './term.ts';
import { termColumns, termOf } from './term-sql.ts';

/** One end of a cable: an object, and the connector and positions that it takes. */
export interface CableEnd {
  readonly end: string;
  readonly connector: number | null;
  readonly positions: readonly number[];
  readonly node: string;
}

export interface CableFacts {
  readonly id: string;
  readonly status: string;
  readonly profile: string;
  /** By end, connector and age. */
  readonly ends: readonly CableEnd[];
}

export interface LinkFacts {
  readonly id: string;
  readonly status: string;
  readonly a: string;
  readonly b: string;
}

/** One position of a front port and the position of a rear port behind it. */
export interface Mapping {
  /** Grows with every mapping made. */
  readonly age: number;
  readonly front: string;
  readonly frontPosition: number;
  readonly rear: string;
  readonly rearPosition: number;
}

/** What a trace must know to go on: nodes of objects, or ids of the others. */
export interface Need {
  readonly kind: 'terms' | 'cables' | 'links' | 'front' | 'rear' | 'circuits' | 'channels';
  readonly keys: readonly string[];
}

/** What is around the traces of one request: loaded kind by kind as they reach it, each object once. */
export class Neighbourhood {
  readonly terms = new Map<string, Term>();
  readonly cables = new Map<string, CableFacts>();
  readonly links = new Map<string, LinkFacts>();
  readonly front = new Map<string, Mapping[]>();
  readonly rear = new Map<string, Mapping[]>();
  /** Ends of circuits, by circuit. */
  readonly circuits = new Map<string, Term[]>();
  /** Channels, by the node of the interface that they are parts of. */
  readonly channels = new Map<string, Term[]>();
  readonly #context: WriteContext;
  readonly #asked = new Set<string>();

  constructor(context: WriteContext) {
    this.#context = context;
  }

  /** The node of a row of a model. */
  node(model: string, id: string): string {
    return `${this.#context.contentTypes.id(model)}:${id}`;
  }

  /** Loads what is needed and not known yet: one statement a kind. */
  async load(needs: readonly Need[]): Promise<void> {
    const missing = new Map<Need['kind'], string[]>();
    for (const { kind, keys } of needs)
      for (const key of keys) {
        const id = `${kind} ${key}`;
        if (this.#asked.has(id)) continue;
        this.#asked.add(id);
        const list = missing.get(kind);
        if (list) list.push(key);
        else missing.set(kind, [key]);
      }
    await Promise.all([...missing].map(([kind, keys]) => this.#load[kind](keys)));
  }

  #rows(text: string, keys: readonly string[]) {
    return this.#context.rows(text, [`{${keys.join(',')}}`]);
  }

  #keep(term: Term): void {
    this.terms.set(term.node, term);
    this.#asked.add(`terms ${term.node}`);
  }

  readonly #load: Readonly<Record<Need['kind'], (keys: readonly string[]) => Promise<void>>> = {
    terms: async (nodes) => {
      const { contentTypes, rows } = this.#context;
      const byType = new Map<string, string[]>();
      for (const node of nodes) {
        const [type, id] = node.split(':') as [string, string];
        byType.set(type, [...(byType.get(type) ?? []), id]);
      }
      const parameters: string[] = [];
      const selects = [...byType].flatMap(([type, ids]) => {
        const kind = terminationKind(contentTypes.name(type));
        if (!kind) return [];
        parameters.push(`{${ids.join(',')}}`);
        return [`select ${termColumns(kind, type)} from ${kind.table} t where t.id = any($${parameters.length})`];
      });
      if (selects.length === 0) return;
      for (const row of await rows(selects.join(' union all '), parameters)) this.#keep(termOf(row, contentTypes));
    },

    cables: async (ids) => {
      for (const [id, status, profile, end, connector, positions, type, object] of await this.#rows(
        `select c.id, c.status, c.profile, t.cable_end, t.connector, t.positions, t.termination_type_id, t.termination_id
         from dcim_cable c left join dcim_cabletermination t on t.cable_id = c.id
         where c.id = any($1) order by c.id, t.cable_end, t.connector, t.id`,
        ids,
      )) {
        const cable = this.cables.get(id!) ?? { id: id!, status: status!, profile: profile!, ends: [] };
        this.cables.set(id!, cable);
        if (end)
          (cable.ends as CableEnd[]).push({
            end,
            connector: connector ? Number(connector) : null,
            positions: positions ? arrayElements(positions).map(Number) : [],
            node: `${type}:${object}`,
          });
      }
    },

    links: async (ids) => {
      for (const [id, status, a, b] of await this.#rows(
        'select id, status, interface_a_id, interface_b_id from wireless_wirelesslink where id = any($1)',
        ids,
      ))
        this.links.set(id!, {
          id: id!,
          status: status!,
          a: this.node('dcim.interface', a!),
          b: this.node('dcim.interface', b!),
        });
    },

    front: (ids) => this.#loadMappings('front', ids),
    rear: (ids) => this.#loadMappings('rear', ids),

    circuits: async (ids) => {
      const { contentTypes } = this.#context;
      const model = 'circuits.circuittermination';
      for (const row of await this.#rows(
        `select ${termColumns(terminationKind(model)!, contentTypes.id(model)!)}
         from circuits_circuittermination t join circuits_circuit c on c.id = t.circuit_id
         join circuits_provider p on p.id = c.provider_id
         left join circuits_provideraccount a on a.id = c.provider_account_id
         where t.circuit_id = any($1) order by p.name, a.account, c.cid, t.term_side`,
        ids,
      )) {
        const term = termOf(row, contentTypes);
        this.#keep(term);
        this.circuits.set(term.parent!, [...(this.circuits.get(term.parent!) ?? []), term]);
      }
    },

    channels: async (nodes) => {
      const { contentTypes } = this.#context;
      const type = contentTypes.id('dcim.interface')!;
      for (const row of await this.#rows(
        `select ${termColumns(terminationKind('dcim.interface')!, type)}, t.parent_id from dcim_interface t
         where t.parent_id = any($1) and t.channel_id is not null order by t.channel_id, t.id`,
        nodes.map((node) => node.split(':')[1]!),
      )) {
        const term = termOf(row, contentTypes);
        const parent = `${type}:${row.at(-1)}`;
        this.#keep(term);
        this.channels.set(parent, [...(this.channels.get(parent) ?? []), term]);
      }
    },
  };

  async #loadMappings(side: 'front' | 'rear', ids: readonly string[]): Promise<void> {
    for (const [age, front, frontPosition, rear, rearPosition] of await this.#rows(
      `select id, front_port_id, front_port_position, rear_port_id, rear_port_position
       from dcim_portmapping where ${side}_port_id = any($1) order by id`,
      ids,
    )) {
      const mapping = {
        age: Number(age),
        front: front!,
        frontPosition: Number(frontPosition),
        rear: rear!,
        rearPosition: Number(rearPosition),
      };
      const port = mapping[side];
      this[side].set(port, [...(this[side].get(port) ?? []), mapping]);
    }
  }
}
