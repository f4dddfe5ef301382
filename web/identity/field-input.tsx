import {
  ActionIcon,
  Button,
  Checkbox,
  MultiSelect,
  NativeSelect,
  PasswordInput,
  Select,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { IdentityField } from '../../src/identity/administration/contract.ts';
import { text } from '../texts/text.ts';
import styles from './identity.module.css';
import { objectsQuery } from './resources.ts';

interface Properties {
  readonly field: IdentityField;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** A field's input, by what the server says of it. */
export function FieldInput({ field, value, error, onChange }: Properties) {
  const common = {
    label: field.label,
    description: field.help,
    error,
    required: field.required ?? false,
  };
  const typed = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
  switch (field.widget) {
    case 'boolean':
      return (
        <Checkbox
          label={field.label}
          description={field.help}
          error={error}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return <NativeSelect {...common} data={[...(field.choices ?? [])]} value={String(value)} onChange={typed} />;
    case 'reference':
    case 'references':
      return <ReferenceInput field={field} value={value} error={error} onChange={onChange} />;
    case 'redirect_uris':
      return <RedirectUris field={field} value={value} error={error} onChange={onChange} />;
    case 'password':
      return (
        <PasswordInput
          {...common}
          visibilityToggleButtonProps={{ 'aria-label': text('password.toggle') }}
          autoComplete="new-password"
          value={String(value)}
          onChange={typed}
        />
      );
    case 'python':
    case 'json':
    case 'textarea':
      return (
        <Textarea
          {...common}
          autosize
          minRows={field.widget === 'python' ? 8 : 3}
          maxRows={30}
          spellCheck={false}
          classNames={{ input: styles.code ?? '' }}
          value={String(value)}
          onChange={typed}
        />
      );
    default:
      return <TextInput {...common} value={String(value)} onChange={typed} />;
  }
}

function ReferenceInput({ field, value, error, onChange }: Properties) {
  const { data } = useQuery(objectsQuery(field.to ?? '', ''));
  const options = (data?.results ?? []).map(({ id, display }) => ({ value: String(id), label: display }));
  const common = {
    label: field.label,
    description: field.help,
    error,
    searchable: true,
    data: options,
    required: field.required ?? false,
  };
  return field.widget === 'reference' ? (
    <Select {...common} clearable value={value ? String(value) : null} onChange={onChange} />
  ) : (
    <MultiSelect {...common} value={value as string[]} onChange={onChange} />
  );
}

interface RedirectUri {
  readonly matching_mode: string;
  readonly url: string;
}

/** Addresses to which people may be sent back: as they stand, or as patterns. */
function RedirectUris({ field, value, error, onChange }: Properties) {
  const uris = value as readonly RedirectUri[];
  const change = (index: number, changed: Partial<RedirectUri>) =>
    onChange(uris.map((one, place) => (place === index ? { ...one, ...changed } : one)));
  return (
    <fieldset className={styles.uris}>
      <legend>{field.label}</legend>
      {uris.map((uri, index) => (
        // A line has no name but its place.
        <div key={index} className={styles.uri}>
          <NativeSelect
            aria-label={text('identity.matching')}
            data={['strict', 'regex']}
            value={uri.matching_mode}
            onChange={(event) => change(index, { matching_mode: event.currentTarget.value })}
          />
          <TextInput
            aria-label={text('identity.uri')}
            value={uri.url}
            onChange={(event) => change(index, { url: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={text('identity.removeUri')}
            onClick={() => onChange(uris.filter((_one, place) => place !== index))}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button variant="default" onClick={() => onChange([...uris, { matching_mode: 'strict', url: '' }])}>
        {text('identity.addUri')}
      </Button>
      {error && (
        <p role="alert" className={styles.refused}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
