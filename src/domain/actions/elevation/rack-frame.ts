/** What of a rack its elevation depends on. */
export interface RackFrame {
  readonly id: string;
  readonly site: string;
  readonly location: string | null;
  readonly height: number;
  readonly startingUnit: number;
  /** Whether units are counted from the top. */
  readonly countsDown: boolean;
}

/** The rack's half units from top to bottom: `42.5`, `42`, `41.5`… */
export function halfUnits({ height, startingUnit, countsDown }: RackFrame): number[] {
  const units = Array.from({ length: height * 2 }, (_, index) => startingUnit + index / 2);
  return countsDown ? units : units.reverse();
}

/** How many units lie above something that begins at a unit and is so many units high. */
export function unitsAbove(
  { height, startingUnit, countsDown }: RackFrame,
  { unit, tall }: { unit: number; tall: number },
): number {
  return countsDown ? unit - startingUnit : startingUnit + height - unit - tall;
}
