import { renderWith } from '../templates/render-with.ts';
import type { PageLink } from './contract.ts';
import type { PageRequest } from './page-fact.ts';

/** The object's custom links with their templates rendered; those whose text comes out empty are left out. */
export async function customLinksOf(request: PageRequest): Promise<PageLink[]> {
  const { model, context } = request;
  const rows = await context.rows(
    `select t.name, t.link_text, t.link_url, t.group_name, t.button_class, t.new_window from extras_customlink t
    where t.enabled and exists (select 1 from extras_customlink_object_types o where o.customlink_id = t.id and o.contenttype_id = $1)
    order by t.group_name, t.weight, t.name`,
    [context.contentTypes.id(model.name) ?? '0'],
  );
  const links = await Promise.all(
    rows.map(async ([name, code, address, group, style, newWindow]): Promise<PageLink | null> => {
      const [text, url] = await Promise.all([render(request, code!), render(request, address!)]);
      const shared = { group: group!, style: style!, newWindow: newWindow === 't' };
      const error = text.error ?? url.error ?? refusal(url.content ?? '', request);
      if (error) return { ...shared, text: name!, url: '', error };
      if (!text.content?.trim()) return null;
      return { ...shared, text: text.content.trim(), url: url.content!.trim() };
    }),
  );
  return links.filter((link) => link !== null);
}

const render = ({ model, key, context, asker }: PageRequest, code: string) =>
  renderWith(
    { context },
    {
      template: { id: '', code, parameters: {}, dataFile: null },
      given: { debug: false, user: { username: asker.username ?? '', is_superuser: asker.isSuperuser } },
      object: { name: 'object', model: model.name, key },
    },
  );

/** Links lead where ALLOWED_URL_SCHEMES lets them, or stay within the interface. */
function refusal(url: string, { settings }: PageRequest): string | undefined {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined || settings.ALLOWED_URL_SCHEMES.includes(scheme)) return undefined;
  return `The scheme ${scheme} is not among ALLOWED_URL_SCHEMES.`;
}
