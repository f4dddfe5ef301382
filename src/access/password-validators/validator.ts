/** What is known of the person whose password it will be, under NetBox's names. */
export type PasswordOwner = Readonly<Record<'username' | 'first_name' | 'last_name' | 'email', string>>;

/** Says what is wrong with a password; nothing where it is good. */
export type Problem = (password: string, owner: PasswordOwner) => string | undefined | Promise<string | undefined>;

/** A kind of rule: its options, each with the check that its value must pass, and the rule that they make. */
export interface Validator {
  readonly options: Readonly<Record<string, readonly [expected: string, accepts: (value: unknown) => boolean]>>;
  make(options: Readonly<Record<string, unknown>>): Problem;
}
