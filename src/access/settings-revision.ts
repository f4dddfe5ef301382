/**
 * The revision of the settings that is in force, as NetBox 4.7 chooses it: the active one, and where none is active the
 * newest. At most one is active (unique_active_config_revision).
 */
export const revisionInForce = 'from public.core_configrevision order by active desc, created desc, id desc limit 1';

/**
 * Names the revision in force and its content: another text means other settings, whoever wrote them. A column of the
 * statement that tells who asks, so that no request is answered by settings of the past, and looking costs nothing.
 */
export const revisionSql = `(select id || ' ' || xmin::text ${revisionInForce})`;
