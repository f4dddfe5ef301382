import { GraphQLError } from 'graphql';
import type { ReadContext } from '#operations/read/context.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { limits } from './limits.ts';
import type { Row } from './pieces/piece.ts';

/** One request while it is answered: what it reads with, who asks, and what it has cost so far. */
export class Run {
  readonly context: ReadContext;
  /** The condition under which the asker sees objects of the model. */
  readonly visible: (model: Model) => Condition;
  #statements = 0;
  #objects = 0;

  constructor(parts: { context: ReadContext; visible: (model: Model) => Condition }) {
    this.context = parts.context;
    this.visible = parts.visible;
  }

  /** How many statements have been sent. */
  get statements(): number {
    return this.#statements;
  }

  /** Rows of a prepared statement. A value that PostgreSQL can't read is the client's error. */
  async rows(text: string, parameters: readonly string[]): Promise<Row[]> {
    if (++this.#statements > limits.statements)
      throw new GraphQLError(`The query needs more than ${limits.statements} statements.`);
    const rows = await this.context.rows(text, parameters).catch((error: unknown) => {
      const { code, message } = error as { code?: string; message: string };
      throw code?.startsWith('22') ? new GraphQLError(message) : error;
    });
    this.#objects += rows.length;
    if (this.#objects > limits.objects)
      throw new GraphQLError(`The query reaches more than ${limits.objects} objects.`);
    return rows;
  }

  /** Refuses an answer that grows beyond what one request may cost. */
  grown(characters: number): void {
    if (characters > limits.characters)
      throw new GraphQLError(`The query's answer is longer than ${limits.characters} characters.`);
  }
}
