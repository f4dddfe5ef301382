import { ActionIcon, Button, SegmentedControl, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { ApiError } from '../../api/api-error.ts';
import { request } from '../../api/request.ts';
import type { RestChoice, RestReference } from '../../api/rest.ts';
import { useModel } from '../../meta/use-model.ts';
import { useModels } from '../../meta/use-models.ts';
import type { PictureProperties } from '../../pictures/picture-properties.ts';
import { may } from '../../session/may.ts';
import { useSession } from '../../session/use-session.ts';
import { Failure } from '../../shell/failure.tsx';
import { Loading } from '../../shell/loading.tsx';
import { formatMoment } from '../../texts/format-moment.ts';
import { text } from '../../texts/text.ts';
import { Value } from '../../values/value.tsx';
import styles from './journal-tab.module.css';
import { useAttached } from './use-attached.ts';
import { useRefresh } from './use-refresh.ts';

const Markdown = lazy(async () => ({ default: (await import('../../values/markdown.tsx')).Markdown }));

/** What people noted about an object, the newest first, and a line to note something. */
export function JournalTab({ model, object }: PictureProperties) {
  const { meta, about, data, error, refetch } = useAttached('journal', model, object);
  const entryModel = useModel(useModels().byId.get(meta.model)!.path);
  const { user } = useSession();
  const refresh = useRefresh(model, object);
  const kinds = entryModel.fields.find(({ name }) => name === 'kind')?.choices ?? [];
  const [kind, setKind] = useState('info');
  const [comments, setComments] = useState('');
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const permission = (action: string) => may(user, meta.model.replace('.', `.${action}_`));

  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setRefused('');
    try {
      await work();
      await refresh();
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      setRefused(Object.values(fault.fields).join(' ') || fault.message);
    } finally {
      setBusy(false);
    }
  };
  const add = () =>
    comments.trim() &&
    attempt(async () => {
      await request(`/api/${meta.api}/`, { method: 'POST', body: { ...about, kind, comments } });
      setComments('');
    });

  return (
    <div className={styles.journal}>
      {permission('add') && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Textarea
            aria-label={text('journal.entry')}
            placeholder={text('journal.placeholder')}
            autosize
            minRows={2}
            maxRows={16}
            value={comments}
            onChange={(event) => setComments(event.currentTarget.value)}
            onKeyDown={getHotkeyHandler([['mod+Enter', () => void add()]])}
            error={refused || undefined}
          />
          <div className={styles.actions}>
            <SegmentedControl
              size="xs"
              aria-label={text('journal.kind')}
              value={kind}
              onChange={setKind}
              data={kinds.map(({ value, label }) => ({ value: String(value), label }))}
            />
            <Button type="submit" loading={busy} disabled={!comments.trim()}>
              {text('journal.add')}
            </Button>
          </div>
        </form>
      )}
      {error && <Failure title={text('journal.failed')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.results.length === 0 && <p className={styles.none}>{text('journal.none')}</p>}
      <ol className={styles.entries}>
        {data?.results.map((entry) => (
          <li key={entry.id} className={styles.entry} data-kind={(entry.kind as RestChoice).value}>
            <header className={styles.head}>
              <Value value={entry.kind} view="choice" objectId={entry.id} colors={entryModel.colors?.kind} />
              <strong>{(entry.created_by as unknown) ? authorOf(entry.created_by) : text('journal.nobody')}</strong>
              <time dateTime={String(entry.created)}>{formatMoment(String(entry.created))}</time>
              <span className={styles.tools}>
                {permission('delete') && (
                  <ActionIcon
                    aria-label={text('journal.delete')}
                    onClick={() =>
                      window.confirm(text('journal.sure')) &&
                      void attempt(() => request(`/api/${meta.api}/${entry.id}/`, { method: 'DELETE' }))
                    }
                  >
                    <IconTrash size={15} />
                  </ActionIcon>
                )}
              </span>
            </header>
            <Suspense fallback={<p>{String(entry.comments)}</p>}>
              <Markdown source={String(entry.comments)} />
            </Suspense>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A user by name; NetBox serves the author as a number. */
function authorOf(author: unknown): string {
  return typeof author === 'object' && author !== null ? (author as RestReference).display : `#${String(author)}`;
}
