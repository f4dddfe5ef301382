import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { IdentityObject, IdentityResource } from '../../src/identity/administration/contract.ts';
import { ApiError } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { text } from '../texts/text.ts';
import { ExpressionPreview } from './expression-preview.tsx';
import { FieldInput } from './field-input.tsx';
import { fromInput, toInput } from './field-values.ts';
import styles from './identity.module.css';
import { KeyRotation } from './key-rotation.tsx';
import { ProviderSetup } from './provider-setup.tsx';
import { api, objectQuery } from './resources.ts';
import { Shown } from './shown.tsx';
import { usePreselected } from './use-preselected.ts';

interface Properties {
  readonly resource: IdentityResource;
  /** Absent for a new object. */
  readonly id: string | undefined;
}

/** An object's fields, to be changed; beside them what its kind can do. */
export function IdentityForm({ resource, id }: Properties) {
  const { data, error, refetch } = useQuery({ ...objectQuery(resource.name, id ?? ''), enabled: id !== undefined });
  if (error) return <Failure title={text('identity.failed')} error={error} onRetry={() => void refetch()} />;
  if (id !== undefined && !data) return <Loading />;
  return <Fields key={id} resource={resource} object={data} />;
}

function Fields({
  resource,
  object,
}: {
  readonly resource: IdentityResource;
  readonly object: IdentityObject | undefined;
}) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const fields = resource.fields.filter(({ readOnly }) => !readOnly);
  const told = resource.fields.filter(({ readOnly, name }) => readOnly && object && name !== 'versions');
  const [given, setInputs] = useState<Readonly<Record<string, unknown>>>(() =>
    Object.fromEntries(
      fields.map((field) => [field.name, toInput(field, object ? object[field.name] : field.initial)]),
    ),
  );
  const [touched, touch] = useState<ReadonlySet<string>>(new Set());
  const chosen = usePreselected(object ? [] : fields);
  const inputs = { ...given, ...Object.fromEntries([...chosen].filter(([name]) => !touched.has(name))) };
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const list = `/identity-provider/${resource.name}/`;

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setRefused({});
    try {
      await work();
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      setRefused(Object.keys(fault.fields).length > 0 ? fault.fields : { detail: fault.message });
    } finally {
      setBusy(false);
    }
  };
  const save = () =>
    attempt(async () => {
      const changed = fields.filter(({ name }) => touched.has(name) || chosen.has(name));
      const body = Object.fromEntries(changed.map((field) => [field.name, fromInput(field, inputs[field.name])]));
      const kept = object
        ? await request<IdentityObject>(`${api}${resource.name}/${object.id}/`, { method: 'PATCH', body })
        : await request<IdentityObject>(`${api}${resource.name}/`, { method: 'POST', body });
      await client.invalidateQueries({ queryKey: ['identity'], refetchType: 'all' });
      navigate(object ? list : `${list}${kept.id}/`);
    });
  const remove = () =>
    object &&
    window.confirm(text('identity.sure', { name: object.display })) &&
    void attempt(async () => {
      await request(`${api}${resource.name}/${object.id}/`, { method: 'DELETE' });
      // What is gone, and still shown, is not asked for once more.
      await client.invalidateQueries({ queryKey: ['identity'], refetchType: 'none' });
      navigate(list);
    });
  useHotkeys([['mod+Enter', () => void save()]], []);

  const known = new Set(fields.map(({ name }) => name));
  const general = Object.entries(refused).filter(([name]) => !known.has(name));
  return (
    <div className={styles.columns}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2>{object ? object.display : text('identity.add', { label: resource.label })}</h2>
        {general.length > 0 && (
          <p role="alert" className={styles.refused}>
            {general.map(([, message]) => message).join(' ')}
          </p>
        )}
        {fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            value={inputs[field.name]}
            error={refused[field.name]}
            onChange={(value) => {
              setInputs((before) => ({ ...before, [field.name]: value }));
              touch((before) => new Set([...before, field.name]));
            }}
          />
        ))}
        <div className={styles.tools}>
          <Button type="submit" loading={busy}>
            {text('identity.save')}
          </Button>
          <Button variant="default" onClick={() => navigate(list)}>
            {text('identity.cancel')}
          </Button>
          {object && (
            <Button variant="subtle" color="red" onClick={remove}>
              {text('identity.delete')}
            </Button>
          )}
        </div>
      </form>
      {object && (
        <aside className={styles.beside}>
          {resource.name === 'providers' && <ProviderSetup object={object} />}
          {resource.name === 'keys' && <KeyRotation object={object} />}
          {told.length > 0 && (
            <dl className={styles.told}>
              {told.map((field) => (
                <div key={field.name}>
                  <dt>{field.label}</dt>
                  <dd>
                    <Shown field={field} value={object[field.name]} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </aside>
      )}
      {resource.name === 'scope-mappings' && (
        <ExpressionPreview
          expression={String(inputs.expression ?? '')}
          scope={String(inputs.scope_name ?? '')}
          name={String(inputs.name ?? '')}
        />
      )}
    </div>
  );
}
