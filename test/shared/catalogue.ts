import type { Sql } from '#database/connect.ts';

/**
 * What a database's `public` schema holds, by kind and name, each with its definition as PostgreSQL itself writes it.
 * The order of columns is left out: it has no meaning to any client.
 */
export async function catalogue(sql: Sql): Promise<Map<string, string>> {
  return sql.begin(async (transaction) => {
    // Definitions name a schema only where the search path doesn't hold it.
    await transaction.unsafe('set local search_path = public');
    return new Map((await transaction.unsafe(query).values()) as unknown as [string, string][]);
  }) as Promise<Map<string, string>>;
}

const query = `
  select 'table ' || relname, concat_ws(' ', relkind, relpersistence, reloptions::text)
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
  union all
  select format('column %s.%s', relname, attname), concat_ws(' ',
      format_type(atttypid, atttypmod),
      (select 'collate ' || collname from pg_collation c where c.oid = attcollation and collname <> 'default'),
      case when attnotnull then 'not null' end,
      'default ' || pg_get_expr(adbin, adrelid),
      'identity ' || nullif(attidentity::text, ''),
      'generated ' || nullif(attgenerated::text, ''))
    from pg_attribute join pg_class t on t.oid = attrelid
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped
  union all
  select format('constraint %s.%s', relname, conname),
      concat_ws(' ', pg_get_constraintdef(c.oid), case when not convalidated then 'not valid' end)
    from pg_constraint c join pg_class t on t.oid = conrelid
    where relnamespace = 'public'::regnamespace and contype not in ('n', 't')
  union all
  select format('index %s.%s', tablename, indexname), indexdef from pg_indexes where schemaname = 'public'
  union all
  select 'sequence ' || sequencename, concat_ws(' ', data_type::text, start_value, min_value, max_value,
      increment_by, cycle, cache_size, (
        select format('%s of %s.%s', deptype, refobjid::regclass, attname)
        from pg_depend join pg_attribute on attrelid = refobjid and attnum = refobjsubid
        where objid = format('%I.%I', schemaname, sequencename)::regclass and deptype in ('a', 'i')))
    from pg_sequences where schemaname = 'public'
  union all
  select format('trigger %s.%s', relname, tgname), concat_ws(' ', pg_get_triggerdef(g.oid), tgenabled)
    from pg_trigger g join pg_class t on t.oid = tgrelid
    where relnamespace = 'public'::regnamespace and not tgisinternal
  union all
  select 'function ' || p.oid::regprocedure, concat_ws(' ', lanname, prokind, provolatile, prosecdef, proconfig::text,
      pg_get_function_result(p.oid))
    from pg_proc p join pg_language l on l.oid = prolang
    where pronamespace = 'public'::regnamespace and lanname not in ('c', 'internal')
  union all
  select 'extension ' || extname, extnamespace::regnamespace::text from pg_extension
  union all
  select 'collation ' || collname, concat_ws(' ', collprovider, to_jsonb(c) ->> 'colliculocale',
      to_jsonb(c) ->> 'colllocale', collisdeterministic)
    from pg_collation c where collnamespace = 'public'::regnamespace
  union all
  select 'type ' || t.oid::regtype, typtype::text from pg_type t
    where typnamespace = 'public'::regnamespace and typtype in ('d', 'e', 'r')`;
