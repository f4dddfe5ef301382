/** A text that depends on a number: a form for each of the language's plural categories (`one`, `few` …) that it needs. */
export type Plural<Template extends string = string> = {
  readonly [Category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string;
} & {
  /** The parameter that decides, where it isn't `count`. */
  readonly by?: string;
  readonly other: Template;
};

export type Text<Template extends string = string> = Template | Plural<Template>;

/** The `{parameters}` of a text. What has spaces or quotes in it is JSON, not a parameter. */
export type Parameters<T> = T extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string}${' ' | '"'}${string}` ? never : Name) | Parameters<Rest>
  : T extends Plural<infer Template>
    ? Parameters<Template>
    : never;

/**
 * The same texts in another language: every one of them and no others, each with the parameters of the English one, and
 * with plural forms where the language wants them.
 */
export type Translation<English> = {
  readonly [Key in keyof English]: Text<With<Parameters<English[Key]>>>;
};

/** A text that has each of the parameters in it. */
type With<Names extends string> = [Names] extends [never]
  ? string
  : (Names extends unknown ? (template: `${string}{${Names}}${string}`) => void : never) extends (
        template: infer Template extends string,
      ) => void
    ? Template
    : never;
