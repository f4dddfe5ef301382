/** How often we look whether npm is still there, in milliseconds. */
const interval = 250;

/**
 * npm passes SIGTERM on to nobody: whoever stops `npm start` would leave the server running. So it stops itself when
 * the npm that started it is gone.
 */
export function followNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, interval).unref();
}
