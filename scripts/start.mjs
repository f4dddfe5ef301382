// npm start [-- --import FILE|URL]: from a fresh clone to a running Patchbay.
import { followNpm } from './follow-npm.mjs';
import { checkNode, ensureInstalled } from './install.mjs';

checkNode();
followNpm();
ensureInstalled();
const { buildWhatIsStale } = await import('./build.mjs');
await buildWhatIsStale();
if (!process.argv[2] || process.argv[2].startsWith('-')) process.argv.splice(2, 0, 'start');
await import('../dist/cli.js');
