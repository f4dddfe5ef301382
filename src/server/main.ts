import { run } from './run.ts';

/** `npm run serve`: configured by the environment alone. */
await run({ log: (line) => console.error(line) });
