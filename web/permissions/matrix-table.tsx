import { Popover, UnstyledButton } from '@mantine/core';
import { IconCheck, IconFilter } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { Grant } from '../../src/access/contract.ts';
import { useModels } from '../meta/use-models.ts';
import { AppLink } from '../shell/app-link.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { text } from '../texts/text.ts';
import { actionName } from './action-name.ts';
import { constraintWords } from './constraint-words.ts';
import styles from './matrix.module.css';

const usual = ['view', 'add', 'change', 'delete'];

interface Properties {
  readonly grants: readonly Grant[];
  /** Part of a model's name. */
  readonly filter: string;
  /** Models are shown of which nothing is allowed, too. */
  readonly all: boolean;
}

/** Models by app, and what may be done with each. */
export function MatrixTable({ grants, filter, all }: Properties) {
  const { index } = useModels();
  const custom = [...new Set(grants.flatMap(({ actions }) => actions))].filter((one) => !usual.includes(one)).sort();
  const actions = [...usual, ...custom];
  const wanted = filter.trim().toLowerCase();
  const apps = index.apps.flatMap((app) => {
    const models = index.models.filter(
      (model) =>
        model.app === app.name &&
        (wanted === '' || model.plural.toLowerCase().includes(wanted)) &&
        (all || grants.some(({ objectTypes }) => objectTypes.includes(model.id))),
    );
    return models.length > 0 ? [{ app, models }] : [];
  });
  if (apps.length === 0) return <p className={styles.hint}>{text('matrix.nothing')}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('matrix.objects')}</th>
            {actions.map((action) => (
              <th key={action} scope="col" className={styles.action}>
                {capitalize(actionName(action))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {apps.map(({ app, models }) => (
            <Fragment key={app.name}>
              <tr>
                <th scope="colgroup" colSpan={actions.length + 1} className={styles.app}>
                  {app.label}
                </th>
              </tr>
              {models.map((model) => (
                <tr key={model.id}>
                  <th scope="row" className={styles.model}>
                    {capitalize(model.plural)}
                  </th>
                  {actions.map((action) => (
                    <td key={action} className={styles.cell}>
                      <Cell
                        label={text('matrix.what', { action: actionName(action), plural: model.plural })}
                        grants={grants.filter(
                          (grant) => grant.objectTypes.includes(model.id) && grant.actions.includes(action),
                        )}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ grants, label }: { readonly grants: readonly Grant[]; readonly label: string }) {
  if (grants.length === 0) return <span className={styles.no}>·</span>;
  const limited = grants.every(({ constraints }) => constraintWords(constraints).length > 0);
  return (
    <Popover position="bottom" width={320}>
      <Popover.Target>
        <UnstyledButton
          className={styles.yes}
          data-limited={limited || undefined}
          aria-label={text(limited ? 'matrix.limited' : 'matrix.allowed', { what: label })}
        >
          {limited ? <IconFilter size={13} /> : <IconCheck size={14} />}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={10}>
        {grants.map((grant) => {
          const words = constraintWords(grant.constraints);
          return (
            <div key={`${grant.id} ${grant.objectTypes.join()}`} className={styles.grant}>
              {grant.id === null ? (
                <code>{grant.name}</code>
              ) : (
                <AppLink to={`/users/permissions/${grant.id}/`}>{grant.name}</AppLink>
              )}
              <span className={styles.dim}>
                {[
                  ...(grant.id === null ? [text('profile.everybody')] : []),
                  ...grant.groups.map(({ name }) => name),
                ].join(', ')}
              </span>
              <div className={styles.dim}>{words.length === 0 ? text('profile.always') : words.join(' / ')}</div>
            </div>
          );
        })}
      </Popover.Dropdown>
    </Popover>
  );
}
