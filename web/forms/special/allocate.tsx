import { Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ModelMeta } from '../../../src/surfaces/meta/contract.ts';
import { request } from '../../api/request.ts';
import type { RestObject } from '../../api/rest.ts';
import { useModels } from '../../meta/use-models.ts';
import { AppLink } from '../../shell/app-link.tsx';
import { Loading } from '../../shell/loading.tsx';
import { text } from '../../texts/text.ts';
import type { Allocation } from './allocations.ts';
import styles from './special.module.css';

interface Properties {
  readonly model: ModelMeta;
  readonly object: RestObject;
  readonly allocation: Allocation;
  readonly onClose: () => void;
}

/** What is free in an object: each leads to the form that takes it, the first one first. */
export function Allocate({ model, object, allocation, onClose }: Properties) {
  const { byId } = useModels();
  const { path, field, isBlock } = allocation;
  const address = `/api/${model.api}/${object.id}/${path}/?limit=100`;
  const free = useQuery({
    queryKey: ['free', address],
    staleTime: 0,
    queryFn: ({ signal }) => request<readonly Readonly<Record<string, unknown>>[]>(address, { signal }),
  });
  const found = (free.data ?? []).map((one) => String(one[field]));
  const [length, setLength] = useState('');
  const usual = isBlock ? usualLength(found[0]) : undefined;
  const wanted = Number(length || usual);
  const offered = isBlock ? found.filter((block) => lengthOf(block) <= wanted && wanted <= longest(block)) : found;
  const target = byId.get(allocation.model)!;

  function formFor(value: string): string {
    const query = new URLSearchParams({ [field]: isBlock ? `${value.split('/')[0]}/${wanted}` : value });
    for (const name of allocation.shared) {
      const held = object[name];
      const key = typeof held === 'object' && held !== null && 'id' in held ? held.id : held;
      if (key !== null && key !== undefined) query.set(name, String(key));
    }
    if (allocation.owner) query.set(allocation.owner, String(object.id));
    query.set('return_url', `/${model.path}/${object.id}/`);
    return `/${target.path}/add/?${query}`;
  }

  return (
    <Modal opened onClose={onClose} title={text('allocate.title', { name: String(object.display) })}>
      {isBlock && usual && (
        <TextInput
          label={text('allocate.length')}
          inputMode="numeric"
          placeholder={String(usual)}
          value={length}
          onChange={(event) => setLength(event.currentTarget.value.replace(/\D/g, ''))}
        />
      )}
      {free.isPending ? (
        <Loading />
      ) : offered.length === 0 ? (
        <p>{text('allocate.none')}</p>
      ) : (
        <div className={styles.free}>
          {offered.map((value, at) => (
            <AppLink key={value} to={formFor(value)} data-autofocus={at === 0 || undefined}>
              {isBlock && lengthOf(value) !== wanted ? `${value.split('/')[0]}/${wanted}` : value}
              <span className={styles.hint}>
                {isBlock && lengthOf(value) !== wanted ? value : at === 0 ? text('allocate.first') : ''}
              </span>
            </AppLink>
          ))}
        </div>
      )}
    </Modal>
  );
}

const lengthOf = (block: string) => Number(block.split('/')[1]);
const longest = (block: string) => (block.includes(':') ? 128 : 32);

/** A network for people where the block is larger than that: /24, or /64. */
function usualLength(block: string | undefined): number | undefined {
  return block === undefined ? undefined : Math.max(lengthOf(block), block.includes(':') ? 64 : 24);
}
