import { parentPort, workerData } from 'node:worker_threads';
import { openRealm, type RealmFiles } from './open-realm.ts';

/** What a worker is told at its start. */
export interface WorkerStart {
  readonly files: RealmFiles;
  readonly memory: number;
}

/** What a worker says: that it is ready, or what it answers to the request before. */
export type WorkerMessage =
  | { readonly signal: SharedArrayBuffer; readonly size: number }
  | { readonly answer: string; readonly size: number };

const { files, memory }: WorkerStart = workerData;
const port = parentPort!;
const say = (message: WorkerMessage) => port.postMessage(message);
const realm = await openRealm(files, memory);
port.on('message', (request: string) => {
  const answer = realm.answer(request);
  say({ answer, size: realm.size() });
});
say({ signal: realm.signal(), size: realm.size() });
