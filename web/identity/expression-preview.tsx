import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import { text } from '../texts/text.ts';
import styles from './identity.module.css';
import { api, objectsQuery } from './resources.ts';

interface Properties {
  readonly expression: string;
  readonly scope: string;
  readonly name: string;
}

/** What an expression gives for a user, before it is saved. */
export function ExpressionPreview({ expression, scope, name }: Properties) {
  const { data: users } = useQuery(objectsQuery('users', ''));
  const [user, setUser] = useState<string | null>(null);
  const [result, setResult] = useState<string>();
  const run = async () => {
    try {
      const body = { expression, user, scope_name: scope, name: name || 'expression' };
      setResult(
        JSON.stringify(await request<unknown>(`${api}scope-mappings/preview/`, { method: 'POST', body }), null, 2),
      );
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setResult(Object.values(error.fields).join('\n') || error.message);
    }
  };
  return (
    <aside className={styles.beside}>
      <h2>{text('identity.preview')}</h2>
      <Select
        label={text('identity.previewUser')}
        searchable
        data={(users?.results ?? []).map(({ id, display }) => ({ value: String(id), label: display }))}
        value={user}
        onChange={setUser}
      />
      <Button variant="default" disabled={user === null} onClick={() => void run()}>
        {text('identity.run')}
      </Button>
      {result !== undefined && <pre className={styles.result}>{result}</pre>}
    </aside>
  );
}
