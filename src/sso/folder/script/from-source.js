// The worker where the sources run as they are: a worker doesn't inherit the loader that reads TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
