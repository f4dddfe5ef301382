import type { Step } from '../pipeline/step.ts';

/** A file of the configuration folder. */
export interface FolderFile {
  /** `authentik.py` */
  readonly name: string;
  readonly path: string;
}

/** The settings that one file gives: NetBox's names (and others', which the reader of settings sorts out). */
export interface FileSettings {
  readonly file: FolderFile;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What files of one language came to. */
export interface LoadedFiles {
  readonly settings: readonly FileSettings[];
  /**
   * The function of a file, by the file's name without its ending and the function's; undefined where the file has
   * none. `netbox.custom_pipeline.add_groups` asks for `custom_pipeline` and `add_groups`.
   */
  step(file: string, name: string): Step | undefined;
  /** Ends whatever was started for the files. */
  close(): Promise<void>;
}

/**
 * Reads the files of one language in the configuration folder: once, at start, and only where there are such files.
 * What can't be read or isn't supported is a ConfigurationFolderError that names file and line.
 */
export interface FolderLoader {
  /** With the dot: `['.py']`. */
  readonly endings: readonly string[];
  load(files: readonly FolderFile[], environment: Readonly<Record<string, string>>): Promise<LoadedFiles>;
}
