import { Alert } from '@mantine/core';
import type { LoginNotice } from '../../src/sso/contract.ts';
import { text } from '../texts/text.ts';

const titles = {
  denied: 'login.denied',
  expired: 'login.expired',
  unavailable: 'login.unavailable',
} as const;

/** What became of the last try to log in at a provider. */
export function LoginNoticeView({ notice: { kind, message } }: { readonly notice: LoginNotice }) {
  const title = text(kind in titles ? titles[kind as keyof typeof titles] : 'login.wrong');
  return (
    <Alert color={kind === 'expired' ? 'yellow' : 'red'} p="xs" role="alert" title={title}>
      {message}
      {kind === 'unavailable' && ` ${text('login.unavailableHint')}`}
    </Alert>
  );
}
