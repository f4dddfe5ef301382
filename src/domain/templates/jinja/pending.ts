/**
 * What stands for a value that is still to be read: it can be asked for members and called, and is written as nothing.
 * A rendering that met one is thrown away, and done again with the value.
 */
export const pending: (...given: unknown[]) => unknown = () => pending;
