/** One row as PostgreSQL's texts, in the order of the shape's columns. */
export type Row = readonly (string | null)[];
