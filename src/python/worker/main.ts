import { parentPort, workerData } from 'node:worker_threads';
import { openRealm, type RealmOptions } from './open-realm.ts';

/** What a worker says: that it is ready, or what it answers to the request before. */
export type WorkerMessage =
  | { readonly signal: SharedArrayBuffer; readonly size: number }
  | { readonly answer: string; readonly size: number };

const port = parentPort!;
const say = (message: WorkerMessage) => port.postMessage(message);
const realm = await openRealm(workerData as RealmOptions);
port.on('message', (request: string) => {
  const answer = realm.answer(request);
  say({ answer, size: realm.size() });
});
say({ signal: realm.signal(), size: realm.size() });
