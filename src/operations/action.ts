import type { Readable } from 'node:stream';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { ReadContext } from './read/context.ts';

/** Who asks, as far as operations and actions need to know. */
export interface Asker {
  readonly userId: string | undefined;
  readonly username: string | undefined;
  readonly isSuperuser: boolean;
  /** How the request was authenticated. */
  readonly by: 'token' | 'session' | 'none';
  /** Whether the token may write; sessions may. */
  readonly mayWrite: boolean;
  /** Whether whole objects are asked for: with the fields that REST doesn't serve and the interface shows. */
  readonly whole?: boolean;
}

/** What an action is told. */
export interface ActionRequest {
  readonly method: string;
  /** The key in the path, as text; undefined for an action on the collection or of no model. */
  readonly key: string | undefined;
  /** Parts of the path behind the action's own path. */
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The address at the other end of the connection. */
  readonly address: string | undefined;
  /** The path that was asked, without origin: `/api/dcim/racks/1/elevation/`. */
  readonly path: string;
  readonly asker: Asker;
  readonly sql: Sql;
  readonly context: ReadContext;
  readonly settings: Settings;
  /** What the asker may do with objects of the model: a condition on them; `never` where nothing. */
  permits(model: Model, action: string): Condition;
}

/** An answer: JSON text, another type's text or bytes, or what is written while it is sent. */
export interface Answer {
  readonly status: number;
  readonly json?: string;
  readonly body?: string | Buffer;
  readonly stream?: Readable;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An endpoint that one model has beside those that every model has, or that stands alone. */
export interface Action {
  /** `dcim.interface`; absent for an endpoint of no model. */
  readonly model?: string;
  /** Below the object (`trace`), below the collection where `collection` is true, or below /api/ (`dcim/connected-device`). */
  readonly path: string;
  readonly collection?: boolean;
  readonly methods: readonly ('GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE')[];
  /** The object in the path may be named otherwise than by its key: `run` finds it. */
  readonly named?: boolean;
  /** What OPTIONS tells of the body that POST takes. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Whether people who are not logged in may come this far. */
  readonly open?: boolean;
  /** Refuses those who may not even ask what there is: before `run`, and before OPTIONS tells. Throws 403. */
  guard?(asker: Asker): void;
  run(request: ActionRequest): Promise<Answer>;
}
