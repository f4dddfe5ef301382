import { ActionIcon, Button, FileButton } from '@mantine/core';
import { IconTrash, IconUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { ApiError } from '../../api/api-error.ts';
import { request } from '../../api/request.ts';
import { upload } from '../../api/upload.ts';
import type { PictureProperties } from '../../pictures/picture-properties.ts';
import { may } from '../../session/may.ts';
import { useSession } from '../../session/use-session.ts';
import { Failure } from '../../shell/failure.tsx';
import { Loading } from '../../shell/loading.tsx';
import { text } from '../../texts/text.ts';
import styles from './images-tab.module.css';
import { useAttached } from './use-attached.ts';
import { useRefresh } from './use-refresh.ts';

/** The pictures attached to an object; new ones are chosen or dropped. */
export function ImagesTab({ model, object }: PictureProperties) {
  const { meta, about, data, error, refetch } = useAttached('images', model, object);
  const { user } = useSession();
  const refresh = useRefresh(model, object);
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const mayAdd = may(user, meta.model.replace('.', '.add_'));
  const mayDelete = may(user, meta.model.replace('.', '.delete_'));

  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setRefused('');
    try {
      await work();
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      setRefused(Object.values(fault.fields).join(' ') || fault.message);
    } finally {
      await refresh();
      setBusy(false);
    }
  };
  const add = (files: readonly File[]) =>
    attempt(async () => {
      for (const file of files) {
        const form = new FormData();
        for (const [name, value] of Object.entries(about)) form.set(name, String(value));
        form.set('name', file.name);
        form.set('image', file);
        await upload(`/api/${meta.api}/`, form);
      }
    });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (mayAdd) void add([...event.dataTransfer.files]);
  };

  if (error) return <Failure title={text('images.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <section aria-label={text('tab.images')} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {mayAdd && (
        <p className={styles.add}>
          <FileButton multiple accept="image/*" onChange={(files) => void add(files)}>
            {(properties) => (
              <Button {...properties} variant="default" loading={busy} leftSection={<IconUpload size={14} />}>
                {text('images.add')}
              </Button>
            )}
          </FileButton>
          <span>{text('images.drop')}</span>
        </p>
      )}
      {refused && (
        <p role="alert" className={styles.refused}>
          {refused}
        </p>
      )}
      {data.results.length === 0 && <p className={styles.none}>{text('images.none')}</p>}
      <ul className={styles.images}>
        {data.results.map((image) => (
          <li key={image.id} className={styles.image}>
            <a href={String(image.image)} target="_blank" rel="noreferrer">
              <img src={String(image.image)} alt={String(image.description || image.name)} loading="lazy" />
            </a>
            <footer>
              <span title={String(image.display)}>{String(image.display)}</span>
              <small>{`${image.image_width} × ${image.image_height}`}</small>
              {mayDelete && (
                <ActionIcon
                  aria-label={text('images.delete', { name: String(image.display) })}
                  onClick={() =>
                    window.confirm(text('images.sure', { name: String(image.display) })) &&
                    void attempt(() => request(`/api/${meta.api}/${image.id}/`, { method: 'DELETE' }))
                  }
                >
                  <IconTrash size={15} />
                </ActionIcon>
              )}
            </footer>
          </li>
        ))}
      </ul>
    </section>
  );
}
