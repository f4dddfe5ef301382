import { type ReactNode, useCallback, useState } from 'react';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { AppLink } from '../shell/app-link.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { text } from '../texts/text.ts';
import { CreateInPlace } from './create-in-place.tsx';
import { CreateObject, type CreateRequest } from './fields/create-object.ts';
import styles from './form-page.module.css';

interface Properties {
  readonly model: ModelMeta;
  readonly title: string;
  /** What one is. */
  readonly about?: string;
  readonly children: ReactNode;
}

/** The page around a form: where one is, what is done, and room to make other objects meanwhile. */
export function FormPage({ model, title, about, children }: Properties) {
  const [creating, setCreating] = useState<CreateRequest>();
  const done = useCallback(() => setCreating(undefined), []);
  return (
    <CreateObject value={setCreating}>
      <div className={styles.page}>
        <title>{`${title} · ${text('app.name')}`}</title>
        <div className={styles.trail}>
          <AppLink to={`/${model.path}/`}>{capitalize(model.plural)}</AppLink>
        </div>
        <h1 className={styles.title}>{title}</h1>
        {about && <p className={styles.about}>{about}</p>}
        {children}
      </div>
      {creating && <CreateInPlace request={creating} onDone={done} />}
    </CreateObject>
  );
}
