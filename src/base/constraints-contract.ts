/** Constraints as NetBox writes them: one object, or a list of objects of which any may match. */
export type Constraints = Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[] | null;
