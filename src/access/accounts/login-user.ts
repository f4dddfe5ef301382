/** An account during a login, as the database has it at the moment. */
export interface LoginUser {
  readonly id: string;
  readonly username: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly is_active: boolean;
  readonly is_superuser: boolean;
}

/** What of an account a step may change. */
export type UserChanges = Partial<Omit<LoginUser, 'id'>>;
