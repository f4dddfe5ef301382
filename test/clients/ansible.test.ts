import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { pythonWith, skipWithout } from './python.ts';
import { type Demo, startDemo } from './start-demo.ts';

const run = promisify(execFile);
const directory = join(import.meta.dirname, 'ansible');
const python = await pythonWith('pynetbox', 'ansible', 'ansible_collections.netbox.netbox');
const skip = skipWithout(python, 'pynetbox and ansible');
const server = python ? await startDemo() : undefined;
const home = await mkdtemp(join(tmpdir(), 'pb-ansible-'));
after(() => rm(home, { recursive: true, force: true }));

test('Ansible’s inventory: hosts, groups, variables of the whole network', { skip }, async () => {
  const { hosts, groups, variables } = await inventory('everything');
  const devices = await all('dcim/devices/');
  const machines = await all('virtualization/virtual-machines/');
  assert.deepEqual(hosts, [...devices, ...machines].map(({ name }) => name as string).sort());
  for (const [field, group] of [
    ['role', 'device_roles'],
    ['device_type', 'device_types'],
    ['site', 'sites'],
    ['rack', 'racks'],
    ['platform', 'platforms'],
    ['tenant', 'tenants'],
    ['cluster', 'cluster'],
  ] as const)
    assert.deepEqual(groupsOf(groups, group), byRelated([...devices, ...machines], field), group);
  assert.deepEqual(groupsOf(groups, 'tags'), byTags([...devices, ...machines]));
  assert.deepEqual(groups.is_virtual, machines.map(({ name }) => name as string).sort());
  const device = devices.find(
    ({ name, primary_ip, interface_count }) => name && primary_ip && Number(interface_count) > 4,
  )!;
  const facts = variables[device.name as string]!;
  assert.equal(facts.ansible_host, (device.primary_ip as Served).address?.toString().replace(/\/.*/, ''));
  assert.deepEqual(facts.config_context, [device.config_context]);
  assert.equal((facts.interfaces as unknown[]).length, device.interface_count);
  const services = await all('ipam/services/');
  const told = Object.values(variables).flatMap((one) => (one.services as unknown[] | undefined) ?? []);
  assert.equal(told.length, services.length);
});

test('Ansible’s inventory: filters, raw group names, renamed variables', { skip }, async () => {
  const { hosts, groups, variables } = await inventory('some');
  const devices = await all('dcim/devices/?site=bremen-dc&has_primary_ip=true');
  const machines = await all('virtualization/virtual-machines/?site=bremen-dc&status=active');
  assert.deepEqual(hosts, [...devices, ...machines].map(({ name }) => name as string).sort());
  assert.deepEqual(groups['bremen-dc'], hosts);
  const roles = byRelated([...devices, ...machines], 'role');
  for (const [role, names] of Object.entries(roles)) assert.deepEqual(groups[role], names, role);
  assert.ok(Object.keys(variables[hosts[0]!]!).every((name) => name.startsWith('nb_') || name.startsWith('ansible_')));
});

test('Ansible’s modules write a network; a second time they change nothing', { skip }, async () => {
  const source = await readFile(join(directory, 'network.yml'), 'utf8');
  const modules = new Set(source.match(/netbox\.netbox\.netbox_\w+/g));
  assert.ok(modules.size >= 70, `${modules.size} modules`);
  const first = await play('network.yml');
  assert.ok(first.changed > 100 && first.failed === 0, JSON.stringify(first));
  const second = await play('network.yml');
  assert.deepEqual({ ...second, ok: first.ok }, { ok: first.ok, changed: 0, failed: 0 });
});

test('Ansible’s modules allocate, look up, take away, and tell why something must stay', { skip }, async () => {
  assert.equal((await play('once.yml')).failed, 0);
  assert.deepEqual(await all('dcim/devices/?name=sh-sw1'), []);
  assert.deepEqual(await all('extras/tags/?slug=harbour'), []);
});

type Served = Readonly<Record<string, unknown>>;

async function all(path: string): Promise<Served[]> {
  const { address, token } = server as Demo;
  const answer = await fetch(`${address}/api/${path}${path.includes('?') ? '&' : '?'}limit=0`, {
    headers: { authorization: `Token ${token}` },
  });
  assert.equal(answer.status, 200);
  return ((await answer.json()) as { results: Served[] }).results;
}

/** Runs one of Ansible's programs, which lie beside its Python. */
async function ansible(program: string, ...words: string[]): Promise<string> {
  const { address, token } = server as Demo;
  const { stdout } = await run(python!, [join(dirname(python!), program), ...words], {
    cwd: directory,
    maxBuffer: 64 * 1024 * 1024,
    env: {
      PATH: `${dirname(python!)}:${process.env.PATH}`,
      HOME: home,
      ANSIBLE_HOME: home,
      ANSIBLE_LOCAL_TEMP: home,
      ANSIBLE_REMOTE_TEMP: home,
      ANSIBLE_LOCALHOST_WARNING: 'False',
      ANSIBLE_INVENTORY_UNPARSED_WARNING: 'False',
      ANSIBLE_PIPELINING: 'True',
      ANSIBLE_NOCOLOR: 'True',
      ANSIBLE_PYTHON_INTERPRETER: python!,
      NETBOX_URL: address,
      NETBOX_API: address,
      NETBOX_TOKEN: token,
      LC_ALL: 'C.UTF-8',
    },
  }).catch((error: Error & { stdout?: string; stderr?: string }) => {
    throw new Error(`${program} ${words.join(' ')}: ${error.stdout?.slice(-3000)} ${error.stderr?.slice(-3000)}`);
  });
  return stdout;
}

async function play(book: string): Promise<{ ok: number; changed: number; failed: number }> {
  const [, ok, changed, failed] = /ok=(\d+) +changed=(\d+) .*failed=(\d+)/.exec(
    await ansible('ansible-playbook', book),
  )!;
  return { ok: Number(ok), changed: Number(changed), failed: Number(failed) };
}

type Group = Readonly<{ hosts?: string[]; children?: string[] }>;

async function inventory(name: string) {
  const text = await ansible('ansible-inventory', '-i', `${name}.nb_inventory.yml`, '--list');
  const told = JSON.parse(text, unmarked) as Record<string, Group> & { _meta: { hostvars: Record<string, Served> } };
  const { _meta, ...groups } = told;
  // A site's devices are those of its locations, too.
  const members = ({ hosts = [], children = [] }: Group): string[] => [
    ...hosts,
    ...children.flatMap((child) => members(groups[child] ?? {})),
  ];
  return {
    hosts: Object.keys(_meta.hostvars).sort(),
    variables: _meta.hostvars,
    groups: Object.fromEntries(
      Object.entries(groups).map(([group, about]) => [group, [...new Set(members(about))].sort()]),
    ),
  };
}

/** Values that came from outside are marked as such. */
const unmarked = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && '__ansible_unsafe' in value ? value.__ansible_unsafe : value;

/** Groups whose names begin with the word, by what follows it. */
const groupsOf = (groups: Readonly<Record<string, string[]>>, word: string) =>
  Object.fromEntries(
    Object.entries(groups)
      .filter(([name]) => name.startsWith(`${word}_`) && !/^cluster_(type|group)_/.test(name))
      .map(([name, hosts]) => [name.slice(word.length + 1), hosts]),
  );

function gathered(pairs: readonly (readonly [group: string, host: string])[]): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const [group, host] of pairs) groups[group] = [...(groups[group] ?? []), host].sort();
  return groups;
}

const byRelated = (objects: readonly Served[], field: string) =>
  gathered(
    objects.flatMap((one) => {
      const related = one[field] as Served | null | undefined;
      return related ? [[String(related.slug ?? related.name), String(one.name)] as const] : [];
    }),
  );

const byTags = (objects: readonly Served[]) =>
  gathered(
    objects.flatMap((one) => (one.tags as Served[]).map((tag) => [String(tag.slug), String(one.name)] as const)),
  );
