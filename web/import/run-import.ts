import type { ImportResult } from '../../src/operations/import/contract.ts';
import type { ImportAsked, ImportLine } from '../../src/surfaces/bulk/contract.ts';
import { ApiError } from '../api/api-error.ts';
import { basePath } from '../api/base-path.ts';
import { csrf } from '../api/csrf.ts';
import { text } from '../texts/text.ts';

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
      const told = JSON.parse(line) as ImportLine;
      if ('error' in told) throw new ApiError(0, { detail: told.error });
      if ('result' in told) return told.result;
      onProgress(told.done);
    }
    if (done) throw new ApiError(0, { detail: text('error.network') });
  }
}
