import type { Model } from '#registry/model.ts';
import type { Draft } from './draft.ts';
import type { WriteContext } from './write-context.ts';

/** Writes the tags that requests set, add or take away: at most three statements for all drafts. */
export async function saveTags(context: WriteContext, model: Model, drafts: readonly Draft[]): Promise<void> {
  const type = context.contentTypes.id(model.name);
  const tagging = drafts.filter(({ tags }) => tags.set || tags.add || tags.remove);
  if (tagging.length === 0 || type === undefined) return;
  const pairs = (of: (draft: Draft) => readonly string[] | undefined) => {
    const all = tagging.flatMap((draft) => [...new Set(of(draft))].map((tag) => [draft.key!, tag] as const));
    return [`{${all.map(([key]) => key).join(',')}}`, `{${all.map(([, tag]) => tag).join(',')}}`] as const;
  };
  const setting = tagging.filter(({ tags, isNew }) => tags.set && !isNew);
  if (setting.length > 0)
    await context.rows(
      `delete from extras_taggeditem p where p.content_type_id = $1 and p.object_id = any($2::bigint[])
       and not exists (select from unnest($3::bigint[], $4::bigint[]) w(a, b) where w.a = p.object_id and w.b = p.tag_id)`,
      [type, `{${setting.map(({ key }) => key).join(',')}}`, ...pairs(({ tags }) => tags.set)],
    );
  if (tagging.some(({ tags }) => tags.remove?.length))
    await context.rows(
      `delete from extras_taggeditem p using unnest($2::bigint[], $3::bigint[]) w(a, b)
       where p.content_type_id = $1 and p.object_id = w.a and p.tag_id = w.b`,
      [type, ...pairs(({ tags }) => tags.remove)],
    );
  if (tagging.some(({ tags }) => tags.set?.length || tags.add?.length))
    await context.rows(
      `insert into extras_taggeditem (content_type_id, object_id, tag_id)
       select $1::int, w.a, w.b from unnest($2::bigint[], $3::bigint[]) w(a, b)
       where not exists (select from extras_taggeditem p where p.content_type_id = $1::int and p.object_id = w.a and p.tag_id = w.b)`,
      [type, ...pairs(({ tags }) => [...(tags.set ?? []), ...(tags.add ?? [])])],
    );
}

/** Adds an error to drafts that add and take away the same tag. */
export function checkTags(drafts: readonly Draft[]): void {
  for (const { tags, input, errors } of drafts) {
    const both = tags.remove?.filter((key) => tags.add?.includes(key)) ?? [];
    if (both.length === 0) continue;
    const named = input.remove_tags as readonly unknown[];
    const names = both.map((key) => {
      const given = named[tags.remove!.indexOf(key)] as { name?: unknown } | null;
      return String(given?.name ?? key);
    });
    errors.add('remove_tags', `Tags may not be present in both "add_tags" and "remove_tags": ${names.join(', ')}`);
  }
}
