import { defaultSettings, type Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import type { Configuration } from './configuration.ts';
import { type DynamicSettings, readDynamicSettings } from './dynamic-settings.ts';
import { fixedSettings } from './read-settings.ts';

/** How old the settings may be for somebody who shows nothing by which we would learn of others, in milliseconds. */
const mostAge = 1000;

/**
 * The settings in force while the server runs. They follow the database's revision, whichever process or NetBox wrote
 * it (docs/decisions/settings-that-change.md): whoever is told by a token or a session tells the revision too, and for
 * strangers it is looked up again after a second.
 */
export class LiveSettings {
  readonly #sql: Sql;
  readonly #fixed: Partial<Settings>;
  #current: Settings = defaultSettings;
  #revision = '';
  #read = 0;
  #reading: Promise<void> | undefined;

  private constructor(sql: Sql, fixed: Partial<Settings>) {
    this.#sql = sql;
    this.#fixed = fixed;
  }

  static async open(sql: Sql, configuration: Configuration): Promise<LiveSettings> {
    const [dynamic, fixed] = await Promise.all([readDynamicSettings(sql), fixedSettings(configuration)]);
    const live = new LiveSettings(sql, fixed);
    live.#take(dynamic);
    return live;
  }

  get current(): Settings {
    return this.#current;
  }

  /** Whether it is time to look again. */
  get aged(): boolean {
    return performance.now() - this.#read > mostAge;
  }

  /** Sees that the settings are those of a revision that was met; undefined where none was looked for. */
  async meet(revision: string | undefined): Promise<void> {
    if (revision === undefined || revision === this.#revision) return;
    // What is being read may have been asked for before that revision was there.
    await this.#reading;
    if (revision !== this.#revision) await this.refresh();
  }

  /** Reads the settings anew; who asks meanwhile waits for the same answer. */
  refresh(): Promise<void> {
    this.#reading ??= readDynamicSettings(this.#sql)
      .then((dynamic) => this.#take(dynamic))
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }

  #take({ revision, settings }: DynamicSettings): void {
    this.#current = { ...defaultSettings, ...settings, ...this.#fixed };
    this.#revision = revision;
    this.#read = performance.now();
  }
}
