import { Python } from '#python/python.ts';

const expression = `return {
  "groups": ["superusers" if group["name"] == "netbox_admin" else group["name"] for group in groups],
}`;
const variables = { groups: Array.from({ length: 10 }, (_, n) => ({ name: `group ${n}` })) };
const step = `
def set_roles(response, *args, **kwargs):
    return {"is_superuser": "superusers" in response["groups"]}
`;

const megabytes = () => {
  gc!();
  return process.memoryUsage().rss / 2 ** 20;
};
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const without = megabytes();
const python = new Python();
/** Processor time: what the clock says depends on who else uses the machine. */
const milliseconds = (before: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const begin = process.cpuUsage();
await python.start();
const starts = [milliseconds(begin)];
const idle = megabytes();
await python.load({ name: 'steps', file: 'steps.py', text: step });

async function rate(work: () => Promise<unknown>): Promise<string> {
  for (let n = 0; n < 20; n += 1) await work();
  const begin = process.cpuUsage();
  const rounds = 500;
  for (let n = 0; n < rounds; n += 1) await work();
  return `${(milliseconds(begin) / rounds).toFixed(2)} ms`;
}

const expressions = await rate(() => python.evaluate({ text: expression, file: 'expression', variables }));
const calls = await rate(() =>
  python.call({ module: 'steps', function: 'set_roles', args: [{ groups: ['superusers'] }] }),
);
const busy = megabytes();
const greedy = python.evaluate({
  text: 'kept = []\nwhile True:\n    kept.append("x" * 100_000)',
  file: 'greedy',
  variables: {},
});
let most = 0;
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss / 2 ** 20)), 5);
await greedy.catch(() => {});
clearInterval(watch);
await new Promise((resolve) => setTimeout(resolve, 500));
const afterwards = megabytes();
await python.stop();
await new Promise((resolve) => setTimeout(resolve, 500));
const stopped = megabytes();
for (let round = 0; round < 4; round += 1) {
  const again = process.cpuUsage();
  await python.start();
  starts.push(milliseconds(again));
  await python.stop();
}

const mb = (value: number) => `${Math.round(value)} MB`;
console.log(
  JSON.stringify({
    'from nothing to ready (median of 5), processor time': `${Math.round(median(starts))} ms`,
    'an expression that maps ten groups, processor time': expressions,
    'a step, processor time': calls,
    'the process before Python was started': mb(without),
    'with Python idle': mb(idle),
    'with Python after 1,000 calls': mb(busy),
    'while a text eats all that it may (128 MB)': mb(most),
    'after that text was ended': mb(afterwards),
    'after Python was stopped': mb(stopped),
  }),
);
