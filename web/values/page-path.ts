import type { Models } from '../meta/models.ts';

/** `http://host/base/api/dcim/sites/1/` → `/dcim/sites/1/`, where the interface has such a page. */
export function pagePath(models: Models, url: string): string | undefined {
  const [app, endpoint, id] = url.slice(url.indexOf('/api/') + 5).split('/');
  const model = models.byPath.get(`${app}/${endpoint}`);
  return model && id ? `/${model.path}/${id}/` : undefined;
}
