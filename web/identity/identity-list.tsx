import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IdentityResource } from '../../src/identity/administration/contract.ts';
import { AppLink } from '../shell/app-link.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { text } from '../texts/text.ts';
import styles from './identity.module.css';
import { objectsQuery } from './resources.ts';
import { Shown } from './shown.tsx';

/** All objects of a kind, found by their names. */
export function IdentityList({ resource }: { readonly resource: IdentityResource }) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 150);
  const { data, error, refetch } = useQuery({
    ...objectsQuery(resource.name, search),
    placeholderData: keepPreviousData,
  });
  const columns = resource.list.flatMap((name) => resource.fields.find((field) => field.name === name) ?? []);
  if (error) return <Failure title={text('identity.failed')} error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className={styles.tools}>
        <TextInput
          type="search"
          aria-label={text('identity.search')}
          placeholder={text('identity.search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <AppLink className={styles.add} to={`/identity-provider/${resource.name}/add/`}>
          {text('identity.add', { label: resource.label })}
        </AppLink>
      </div>
      {!data ? (
        <Loading />
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map(({ name, label }) => (
                  <th key={name} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.results.map((object) => (
                <tr key={object.id}>
                  {columns.map((field, index) => (
                    <td key={field.name}>
                      {index === 0 ? (
                        <AppLink to={`/identity-provider/${resource.name}/${object.id}/`}>
                          {String(object[field.name] ?? object.display)}
                        </AppLink>
                      ) : (
                        <Shown field={field} value={object[field.name]} />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {data.results.length === 0 && <p className={styles.none}>{text('identity.none')}</p>}
        </div>
      )}
    </>
  );
}
