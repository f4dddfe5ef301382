import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import type { Model } from '#registry/model.ts';

/** Whoever subscribed to an object is notified of its change or deletion; earlier notifications of it give way. */
export const subscriberNotifications: ModelRules = {
  async saved(drafts, context) {
    const changed = drafts.flatMap(({ isNew, key }) => (isNew ? [] : [key!]));
    await notify(context, { model: drafts[0]!.model, keys: changed, event: 'object_updated' });
  },

  deleting: (rows, context, model) =>
    notify(context, { model, keys: rows.map(({ key }) => key), event: 'object_deleted' }),
};

async function notify(
  context: WriteContext,
  { model, keys, event }: { model: Model; keys: readonly string[]; event: string },
): Promise<void> {
  if (keys.length === 0 || !model.features?.includes('notifications')) return;
  const type = context.contentTypes.id(model.name);
  if (type === undefined) return;
  const subscribed = await context.rows(
    'select object_id, user_id from extras_subscription where object_type_id = $1 and object_id = any($2::bigint[])',
    [type, `{${keys.join(',')}}`],
  );
  if (subscribed.length === 0) return;
  const reader = context.reader();
  const texts = await reader.load(
    reader.shapes.of(model, 'repr'),
    subscribed.map(([key]) => key!),
  );
  const rows = subscribed.map(([key, user]) => ({
    object_id: key,
    user_id: user,
    object_repr: (texts.get(key!) ?? '').slice(0, 200),
  }));
  await context.rows(
    `with wanted as (select object_id, user_id, object_repr from json_populate_recordset(null::extras_notification, $1)),
     gone as (delete from extras_notification n using wanted w
       where n.object_type_id = $2::int and n.object_id = w.object_id and n.user_id = w.user_id returning n.id)
     select count(*) from gone`,
    [JSON.stringify(rows), type],
  );
  await context.rows(
    `insert into extras_notification (created, user_id, object_type_id, object_id, object_repr, event_type)
     select $3, user_id, $2::int, object_id, object_repr, $4
     from json_populate_recordset(null::extras_notification, $1)`,
    [JSON.stringify(rows), type, context.now, event],
  );
}
