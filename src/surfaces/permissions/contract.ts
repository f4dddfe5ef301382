/** What the pages of permissions ask and are told. */
import type { Grant } from '#access/contract.ts';
import type { ChoiceMeta } from '../meta/contract.ts';

/** `GET /patchbay/permissions/fields/<app>/<endpoint>/` */
export interface ConstraintFields {
  readonly fields: readonly ConstraintField[];
}

/** What a permission's constraint may compare, or walk through. */
export interface ConstraintField {
  /** As constraints name it. */
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'boolean' | 'choice' | 'moment' | 'network' | 'json' | 'relation';
  /** Relations: where they lead. */
  readonly model?: string;
  /** Relations: there may be several objects at the other end. */
  readonly many?: true;
  readonly choices?: readonly ChoiceMeta[];
}

/** `POST /patchbay/permissions/try/` */
export interface TryAsked {
  readonly object_types: readonly string[];
  readonly constraints: unknown;
  /** Whom `$user` stands for; whoever asks, where none is named. */
  readonly user?: number | null;
}

export interface TryAnswer {
  readonly results: readonly Tried[];
}

/** What permissions would allow: of one type, how many objects there are and how many match; or what is wrong. */
export type Tried =
  | { readonly type: string; readonly matched: number; readonly total: number }
  | { readonly type: string; readonly error: string };

/** `GET /patchbay/permissions/users/<id>/` and `…/groups/<id>/` */
export interface HeldPermissions {
  readonly is_superuser: boolean;
  readonly is_active: boolean;
  readonly grants: readonly Grant[];
}
