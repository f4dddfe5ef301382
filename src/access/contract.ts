/** What the interface is told of permissions and sessions. */
import type { Constraints } from '#base/constraints-contract.ts';

/** What a permission, or a setting, allows somebody. */
export interface Grant {
  /** The permission's key; null: DEFAULT_PERMISSIONS. */
  readonly id: number | null;
  readonly name: string;
  readonly description: string;
  readonly objectTypes: readonly string[];
  readonly actions: readonly string[];
  readonly constraints: Constraints;
  /** Whether it is given to the user (or group) itself. */
  readonly direct: boolean;
  /** The groups through which it comes. */
  readonly groups: readonly GroupName[];
}

export interface GroupName {
  readonly id: number;
  readonly name: string;
}

/** A running session of somebody, as they see it. */
export interface OwnSession {
  /** Tells it from the others and doesn't let anybody in. */
  readonly id: string;
  readonly current: boolean;
  readonly started: string;
  readonly seen: string;
  readonly expires: string;
  readonly address: string | null;
  readonly agent: string | null;
  readonly provider: string | null;
}
