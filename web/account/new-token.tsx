import { Alert, Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import type { RestObject } from '../api/rest.ts';
import { useSession } from '../session/use-session.ts';
import { text } from '../texts/text.ts';
import styles from './account.module.css';

/** What a new token shall be. */
export function NewToken({ onMade }: { readonly onMade: (token: RestObject) => void }) {
  const { user } = useSession();
  const [version, setVersion] = useState('2');
  const [description, setDescription] = useState('');
  const [expires, setExpires] = useState('');
  const [ips, setIps] = useState('');
  const [mayWrite, setMayWrite] = useState(true);
  const make = useMutation({
    mutationFn: () =>
      request<RestObject>('/api/users/tokens/', {
        method: 'POST',
        body: {
          user: user?.id,
          version: Number(version),
          description: description.trim(),
          write_enabled: mayWrite,
          ...(expires ? { expires: new Date(expires).toISOString() } : {}),
          ...(ips.trim() ? { allowed_ips: ips.split(/[\s,]+/).filter(Boolean) } : {}),
        },
      }),
    onSuccess: onMade,
  });
  const problems = make.error instanceof ApiError ? make.error.fields : {};
  const known = ['description', 'expires', 'allowed_ips'];
  const others = make.error && !Object.keys(problems).some((name) => known.includes(name));
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <TextInput
        label={text('tokens.description')}
        data-autofocus
        maxLength={200}
        value={description}
        error={problems.description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Checkbox
        label={text('tokens.mayWrite')}
        checked={mayWrite}
        onChange={(event) => setMayWrite(event.currentTarget.checked)}
      />
      <TextInput
        type="datetime-local"
        label={text('tokens.expires')}
        description={text('tokens.expiresHelp')}
        value={expires}
        error={problems.expires}
        onChange={(event) => setExpires(event.currentTarget.value)}
      />
      <TextInput
        label={text('tokens.ips')}
        description={text('tokens.ipsHelp')}
        value={ips}
        error={problems.allowed_ips}
        onChange={(event) => setIps(event.currentTarget.value)}
      />
      <SegmentedControl
        size="xs"
        aria-label={text('tokens.version')}
        value={version}
        onChange={setVersion}
        data={[
          { value: '2', label: text('tokens.v2') },
          { value: '1', label: text('tokens.v1') },
        ]}
      />
      {others && (
        <Alert color="red" p="xs" role="alert" title={text('tokens.problem')}>
          {Object.values(problems).join(' ') || make.error.message}
        </Alert>
      )}
      <div>
        <Button type="submit" loading={make.isPending}>
          {text('tokens.create')}
        </Button>
      </div>
    </form>
  );
}
