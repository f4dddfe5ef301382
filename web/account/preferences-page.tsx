import { Button, Checkbox, NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { request } from '../api/request.ts';
import { Panel } from '../detail/panel.tsx';
import { languageCodes } from '../language/available-languages.ts';
import { languageName } from '../language/language-name.ts';
import { languageOf, languageQuery } from '../language/language-query.ts';
import { loadLanguage } from '../language/load-language.ts';
import { forgetPageSize, pageSizes } from '../list/page-size.ts';
import { applyPreferences } from '../session/apply-preferences.ts';
import { sessionQuery } from '../session/session-query.ts';
import { useSession } from '../session/use-session.ts';
import { type UserConfig, userConfigQuery } from '../session/user-config-query.ts';
import { inForce } from '../texts/in-force.ts';
import { text } from '../texts/text.ts';
import styles from './account.module.css';
import { ChosenColumns } from './chosen-columns.tsx';

const delimiters = ['comma', 'semicolon', 'pipe', 'tab'] as const;
const schemes = ['auto', 'light', 'dark'] as const;

/** How one likes the interface: kept under the names that NetBox keeps it under, for both to read. */
export function PreferencesPage() {
  const session = useSession();
  const { user, settings } = session;
  const navigate = useNavigate();
  const client = useQueryClient();
  const query = userConfigQuery(user);
  const { data: config } = useSuspenseQuery(query);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [held, setHeld] = useState(() => ({
    perPage: String(config.pagination?.per_page ?? ''),
    striping: isOn(config.ui?.tables?.striping),
    delimiter: config.csv_delimiter ?? 'comma',
    scheme: colorScheme as string,
    language: config.locale?.language ?? '',
  }));
  const save = useMutation({
    mutationFn: () =>
      request<UserConfig>('/api/users/config/', {
        method: 'PATCH',
        body: {
          pagination: { per_page: held.perPage === '' ? null : Number(held.perPage) },
          // NetBox keeps the words of its form.
          ui: { tables: { striping: held.striping ? 'true' : '' } },
          csv_delimiter: held.delimiter,
          locale: { language: held.language },
          patchbay: { color_scheme: held.scheme },
        },
      }),
    async onSuccess(saved) {
      client.setQueryData(query.queryKey, saved);
      forgetPageSize();
      applyPreferences(saved);
      setColorScheme(held.scheme as (typeof schemes)[number]);
      await speak(held.language);
    },
  });
  /** Lets a preferred language hold at once; where it is another one, this page begins anew in it and says that it is saved. */
  const speak = async (preferred: string) => {
    const language = await loadLanguage(languageOf(session, preferred));
    if (language.code !== inForce.language.code) navigate('.', { replace: true, state: { saved: true } });
    client.setQueryData(sessionQuery.queryKey, { ...session, user: user && { ...user, language: preferred } });
    client.setQueryData(languageQuery(session).queryKey, language);
  };
  const saved = useLocation().state?.saved === true;
  const [touched, touch] = useState(false);
  const savedBefore = saved && !touched;
  const saveButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (saved) saveButton.current?.focus();
  }, [saved]);
  const set = (change: Partial<typeof held>) => {
    touch(true);
    save.reset();
    setHeld((before) => ({ ...before, ...change }));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Panel title={text('preferences.lists')}>
        <div className={styles.fields}>
          <NativeSelect
            label={text('preferences.perPage')}
            value={held.perPage}
            data={[
              { value: '', label: text('preferences.usual', { count: settings.PAGINATE_COUNT ?? 50 }) },
              ...[...new Set([...pageSizes.map(String), held.perPage])].filter(Boolean),
            ]}
            onChange={(event) => set({ perPage: event.currentTarget.value })}
          />
          <Checkbox
            label={text('preferences.striping')}
            checked={held.striping}
            onChange={(event) => set({ striping: event.currentTarget.checked })}
          />
        </div>
      </Panel>
      <Panel title={text('preferences.looks')}>
        <div className={styles.fields}>
          <NativeSelect
            label={text('preferences.scheme')}
            value={held.scheme}
            data={schemes.map((value) => ({ value, label: text(`scheme.${value}`) }))}
            onChange={(event) => set({ scheme: event.currentTarget.value })}
          />
          <NativeSelect
            label={text('preferences.language')}
            description={settings.TRANSLATION_ENABLED === false ? text('preferences.noTranslation') : undefined}
            value={held.language}
            data={[
              {
                value: '',
                label: text('preferences.browserLanguage', { language: languageName(languageOf(session, '')) }),
              },
              ...[...new Set([...languageCodes, held.language])]
                .filter(Boolean)
                .map((code) => ({ value: code, label: languageName(code) })),
            ]}
            onChange={(event) => set({ language: event.currentTarget.value })}
          />
        </div>
      </Panel>
      <Panel title={text('preferences.files')}>
        <div className={styles.fields}>
          <NativeSelect
            label={text('preferences.delimiter')}
            value={held.delimiter}
            data={delimiters.map((value) => ({ value, label: text(`preferences.${value}`) }))}
            onChange={(event) => set({ delimiter: event.currentTarget.value })}
          />
        </div>
      </Panel>
      <div className={styles.bar}>
        <Button type="submit" loading={save.isPending} ref={saveButton}>
          {text('preferences.save')}
        </Button>
        {(save.isSuccess || savedBefore) && <output className={styles.dim}>{text('preferences.saved')}</output>}
        {save.error && (
          <span className={styles.bad} role="alert">
            {save.error.message}
          </span>
        )}
      </div>
      <ChosenColumns config={config} />
    </form>
  );
}

const isOn = (value: unknown) => value === true || value === 'true';
