/** A value that one of authentik's tags stands for, found out when its entry is applied. */
export class Tagged {
  readonly tag: string;
  readonly value: unknown;
  readonly line: number;
  constructor(tag: string, value: unknown, line: number) {
    this.tag = tag;
    this.value = value;
    this.line = line;
  }
}

/** Whether a value is a mapping, and no tag. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Tagged);
