/** One deviation of a model's GraphQL type or filter, as `GraphqlFacts` spells it. */
export interface Token {
  readonly name: string;
  /** Takes the field away. */
  readonly removed: boolean;
  /** The field, relation or behaviour behind it, where it isn't the name. */
  readonly source: string | undefined;
  /** The type in GraphQL's spelling. */
  readonly type: string | undefined;
  /** `!`: never null; `?`: may be null. */
  readonly nullable: boolean | undefined;
  /** Whether a list takes filters and pagination, where it is said. */
  readonly paged: boolean | undefined;
}

const pattern = /^(-)?(\w+)(\[\]|\(\))?([!?])?(?:=([^:]+))?(?::(.+))?$/;

/** The tokens of a text. Throws naming the one that can't be read. */
export function tokensOf(text = ''): Token[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((token) => {
      const match = pattern.exec(token);
      if (!match) throw new Error(`${token} is no token of a GraphQL type`);
      const [, removed, name, list, mark, source, type] = match;
      return {
        name: name!,
        removed: removed !== undefined,
        source,
        type,
        nullable: mark === undefined ? undefined : mark === '?',
        paged: list === undefined ? undefined : list === '()',
      };
    });
}
