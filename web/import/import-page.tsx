import { Button, Progress, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ImportResult } from '../../src/operations/import/contract.ts';
import type { ImportAsked, ImportColumnMeta } from '../../src/surfaces/bulk/contract.ts';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import { InBackground } from '../bulk/in-background.tsx';
import { useFollowJob } from '../bulk/use-follow-job.ts';
import { AppLink } from '../shell/app-link.tsx';
import { Loading } from '../shell/loading.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { text } from '../texts/text.ts';
import { ColumnGuide } from './column-guide.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { ExistingOptions } from './existing-options.tsx';
import styles from './import.module.css';
import { importColumnsQuery } from './import-columns-query.ts';
import { ImportSource } from './import-source.tsx';
import { ImportTable } from './import-table.tsx';
import { type Mapping, mapColumns } from './map-columns.ts';
import type { Cells, Parsed } from './parse-rows.ts';
import { runImport } from './run-import.ts';

interface Running {
  readonly preview: boolean;
  readonly done: number;
}

/** From a text to objects: read, mapped, rehearsed with every error at its cell, mended in place, imported whole. */
export function ImportPage({ model }: { readonly model: ModelMeta }) {
  const { data: columns } = useQuery(importColumnsQuery(model));
  const custom = useMemo(
    () => model.columns.flatMap(({ name }) => (name.startsWith('cf_') ? [name] : [])),
    [model.columns],
  );
  const client = useQueryClient();
  const navigate = useNavigate();
  const [parsed, setParsed] = useState<Parsed>();
  const [rows, setRows] = useState<readonly Cells[]>([]);
  const [mapping, setMapping] = useState<Mapping>({});
  const [existing, setExisting] = useState<ImportAsked['existing']>('refuse');
  const [match, setMatch] = useState<readonly string[]>([]);
  const [message, setMessage] = useState('');
  const [background, setBackground] = useState(false);
  const follow = useFollowJob();
  const [running, setRunning] = useState<Running>();
  const [result, setResult] = useState<ImportResult>();
  const [failure, setFailure] = useState('');
  const stop = useRef<AbortController>(undefined);

  if (!columns) return <Loading />;

  function take(next: Parsed | undefined) {
    setParsed(next);
    setRows(next?.rows ?? []);
    setResult(undefined);
    setFailure('');
    if (!next || !columns) return;
    const mapped = mapColumns(next.columns, columns, custom);
    setMapping(mapped);
    setMatch(likelyMatch(mapped, columns));
  }

  const mapped = parsed?.columns.filter((source) => mapping[source]) ?? [];
  const missing = columns.filter(
    ({ name, required }) =>
      required && existing !== 'update' && !mapped.some((source) => mapping[source]!.split('.')[0] === name),
  );
  const updates = mapped.some((source) => mapping[source] === 'id');

  async function run(preview: boolean) {
    stop.current = new AbortController();
    setFailure('');
    setRunning({ preview, done: 0 });
    const asked: ImportAsked = {
      rows: rows.map((row) => Object.fromEntries(sent(row))),
      existing,
      match,
      message,
      preview,
      background: background && !preview,
    };
    try {
      if (asked.background) {
        follow(await request(`/patchbay/import/${model.api}/`, { method: 'POST', body: asked }));
        return;
      }
      const told = await runImport(model.api, asked, {
        onProgress: (done) => setRunning({ preview, done }),
        signal: stop.current.signal,
      });
      setResult(told);
      if (preview || told.errors.length > 0) return;
      await client.invalidateQueries({ queryKey: ['list', model.id] });
      navigate(`/${model.path}/?sort=-last_updated`.replace(...withoutSort(model)));
    } catch (error) {
      if (!stop.current.signal.aborted) setFailure((error as Error).message);
    } finally {
      setRunning(undefined);
    }
  }

  /** A row under the names that the server knows; what lies below objects keeps its own. */
  function* sent(row: Cells): Generator<[string, unknown]> {
    for (const [source, value] of Object.entries(row)) {
      const target = mapping[source];
      if (target) yield [target, value];
      else if (Array.isArray(value) || parsed?.format !== 'csv') yield [source, value];
    }
  }

  const title = capitalize(text('import.title', { plural: model.plural }));
  const wrong = result?.errors.length ?? 0;
  const ready = result !== undefined && wrong === 0 && !running;
  return (
    <div className={styles.page}>
      <title>{`${title} · ${text('app.name')}`}</title>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <AppLink to={`/${model.path}/`}>{text('import.back', { plural: model.plural })}</AppLink>
      </header>
      <ImportSource parsed={parsed} onParsed={take} />
      {!parsed && <ColumnGuide model={model} columns={columns} custom={custom} />}
      {parsed && (
        <>
          <ColumnMapping
            parsed={parsed}
            columns={columns}
            custom={custom}
            mapping={mapping}
            onChange={(next) => {
              setMapping(next);
              if (match.length === 0) setMatch(likelyMatch(next, columns));
              setResult(undefined);
            }}
          />
          {missing.length > 0 && !updates && (
            <p className={styles.warning} role="alert">
              {text('import.missing', { columns: missing.map(({ name }) => name).join(', ') })}
            </p>
          )}
          <div className={styles.options}>
            <ExistingOptions
              columns={columns.filter(({ name }) => mapped.some((source) => mapping[source]!.split('.')[0] === name))}
              existing={existing}
              match={match}
              onChange={(nextExisting, nextMatch) => {
                setExisting(nextExisting);
                setMatch(nextMatch);
                setResult(undefined);
              }}
            />
            <TextInput
              className={styles.message}
              label={text('bulk.message')}
              maxLength={200}
              value={message}
              onChange={(event) => setMessage(event.currentTarget.value)}
            />
            <InBackground checked={background} onChange={setBackground} />
          </div>
          <div className={styles.actions}>
            <Button
              variant={ready ? 'default' : 'filled'}
              loading={running?.preview === true}
              disabled={running !== undefined || mapped.length === 0}
              onClick={() => void run(true)}
            >
              {text('import.check', { count: rows.length })}
            </Button>
            <Button
              loading={running?.preview === false}
              disabled={!ready}
              variant={ready ? 'filled' : 'default'}
              onClick={() => void run(false)}
            >
              {text('import.submit', { count: rows.length })}
            </Button>
            {running && (
              <Button variant="subtle" color="gray" onClick={() => stop.current?.abort()}>
                {text('bulk.cancel')}
              </Button>
            )}
            <output className={styles.outcome}>{running ? progressText(running, rows.length) : told(result)}</output>
          </div>
          {running && (
            <Progress value={(running.done / rows.length) * 100} size="sm" aria-label={text('import.running')} />
          )}
          {failure && (
            <p className={styles.failure} role="alert">
              {failure}
            </p>
          )}
          <ImportTable
            columns={parsed.columns}
            mapping={mapping}
            rows={rows}
            result={result}
            onCell={(at, source, value) => {
              setRows((before) => before.with(at, { ...before[at], [source]: value }));
              // What was checked is no more what would be imported.
              setResult((before) => before && stale(before, at));
            }}
            onRemove={(at) => {
              setRows((before) => before.toSpliced(at, 1));
              setResult(undefined);
            }}
          />
        </>
      )}
    </div>
  );
}

/** The column by which a row most likely finds its object: the first that no two objects share. */
function likelyMatch(mapping: Mapping, columns: readonly ImportColumnMeta[]): readonly string[] {
  const targets = new Set(Object.values(mapping).map((target) => target.split('.')[0]));
  const found = columns.find(({ name, unique }) => unique && targets.has(name));
  return found ? [found.name] : [];
}

/** The result after a cell of a row has changed: the row's errors are told no more, and another check is due. */
function stale(result: ImportResult, at: number): ImportResult | undefined {
  const errors = result.errors.filter(({ row }) => row !== at);
  return errors.length > 0 ? { ...result, errors } : undefined;
}

function progressText({ preview, done }: Running, total: number): string {
  return text(preview ? 'import.checking' : 'import.importing', { done: done, total: total });
}

function told(result: ImportResult | undefined): string {
  if (!result) return '';
  const { created, updated, skipped, errors } = result;
  if (errors.length > 0) return text('import.wrong', { count: errors.length });
  return [
    text('import.created', { count: created }),
    ...(updated ? [text('import.updated', { count: updated })] : []),
    ...(skipped ? [text('import.skipped', { count: skipped })] : []),
  ].join(' · ');
}

/** Lists that know no moment of change open as usual. */
const withoutSort = (model: ModelMeta): [string, string] =>
  model.fields.some(({ name }) => name === 'last_updated') ? ['', ''] : ['?sort=-last_updated', ''];
