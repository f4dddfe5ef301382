import { ApiError } from '../api/api-error.ts';
import { basePath } from '../api/base-path.ts';
import { csrf } from '../api/csrf.ts';
import { text } from '../texts/text.ts';
import type { Cells } from './parse-rows.ts';

/** What an import asks for. */
export interface ImportAsked {
  readonly rows: readonly Cells[];
  readonly existing: 'refuse' | 'skip' | 'update';
  readonly match: readonly string[];
  readonly message: string;
  readonly preview: boolean;
}

/** What it did, or would do; `POST /patchbay/import/<app>/<endpoint>/`. */
export interface ImportResult {
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly errors: readonly { readonly row: number; readonly errors: Readonly<Record<string, readonly string[]>> }[];
  readonly ignored: readonly string[];
  readonly outcomes: readonly ('create' | 'update' | 'skip' | 'wrong')[];
}

interface Line {
  readonly done?: number;
  readonly result?: ImportResult;
  readonly error?: string;
}

/** Imports rows, or rehearses it; tells how many are done meanwhile. Throws an ApiError where the server says no. */
export async function runImport(
  api: string,
  asked: ImportAsked,
  { onProgress, signal }: { readonly onProgress: (done: number) => void; readonly signal: AbortSignal },
): Promise<ImportResult> {
  const response = await fetch(`${basePath}/patchbay/import/${api}/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRFToken': csrf.token },
    credentials: 'same-origin',
    body: JSON.stringify(asked),
    signal,
  });
  if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => undefined));
  let rest = '';
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = done ? '' : lines.pop()!;
    for (const line of lines.filter(Boolean)) {
      const told = JSON.parse(line) as Line;
      if (told.done !== undefined) onProgress(told.done);
      if (told.error !== undefined) throw new ApiError(0, { detail: told.error });
      if (told.result) return told.result;
    }
    if (done) throw new ApiError(0, { detail: text('error.network') });
  }
}
