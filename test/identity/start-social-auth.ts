import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { after } from 'node:test';

type Texts = Readonly<Record<string, string>>;

/** What the program answers: which of these there are depends on the command. */
export interface SocialAuthAnswer {
  readonly redirect: string;
  readonly wentTo: string;
  readonly uid: string;
  readonly isNew: boolean;
  readonly details: Texts;
  readonly user: Texts;
  readonly groups: readonly string[];
  readonly tokens: Record<'access_token' | 'refresh_token' | 'id_token', string>;
  readonly userinfo: Readonly<Record<string, unknown>>;
  readonly refused: string;
  readonly why: string;
}

export interface SocialAuthClient {
  /** Gives the program a command, one at a time; throws what it wrote where it ended over it. */
  ask(command: Readonly<Record<string, string>>): Promise<SocialAuthAnswer>;
}

/** Starts a web application on python-social-auth (`social_auth_client.py`), until the file's tests are over. */
export function startSocialAuth(python: string, settings: Readonly<Record<string, unknown>>): SocialAuthClient {
  const program = join(import.meta.dirname, 'social_auth_client.py');
  const child = spawn(python, [program, JSON.stringify(settings)]);
  const errors = text(child.stderr);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  after(async () => {
    child.stdin.end();
    if (child.exitCode === null) await once(child, 'exit');
  });
  return {
    async ask(command) {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`python-social-auth ended over ${JSON.stringify(command)}:\n${await errors}`);
      return JSON.parse(value);
    },
  };
}
