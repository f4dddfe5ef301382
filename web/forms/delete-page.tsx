import { Button, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { DeletionPreview } from '../../src/operations/write/deletion-contract.ts';
import { ApiError } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import { DeletionConsequences } from '../bulk/deletion-consequences.tsx';
import { deletionPreviewQuery } from '../bulk/deletion-preview-query.ts';
import { objectQuery } from '../detail/object-query.ts';
import { useModel } from '../meta/use-model.ts';
import { AppLink } from '../shell/app-link.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { text } from '../texts/text.ts';
import styles from './delete-page.module.css';
import { forgetData } from './forget-data.ts';
import page from './form-page.module.css';
import form from './object-form.module.css';
import { returnPath } from './return-path.ts';

/** `/dcim/devices/1/delete/`: what goes with it, what forbids it; Ctrl+Enter deletes, Escape leaves. */
export function DeletePage({ path, id }: { readonly path: string; readonly id: string }) {
  const model = useModel(path);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const [message, setMessage] = useState('');
  const [isBusy, setBusy] = useState(false);
  // Once the object is gone, this page must not ask for it again; what is known of it goes with the page.
  const object = useQuery({ ...objectQuery(model, id), enabled: !isBusy });
  const preview = useQuery({ ...deletionPreviewQuery(model, [Number(id)]), enabled: !isBusy });
  const isGone = useRef(false);
  useEffect(
    () => () => {
      if (isGone.current) client.removeQueries({ queryKey: ['object', model.id, id] });
    },
    [client, model, id],
  );
  const [refused, setRefused] = useState<Error>();
  const there = `/${model.path}/${id}/`;
  const failure = object.error ?? preview.error;
  const possible = preview.data !== undefined && preview.data.refused.length === 0;

  async function remove() {
    if (!possible || isBusy) return;
    setBusy(true);
    setRefused(undefined);
    try {
      const body = message ? { changelog_message: message } : undefined;
      await request(`/api/${model.api}/${id}/`, { method: 'DELETE', body });
      isGone.current = true;
      await forgetData(client);
      navigate(returnPath(query) ?? `/${model.path}/`, { replace: true });
    } catch (error) {
      setRefused(error as Error);
      setBusy(false);
    }
  }
  const leave = () => navigate(there);
  useHotkeys(
    [
      ['Escape', leave],
      ['mod+Enter', () => void remove()],
    ],
    [],
  );

  if (object.error instanceof ApiError && object.error.status === 404) return <NotFound label={model.label} />;
  if (failure) return <Failure title={text('detail.failed')} error={failure} onRetry={() => void preview.refetch()} />;
  if (!object.data) return <Loading />;
  const name = String(object.data.display ?? id);
  const alone = preview.data?.goes.length === 0 && preview.data.cleared.length === 0 && possible;
  return (
    <div className={page.page}>
      <title>{`${text('delete.title', { label: name })} · ${text('app.name')}`}</title>
      <div className={page.trail}>
        <AppLink to={`/${model.path}/`}>{capitalize(model.plural)}</AppLink>
      </div>
      <h1 className={page.title}>{text('delete.ask', { name })}</h1>
      <div className={styles.consequences}>
        {preview.data ? <DeletionConsequences {...shownOf(preview.data)} /> : <Loading />}
        {alone && <p>{text('delete.nothingElse')}</p>}
        {refused && (
          <p className={styles.refused} role="alert">
            {refused.message}
          </p>
        )}
        <div className={form.footer}>
          <Button
            color="red"
            autoFocus
            disabled={!possible}
            loading={isBusy}
            onClick={() => void remove()}
            aria-keyshortcuts="Control+Enter"
          >
            {text('delete.confirm')}
          </Button>
          <Button variant="subtle" color="gray" onClick={leave} aria-keyshortcuts="Escape">
            {text('form.cancel')}
          </Button>
          {model.features.includes('changeLogging') && (
            <TextInput
              className={form.message}
              aria-label={text('form.message')}
              placeholder={text('form.message')}
              maxLength={200}
              value={message}
              onChange={(event) => setMessage(event.currentTarget.value)}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** Where something forbids it, nothing goes. */
function shownOf(preview: DeletionPreview): DeletionPreview {
  return preview.refused.length > 0 ? { ...preview, goes: [], cleared: [] } : preview;
}
