import { ImportError } from './errors.ts';

/** One thing a plain pg_dump holds. */
export type DumpItem =
  | { kind: 'statement'; text: string; line: number }
  /** `COPY … FROM stdin`; its rows must be read before the next item is asked for. */
  | { kind: 'copy'; text: string; line: number; rows: AsyncIterable<Buffer> }
  /** A line for psql, such as `\connect name`. */
  | { kind: 'meta'; text: string; line: number };

/** The comment that pg_dump ends with: a dump without it was cut short. */
const endMarker = /^-- PostgreSQL database (cluster )?dump complete/;

/**
 * Takes a plain dump apart into statements, COPY blocks and psql's meta lines, as it streams by: only the statement
 * at hand is held in memory. Throws an ImportError where the dump ends before its end.
 */
export async function* readDump(source: AsyncIterable<Buffer>): AsyncGenerator<DumpItem> {
  const lines = new Lines(source);
  const scanner = new StatementScanner();
  let complete = false;
  for (let line = await lines.next(); line !== null; line = await lines.next()) {
    if (scanner.isBetweenStatements) {
      if (line[0] === backslash) {
        yield { kind: 'meta', text: line.toString('utf8').trim(), line: lines.number };
        continue;
      }
      if (line[0] === dash && endMarker.test(line.toString('latin1'))) complete = true;
    }
    for (const statement of scanner.feed(line.toString('utf8'), lines.number)) {
      if (!isCopyFromStdin(statement.text)) {
        yield { kind: 'statement', ...statement };
        continue;
      }
      const rows = lines.copyRows();
      yield { kind: 'copy', ...statement, rows };
      for await (const _ of rows); // whoever skips a table has not read them
    }
  }
  if (!scanner.isBetweenStatements || !complete)
    throw new ImportError(
      `The dump is cut short: it ends in line ${lines.number}${scanner.isBetweenStatements ? '' : ', within a statement'}, ` +
        'without pg_dump’s closing line "PostgreSQL database dump complete".',
    );
}

const [backslash, dash, newline] = [0x5c, 0x2d, 0x0a];

function isCopyFromStdin(text: string): boolean {
  return /^COPY\s/i.test(text) && /\sFROM\s+stdin\b[^;]*;$/i.test(text);
}

/** The lines of a stream of chunks, and the rows of a COPY block without looking at each. */
class Lines {
  number = 0;
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  /** The next line with its newline; the last may lack one. */
  async next(): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    for (;;) {
      const end = this.rest.indexOf(newline);
      if (end >= 0) {
        parts.push(this.rest.subarray(0, end + 1));
        this.rest = this.rest.subarray(end + 1);
        break;
      }
      if (this.rest.length > 0) parts.push(this.rest);
      if (!(await this.fill())) {
        if (parts.length === 0) return null;
        break;
      }
    }
    this.number++;
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  private async fill(): Promise<boolean> {
    const { value, done } = await this.chunks.next();
    this.rest = done ? Buffer.alloc(0) : value;
    return !done;
  }

  /** Everything up to the line `\.`, in chunks that end with a line. */
  async *copyRows(): AsyncGenerator<Buffer> {
    const begin = this.number;
    let atStart: Buffer = this.rest;
    for (;;) {
      const [end, after] = findTerminator(atStart);
      if (end >= 0) {
        this.rest = atStart.subarray(after);
        const rows = atStart.subarray(0, end);
        this.number += countLines(rows) + 1;
        if (end > 0) yield rows;
        return;
      }
      const lastLine = atStart.lastIndexOf(newline) + 1;
      const whole = atStart.subarray(0, lastLine);
      const partial = atStart.subarray(lastLine);
      this.number += countLines(whole);
      if (lastLine > 0) yield whole;
      if (!(await this.fill()))
        throw new ImportError(`The dump is cut short: the COPY block of line ${begin} has no end.`);
      atStart = partial.length > 0 ? Buffer.concat([partial, this.rest]) : this.rest;
    }
  }
}

/** Where the line `\.` begins and where the next line does; -1 if it is not (wholly) there. */
function findTerminator(chunk: Buffer): [begin: number, after: number] {
  for (let at = chunk.indexOf('\\.'); at >= 0; at = chunk.indexOf('\\.', at + 1)) {
    if (at > 0 && chunk[at - 1] !== newline) continue;
    const end = chunk[at + 2] === 0x0d ? at + 3 : at + 2;
    if (chunk[end] === newline) return [at, end + 1];
  }
  return [-1, -1];
}

function countLines(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) count++;
  return count;
}

/** Finds where statements end: a semicolon outside every kind of quote and comment of PostgreSQL's grammar. */
class StatementScanner {
  private text = '';
  private line = 0;
  /** What we are inside of: null, a quote character, `E` (a string with escapes), `/*`, or a dollar tag. */
  private inside: string | null = null;
  private commentDepth = 0;

  get isBetweenStatements(): boolean {
    return this.text === '' && this.inside === null;
  }

  /** Takes one line; returns the statements that end in it. */
  feed(line: string, number: number): { text: string; line: number }[] {
    const finished: { text: string; line: number }[] = [];
    let kept = 0;
    const keep = (end: number) => {
      if (this.text === '') {
        const piece = line.slice(kept, end).trimStart();
        if (piece !== '') this.line = number;
        this.text = piece;
      } else this.text += line.slice(kept, end);
    };
    let at = 0;
    while (at < line.length) {
      if (this.inside !== null) {
        const end = this.leave(line, at);
        // A comment is not kept; the rest of a quote is.
        if (this.commentDepth > 0 || this.wasComment) kept = end;
        at = end;
        continue;
      }
      special.lastIndex = at;
      const match = special.exec(line);
      if (!match) break;
      const token = match[0];
      at = match.index + token.length;
      if (token === ';') {
        keep(at);
        kept = at;
        if (this.text !== ';') finished.push({ text: this.text, line: this.line });
        this.text = '';
      } else if (token === '--') {
        keep(match.index);
        kept = line.length;
        if (this.text !== '') this.text += '\n';
        at = line.length;
      } else if (token === '/*') {
        keep(match.index);
        kept = at;
        this.inside = token;
        this.commentDepth = 1;
      } else if (token.startsWith('$') && token.endsWith('$')) {
        this.inside = token;
      } else if (token === "'" || token === '"') {
        this.inside = token;
      } else if (token.endsWith("'")) {
        this.inside = 'E';
      }
    }
    keep(line.length);
    return finished;
  }

  private wasComment = false;

  /** Moves to the end of the quote or comment we are in, or to the line's. */
  private leave(line: string, at: number): number {
    this.wasComment = this.inside === '/*';
    if (this.inside === '/*') {
      commentEdge.lastIndex = at;
      const match = commentEdge.exec(line);
      if (!match) return line.length;
      this.commentDepth += match[0] === '/*' ? 1 : -1;
      if (this.commentDepth === 0) this.inside = null;
      return match.index + 2;
    }
    if (this.inside === 'E') {
      escapedEnd.lastIndex = at;
      const match = escapedEnd.exec(line);
      if (!match) return line.length;
      if (match[0] === "'") this.inside = null;
      return match.index + match[0].length;
    }
    const end = line.indexOf(this.inside!, at);
    if (end < 0) return line.length;
    const length = this.inside!.length;
    this.inside = null;
    return end + length;
  }
}

/**
 * What may begin a quote, a comment or an end. A doubled quote reads as the end of one and the beginning of the next,
 * which comes to the same. An identifier or number is skipped whole, so that `a$b$` is no dollar quote and `E'` is
 * one only where E stands alone.
 */
const special =
  /--|\/\*|[eE]'|'|"|;|\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|\$\d+/g;
const commentEdge = /\/\*|\*\//g;
const escapedEnd = /\\[\s\S]|''|'/g;
