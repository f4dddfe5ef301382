import { Checkbox, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { request } from '../../api/request.ts';
import type { RestObject } from '../../api/rest.ts';
import { capitalize } from '../../texts/capitalize.ts';
import { text } from '../../texts/text.ts';
import styles from './attributes-input.module.css';
import type { FieldProperties } from './field-properties.ts';
import { toReference } from './reference.ts';

interface Property {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly (string | number)[];
  readonly default?: unknown;
  readonly items?: Property;
}

type Attributes = Readonly<Record<string, unknown>>;

/** What the chosen profile's JSON schema asks of a type: a field for each property. */
export function AttributesInput({ value, onChange, id, describedBy, disabled, form }: FieldProperties) {
  const profile = toReference(form.values.profile);
  const stored = useRef(form.objectId === undefined ? undefined : profile?.id);
  const full = useQuery({
    queryKey: ['profile', profile?.id],
    queryFn: profile
      ? ({ signal }) => request<RestObject>(`/api/dcim/module-type-profiles/${profile.id}/`, { signal })
      : skipToken,
  });
  const schema = full.data?.schema as { properties?: Record<string, Property>; required?: string[] } | null | undefined;
  const properties = Object.entries(schema?.properties ?? {});
  const held = (value ?? {}) as Attributes;
  const asked = full.data?.id;
  // Once for each profile that is chosen.
  useEffect(() => {
    if (asked === undefined || asked === stored.current) return;
    stored.current = asked;
    onChange(ofProfile(held, Object.entries(schema?.properties ?? {})));
  }, [asked]);
  if (properties.length === 0)
    return (
      <span id={id} className={styles.none}>
        {text(profile ? 'form.noAttributes' : 'form.attributesByProfile')}
      </span>
    );
  const set = (name: string, given: unknown) => {
    const { [name]: _, ...rest } = held;
    onChange(given === undefined ? rest : { ...rest, [name]: given });
  };
  return (
    <div className={styles.grid} id={id}>
      {properties.map(([name, property]) => {
        const shared = {
          label: property.title ?? capitalize(name.replaceAll('_', ' ')),
          required: schema?.required?.includes(name) ?? false,
          disabled,
          'aria-describedby': describedBy,
          title: property.description,
        };
        if (property.type === 'boolean')
          return (
            <Checkbox
              key={name}
              {...shared}
              checked={held[name] === true}
              onChange={(event) => set(name, event.currentTarget.checked)}
            />
          );
        if (property.enum)
          return (
            <Select
              key={name}
              size="xs"
              {...shared}
              data={property.enum.map(String)}
              value={held[name] === undefined ? null : String(held[name])}
              clearable
              clearButtonProps={{ 'aria-label': text('form.clear'), tabIndex: -1 }}
              onChange={(chosen) =>
                set(
                  name,
                  property.enum!.find((one) => String(one) === chosen),
                )
              }
            />
          );
        if (property.type === 'array') {
          const list = { ...shared, size: 'xs' as const, value: listOf(held[name]).map(String) };
          const put = (chosen: string[]) =>
            set(name, chosen.length > 0 ? chosen.map((one) => typed(one, property.items)) : undefined);
          return property.items?.enum ? (
            <MultiSelect
              key={name}
              {...list}
              searchable
              hidePickedOptions
              openOnFocus={false}
              data={property.items.enum.map(String)}
              onChange={put}
            />
          ) : (
            <TagsInput key={name} {...list} acceptValueOnBlur onChange={put} />
          );
        }
        const number = property.type === 'integer' || property.type === 'number';
        return (
          <TextInput
            key={name}
            {...shared}
            inputMode={number ? 'decimal' : undefined}
            value={held[name] === undefined ? '' : String(held[name])}
            onChange={(event) => {
              const written = event.currentTarget.value;
              set(name, written === '' ? undefined : typed(written, property));
            }}
          />
        );
      })}
    </div>
  );
}

/** Another profile's attributes go; what this one has defaults for has them. */
function ofProfile(held: Attributes, properties: readonly [string, Property][]): Attributes {
  return Object.fromEntries(
    properties.flatMap(([name, property]) => {
      const given = held[name] ?? property.default;
      return given === undefined ? [] : [[name, given]];
    }),
  );
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A number where the schema wants one and the text is one. */
function typed(written: string, property: Property | undefined): unknown {
  if (property?.enum) return property.enum.find((one) => String(one) === written) ?? written;
  const isNumber = property?.type === 'integer' || property?.type === 'number';
  return isNumber && /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : written;
}
