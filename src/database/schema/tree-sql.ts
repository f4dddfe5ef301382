import { identifier } from './identifier.ts';
import type { Table, Tree } from './table.ts';

/**
 * The two triggers that keep a tree: one computes a node's own path before it is written, the other carries a changed
 * path down to the node's descendants. A path is the ids from the root, each padded to 19 digits, so that text order
 * is numeric order; a sort path is the names, divided by tabs. Whoever changes a tree locks its root until commit.
 */
export function treeSql(table: Table): string {
  const { tree } = table;
  return tree ? `${computePath(table.name, tree)}\n${cascadePath(table.name, tree)}` : '';
}

function computePath(table: string, tree: Tree): string {
  const [node, key, path] = [table, tree.parent, tree.path].map(identifier);
  const [names, name] = tree.sort ? [tree.sort.path, tree.sort.name].map(identifier) : [];
  const ifSorted = (text: string): string => (tree.sort ? text : '');
  return `
CREATE FUNCTION ${identifier(`${table}_ltree_compute_path_fn`)}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  label ltree := lpad(NEW.id::text, 19, '0');
  above ${node}%ROWTYPE;
  roots text[];
  locked text[] := '{}';
BEGIN${ifSorted(`
  IF position(chr(9) in NEW.${name}) > 0 THEN
    RAISE EXCEPTION '${tree.sort?.name} contains a tab character, which is not allowed' USING ERRCODE = 'check_violation';
  END IF;`)}
  -- The trees this touches, locked by everyone in one order: two moves cannot close a circle between them. Looked
  -- at again afterwards, since a tree may have been put into another one while we waited.
  LOOP
    roots := ARRAY(
      SELECT DISTINCT subpath(other.${path}, 0, 1)::text FROM ${node} other
      WHERE nlevel(other.${path}) > 0 AND (other.id = NEW.${key} OR TG_OP = 'UPDATE' AND other.id = OLD.id)
      ORDER BY 1
    );
    EXIT WHEN roots <@ locked;
    PERFORM pg_advisory_xact_lock(hashtextextended('${table}:' || root, 0)) FROM unnest(roots) root;
    locked := locked || roots;
  END LOOP;
  IF NEW.${key} IS NULL THEN
    NEW.${path} := label;${ifSorted(`
    NEW.${names} := NEW.${name};`)}
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND EXISTS (
    WITH RECURSIVE up (id, parent) AS (
      SELECT id, ${key} FROM ${node} WHERE id = NEW.${key}
      UNION
      SELECT other.id, other.${key} FROM ${node} other JOIN up ON other.id = up.parent WHERE up.id <> NEW.id
    )
    SELECT FROM up WHERE up.id = NEW.id
  ) THEN
    RAISE EXCEPTION 'cycle detected: % cannot be its own ancestor', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  -- Where there is no such parent the path stays null, and the column refuses it.
  SELECT * INTO above FROM ${node} WHERE id = NEW.${key};
  NEW.${path} := above.${path} || label;${ifSorted(`
  NEW.${names} := above.${names} || chr(9) || NEW.${name};`)}
  RETURN NEW;
END $$;
CREATE TRIGGER ${identifier(`${table}_ltree_compute_path`)}
  BEFORE INSERT OR UPDATE OF ${watched(tree)} ON ${node}
  FOR EACH ROW EXECUTE FUNCTION ${identifier(`${table}_ltree_compute_path_fn`)}();`;
}

/** Reads the node again, since the same statement may have changed it or its ancestors after `NEW` was made. */
function cascadePath(table: string, tree: Tree): string {
  const [node, key, path] = [table, tree.parent, tree.path].map(identifier);
  const [names, name] = tree.sort ? [tree.sort.path, tree.sort.name].map(identifier) : [];
  const ifSorted = (text: string): string => (tree.sort ? text : '');
  return `
CREATE FUNCTION ${identifier(`${table}_ltree_cascade_path_fn`)}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH RECURSIVE down AS (
    SELECT id, ${path}${ifSorted(`, ${names}`)} FROM ${node} WHERE id = NEW.id
    UNION ALL
    SELECT other.id, down.${path} || lpad(other.id::text, 19, '0')::ltree${ifSorted(`,
      down.${names} || chr(9) || other.${name}`)}
    FROM ${node} other JOIN down ON other.${key} = down.id WHERE other.id <> NEW.id
  )
  UPDATE ${node} other SET ${path} = down.${path}${ifSorted(`, ${names} = down.${names}`)}
  FROM down WHERE other.id = down.id AND other.id <> NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER ${identifier(`${table}_ltree_cascade_path`)}
  AFTER UPDATE OF ${watched(tree)} ON ${node}
  FOR EACH ROW WHEN (OLD.${path}::text IS DISTINCT FROM NEW.${path}::text${ifSorted(
    ` OR OLD.${names} IS DISTINCT FROM NEW.${names}`,
  )})
  EXECUTE FUNCTION ${identifier(`${table}_ltree_cascade_path_fn`)}();`;
}

const watched = ({ parent, sort }: Tree): string => [parent, ...(sort ? [sort.name] : [])].map(identifier).join(', ');
