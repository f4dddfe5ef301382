import { Alert, Button } from '@mantine/core';
import { IconBrandGithub, IconBrandGitlab, IconBrandGoogle, IconBrandWindows, IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { LoginFacts } from '../../src/sso/contract.ts';
import { text } from '../texts/text.ts';
import { beginLogin } from './begin-login.ts';

const icons: Readonly<Record<string, typeof IconKey>> = {
  github: IconBrandGithub,
  gitlab: IconBrandGitlab,
  google: IconBrandGoogle,
  microsoft: IconBrandWindows,
};

interface LoginProvidersProperties {
  readonly facts: LoginFacts;
  readonly next: string;
  /** The provider that was asked for by an address. */
  readonly asked: string | null;
}

/** A button for each provider. */
export function LoginProviders({ facts, next, asked }: LoginProvidersProperties) {
  const begin = useMutation({
    // Whoever was not let in may be somebody else, too; without being asked they would come back as who they were.
    mutationFn: (provider: string) =>
      beginLogin({ provider, csrf: facts.csrf, next, again: facts.notice?.kind === 'denied' }),
  });
  const problems = facts.providers.flatMap(({ name, problem }) => (problem === null ? [] : [{ name, problem }]));
  return (
    <>
      {begin.error && (
        <Alert color="red" p="xs" role="alert">
          {begin.error.message}
        </Alert>
      )}
      {facts.providers.map(({ name, label, icon, problem }) => {
        const Icon = icons[icon ?? ''] ?? IconKey;
        return (
          <Button
            key={name}
            fullWidth
            variant={asked === name ? 'filled' : 'default'}
            autoFocus={asked === name}
            leftSection={<Icon size={16} />}
            disabled={problem !== null}
            loading={begin.isPending && begin.variables === name}
            onClick={() => begin.mutate(name)}
          >
            {text('login.with', { provider: label })}
          </Button>
        );
      })}
      {problems.map(({ name, problem }) => (
        <Alert key={name} color="yellow" p="xs">
          {problem}
        </Alert>
      ))}
    </>
  );
}
