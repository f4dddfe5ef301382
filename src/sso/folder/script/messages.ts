import type { FolderFile } from '../folder-loader.ts';

/** What of a login crosses to the worker. */
export interface StepFacts {
  readonly response: Readonly<Record<string, unknown>>;
  readonly details: Readonly<Record<string, unknown>>;
  readonly uid: string | null;
  readonly username: string | null;
  readonly isNew: boolean;
  readonly newAssociation: boolean;
  readonly more: Readonly<Record<string, unknown>>;
  readonly user: Readonly<Record<string, unknown>> | null;
  readonly backend: { readonly name: string; readonly label: string };
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What a step may ask of the accounts while it runs. */
export type AccountCall =
  | { readonly name: 'groups.names' | 'user.groups.names' | 'user.groups.clear' }
  | { readonly name: 'groups.create'; readonly group: string }
  | { readonly name: 'user.groups.add' | 'user.groups.remove'; readonly groups: readonly string[] }
  | { readonly name: 'user.save'; readonly changes: Readonly<Record<string, unknown>> };

export type ToWorker =
  | {
      readonly type: 'run';
      readonly run: number;
      readonly stem: string;
      readonly name: string;
      readonly facts: StepFacts;
    }
  | { readonly type: 'answer'; readonly call: number; readonly value?: unknown; readonly error?: string };

export type FromWorker =
  | { readonly type: 'loaded'; readonly files: readonly LoadedScript[] }
  | { readonly type: 'failed'; readonly file: string; readonly line: number | null; readonly reason: string }
  | { readonly type: 'call'; readonly run: number; readonly call: number; readonly ask: AccountCall }
  | { readonly type: 'done'; readonly run: number; readonly result: Readonly<Record<string, unknown>> | null }
  | { readonly type: 'threw'; readonly run: number; readonly refused: boolean; readonly message: string };

export interface LoadedScript {
  readonly name: string;
  readonly stem: string;
  /** Its settings; functions in them stand as the dotted names by which they are called. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly steps: readonly string[];
}

export interface ScriptStart {
  readonly files: readonly FolderFile[];
}
