/** What is wrong with a text that should be JSON, in the engine's words; nothing is all right. */
export function jsonProblem(written: string): string | undefined {
  if (!written.trim()) return undefined;
  try {
    JSON.parse(written);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
