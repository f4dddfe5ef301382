import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from './database.ts';
import { apiToken, ask, newDataDirectory, startServer } from './running-server.ts';

const { url } = await testDatabase();
const DATA_DIR = await newDataDirectory();
const { address } = await startServer({
  DATABASE_URL: url,
  DATA_DIR,
  SUPERUSER_PASSWORD: 'Secret-secret-1',
  SUPERUSER_API_TOKEN: apiToken,
});
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function send(method: string, path: string, fields: Record<string, string>, images: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  for (const [name, file] of Object.entries(images)) body.set(name, new Blob([pixel], { type: 'image/png' }), file);
  const answer = await fetch(`${address}api/${path}`, {
    method,
    headers: { authorization: `Token ${apiToken}` },
    body,
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, string> };
}
const stored = (imageUrl: string) => join(DATA_DIR, 'media', new URL(imageUrl).pathname.replace(/^\/media\//, ''));

await ask(`${address}api/dcim/manufacturers/`, { method: 'POST', body: { name: 'Acme', slug: 'acme' } });

test('images of device types go when they are replaced, taken away, or with their type; not with a refused change', async () => {
  const { json: type } = await send(
    'POST',
    'dcim/device-types/',
    { manufacturer: '1', model: 'A', slug: 'a' },
    { front_image: 'front.png', rear_image: 'rear.png' },
  );
  const path = `dcim/device-types/${type.id}/`;
  const [front, rear] = [stored(type.front_image!), stored(type.rear_image!)];
  assert.ok(existsSync(front) && existsSync(rear));

  assert.equal((await send('PATCH', path, { airflow: 'sideways' }, { front_image: 'never.png' })).status, 400);
  assert.deepEqual([existsSync(front), existsSync(join(front, '../never.png'))], [true, false]);

  const { json: replaced } = await send('PATCH', path, {}, { front_image: 'other.png' });
  const other = stored(replaced.front_image!);
  assert.deepEqual([existsSync(front), existsSync(other), existsSync(rear)], [false, true, true]);

  assert.equal((await ask(`${address}api/${path}`, { method: 'PATCH', body: { rear_image: null } })).status, 200);
  assert.equal(existsSync(rear), false);

  assert.equal((await ask(`${address}api/${path}`, { method: 'DELETE' })).status, 204);
  assert.equal(existsSync(other), false);
});

test('so do attached images', async () => {
  const { json: image } = await send(
    'POST',
    'extras/image-attachments/',
    { object_type: 'dcim.manufacturer', object_id: '1' },
    { image: 'shot.png' },
  );
  // A manufacturer takes no images: its refusal leaves no file.
  assert.ok(!image.id, JSON.stringify(image));
  await ask(`${address}api/dcim/sites/`, { method: 'POST', body: { name: 'S', slug: 's' } });
  const fields = { object_type: 'dcim.site', object_id: '1' };
  const { json: made } = await send('POST', 'extras/image-attachments/', fields, { image: 'shot.png' });
  const first = stored(made.image!);
  assert.ok(existsSync(first));
  const path = `extras/image-attachments/${made.id}/`;
  const { json: replaced } = await send('PATCH', path, {}, { image: 'again.png' });
  const second = stored(replaced.image!);
  assert.deepEqual([existsSync(first), existsSync(second)], [false, true]);
  assert.equal((await ask(`${address}api/dcim/sites/1/`, { method: 'DELETE' })).status, 204);
  assert.equal(existsSync(second), false);
});
