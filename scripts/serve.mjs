// npm run serve: the built server in the foreground, configured by the environment alone.
import { followNpm } from './follow-npm.mjs';
import { checkNode } from './install.mjs';

checkNode();
followNpm();
const { buildWhatIsStale } = await import('./build.mjs');
await buildWhatIsStale();
await import('../dist/server.js');
