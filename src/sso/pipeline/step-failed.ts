/** A step of the pipeline broke; its cause says how. */
export class StepFailed extends Error {
  override name = 'StepFailed';
  readonly step: string;

  constructor(step: string, cause: unknown) {
    super(`The step ${step} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.step = step;
  }
}
