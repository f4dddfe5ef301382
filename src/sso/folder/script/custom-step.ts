/** What a step of one's own is told, and what it may do: the types for files of the configuration folder. */
export interface CustomStepInput {
  /** The token response, the id_token's claims and userinfo, merged. */
  readonly response: Readonly<Record<string, unknown>>;
  /** username, email, fullname, first_name, last_name. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly uid: string | null;
  readonly username: string | null;
  readonly isNew: boolean;
  readonly newAssociation: boolean;
  readonly backend: {
    readonly name: string;
    readonly label: string;
    setting(name: string, otherwise?: unknown): unknown;
  };
  /** The account; null before `create_user` or `social_user` found one. */
  readonly user: CustomUser | null;
  readonly groups: {
    /** The names of all groups that there are. */
    names(): Promise<readonly string[]>;
    /** Makes a group unless it is there; whether it was made. */
    create(name: string): Promise<boolean>;
  };
  /** Turns whoever logs in away; they are shown the message. */
  refuse(message: string): never;
  /** What earlier steps handed on. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** An account, changed in the login's transaction. */
export interface CustomUser {
  readonly id: string;
  readonly username: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly is_active: boolean;
  readonly is_superuser: boolean;
  save(changes: {
    readonly username?: string;
    readonly first_name?: string;
    readonly last_name?: string;
    readonly email?: string;
    readonly is_active?: boolean;
    readonly is_superuser?: boolean;
  }): Promise<void>;
  readonly groups: {
    names(): Promise<readonly string[]>;
    /** Makes the user a member, and the group where there is none. */
    add(...names: readonly string[]): Promise<void>;
    remove(...names: readonly string[]): Promise<void>;
    clear(): Promise<void>;
  };
}

/** What a step may hand on: details for the steps behind it, and anything else under names of its own. */
export type CustomStepResult = { readonly details?: Readonly<Record<string, unknown>> } & Readonly<
  Record<string, unknown>
>;

/** A step of one's own. */
export type CustomStep = (
  input: CustomStepInput,
) => Promise<CustomStepResult | undefined> | CustomStepResult | undefined;
