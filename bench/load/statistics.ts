/** How long single pieces of work took, and how many were done in a second. */
export interface Measured {
  readonly median: number;
  readonly p95: number;
  readonly perSecond: number;
}

/** Runs `work` over and over in as many lanes as asked for, at least `seconds` long and `least` times. */
export async function measure(
  work: (lane: number) => Promise<void>,
  { lanes, seconds, least = 5 }: { lanes: number; seconds: number; least?: number },
): Promise<Measured> {
  const times: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let before = performance.now(); before < end || times.length < least; ) {
        await work(lane);
        const now = performance.now();
        times.push(now - before);
        before = now;
      }
    }),
  );
  const took = performance.now() - begin;
  times.sort((a, b) => a - b);
  return {
    median: times[times.length >> 1]!,
    p95: times[Math.floor(times.length * 0.95)]!,
    perSecond: (times.length / took) * 1000,
  };
}
