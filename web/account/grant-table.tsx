import type { Grant } from '../../src/access/contract.ts';
import { useModels } from '../meta/use-models.ts';
import { actionName } from '../permissions/action-name.ts';
import { constraintWords } from '../permissions/constraint-words.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { AppLink } from '../shell/app-link.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { text } from '../texts/text.ts';
import styles from './account.module.css';

/** What somebody may do, in plain words, a line for each permission. */
export function GrantTable({ grants }: { readonly grants: readonly Grant[] }) {
  const { byId } = useModels();
  const { user } = useSession();
  if (grants.length === 0) return <p className={styles.none}>{text('profile.noPermissions')}</p>;
  const linked = may(user, 'users.view_objectpermission');
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{text('profile.may')}</th>
            <th>{text('profile.on')}</th>
            <th>{text('profile.where')}</th>
            <th>{text('profile.from')}</th>
          </tr>
        </thead>
        <tbody>
          {grants.map((grant) => {
            const limits = constraintWords(grant.constraints);
            const from = [
              ...(grant.id === null ? [text('profile.everybody')] : []),
              ...(grant.direct ? [text('profile.directly')] : []),
              ...grant.groups.map(({ name }) => name),
            ];
            return (
              <tr key={`${grant.id} ${grant.objectTypes.join(' ')}`}>
                <td>{grant.actions.map(actionName).join(', ')}</td>
                <td>{grant.objectTypes.map((type) => capitalize(byId.get(type)?.plural ?? type)).join(', ')}</td>
                <td>
                  {limits.length === 0 ? (
                    <span className={styles.dim}>{text('profile.always')}</span>
                  ) : (
                    limits.map((words) => <div key={words}>{words}</div>)
                  )}
                </td>
                <td>
                  {grant.id === null ? null : linked ? (
                    <AppLink to={`/users/permissions/${grant.id}/`}>{grant.name}</AppLink>
                  ) : (
                    grant.name
                  )}
                  <div className={styles.dim}>{from.join(', ')}</div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
