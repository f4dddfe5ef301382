import { Alert, Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DynamicSetting, RevisionAsked, SettingsAnswer } from '../../src/surfaces/settings/contract.ts';
import { ApiError } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import { Panel } from '../detail/panel.tsx';
import { text } from '../texts/text.ts';
import { settingGroups } from './setting-groups.ts';
import { SettingInput } from './setting-input.tsx';
import styles from './system.module.css';

interface Properties {
  readonly settings: readonly DynamicSetting[];
  readonly mayChange: boolean;
  readonly onSaved: (answer: SettingsAnswer) => void;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The settings in force by group; what is changed becomes a new revision. */
export function SettingsForm({ settings, mayChange, onSaved }: Properties) {
  const [held, setHeld] = useState<Readonly<Record<string, unknown>>>({});
  const [comment, setComment] = useState('');
  const heldOf = ({ name, value }: DynamicSetting) => (name in held ? held[name] : value);
  const changed = settings.filter((setting) => !same(heldOf(setting), setting.value));
  const save = useMutation({
    mutationFn: () => {
      // A revision holds all that is not as usual, not only what was changed now.
      const data = Object.fromEntries(
        settings
          .filter((setting) => !setting.fixed && !same(heldOf(setting), setting.default))
          .map((setting) => [setting.name, heldOf(setting)]),
      );
      return request<SettingsAnswer>('/patchbay/settings/', {
        method: 'POST',
        body: { data, comment } satisfies RevisionAsked,
      });
    },
    onSuccess: onSaved,
  });
  const problems = save.error instanceof ApiError ? save.error.fields : {};
  const isAtField = Object.keys(problems).some(
    (name) => name === 'comment' || settings.some((one) => one.name === name),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className={styles.groups}>
        {settingGroups(settings).map(({ label, members }) => (
          <Panel key={label} title={text(label)}>
            <div className={styles.settings}>
              {members.map((setting) => (
                <SettingInput
                  key={setting.name}
                  setting={setting}
                  value={heldOf(setting)}
                  isChanged={changed.includes(setting)}
                  problem={problems[setting.name]}
                  disabled={!mayChange || setting.fixed}
                  onChange={(value) => setHeld((before) => ({ ...before, [setting.name]: value }))}
                />
              ))}
            </div>
          </Panel>
        ))}
      </div>
      {save.error && !isAtField && (
        <Alert color="red" p="xs" mb={10} role="alert">
          {save.error.message}
        </Alert>
      )}
      {mayChange && (
        <div className={styles.footer}>
          <Button type="submit" disabled={changed.length === 0} loading={save.isPending}>
            {text('revisions.save')}
          </Button>
          <TextInput
            className={styles.comment}
            aria-label={text('revisions.what')}
            placeholder={text('revisions.what')}
            maxLength={200}
            value={comment}
            error={problems.comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
        </div>
      )}
    </form>
  );
}
