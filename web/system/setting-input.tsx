import { Checkbox, TagsInput, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import type { DynamicSetting } from '../../src/surfaces/settings/contract.ts';
import { text } from '../texts/text.ts';
import { settingText } from './setting-text.ts';
import styles from './system.module.css';

interface Properties {
  readonly setting: DynamicSetting;
  readonly value: unknown;
  readonly isChanged: boolean;
  readonly problem: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (value: unknown) => void;
}

/** One setting, edited as the kind of its default asks for. */
export function SettingInput({ setting, value, isChanged, problem, disabled, onChange }: Properties) {
  const id = useId();
  const { name, default: usual, fixed } = setting;
  const shared = { id, disabled, error: problem };
  return (
    <div className={styles.setting} data-changed={isChanged || undefined}>
      <label htmlFor={id} className={styles.name}>
        {name}
      </label>
      {typeof usual === 'boolean' ? (
        <Checkbox {...shared} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
      ) : typeof usual === 'number' ? (
        <TextInput
          {...shared}
          inputMode="numeric"
          value={String(value)}
          onChange={({ currentTarget: { value: typed } }) =>
            onChange(/^-?\d+$/.test(typed.trim()) ? Number(typed) : typed)
          }
        />
      ) : Array.isArray(usual) ? (
        <TagsInput
          {...shared}
          size="xs"
          acceptValueOnBlur
          splitChars={[',', ' ']}
          value={(Array.isArray(value) ? value : []).map(String)}
          onChange={onChange}
        />
      ) : typeof usual === 'string' ? (
        <Textarea
          {...shared}
          size="xs"
          autosize
          minRows={1}
          maxRows={8}
          value={String(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <JsonArea {...shared} value={value} onChange={onChange} />
      )}
      <div className={styles.help}>
        {fixed ? (
          text('revisions.fixed')
        ) : JSON.stringify(value) === JSON.stringify(usual) ? null : (
          <>
            {text('revisions.usual', { value: settingText(usual) })}
            {!disabled && (
              <UnstyledButton className={styles.small} onClick={() => onChange(usual)}>
                {text('revisions.toDefault')}
              </UnstyledButton>
            )}
          </>
        )}
      </div>
    </div>
  );
}

interface JsonProperties {
  readonly id: string;
  readonly disabled: boolean;
  readonly error: string | undefined;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** JSON as text: taken as soon as it is whole. */
function JsonArea({ value, onChange, error, ...rest }: JsonProperties) {
  const [typed, setTyped] = useState<string>();
  const unread = typed !== undefined && parsed(typed) === undefined;
  return (
    <Textarea
      {...rest}
      size="xs"
      autosize
      minRows={1}
      maxRows={12}
      spellCheck={false}
      error={unread ? text('revisions.unread') : error}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
      value={typed ?? JSON.stringify(value, null, 2)}
      onBlur={() => !unread && setTyped(undefined)}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const json = parsed(currentTarget.value);
        if (json !== undefined) onChange(json);
      }}
    />
  );
}

function parsed(typed: string): unknown {
  try {
    return JSON.parse(typed) as unknown;
  } catch {
    return undefined;
  }
}
