import { readFileSync } from 'node:fs';
import { pythonWalk } from '#test/browser/sso/python-walk.ts';

// The files of the integration's page, as they stand there: the configuration's two blocks in one file, the steps in
// the other.
const page = readFileSync(new URL('../../../shared/seed/netbox-with-authentik.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```(?:py|python)\n(.*?)^```$/gms)].map(([, text]) => text!);
const block = (mark: string) => {
  const found = blocks.filter((text) => text.includes(mark));
  if (found.length !== 1) throw new Error(`${found.length} blocks of the page have ${mark}.`);
  return found[0]!;
};

await pythonWalk({
  'authentik.py': `${block('SOCIAL_AUTH_OIDC_KEY = environ')}\n${block('SOCIAL_AUTH_PIPELINE')}`,
  'custom_pipeline.py': block('def add_groups'),
});
