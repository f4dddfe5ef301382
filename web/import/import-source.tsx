import { Button, NativeSelect, Select, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import type { DataFileText } from '../../src/surfaces/bulk/contract.ts';
import { request } from '../api/request.ts';
import type { RestList } from '../api/rest.ts';
import { useModels } from '../meta/use-models.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';
import { text } from '../texts/text.ts';
import styles from './import.module.css';
import { onlyLatest } from './only-latest.ts';
import { formatOf, type ImportFormat, type Parsed, parseRows } from './parse-rows.ts';

interface Properties {
  readonly parsed: Parsed | undefined;
  readonly onParsed: (parsed: Parsed | undefined) => void;
}

/** The text that is imported: pasted, from files, or from a data file that the server keeps. */
export function ImportSource({ parsed, onParsed }: Properties) {
  const [source, setSource] = useState('');
  const [format, setFormat] = useState<ImportFormat | ''>('');
  const [problem, setProblem] = useState('');
  const [names, setNames] = useState('');
  const files = useRef<HTMLInputElement>(null);
  const [latest] = useState(onlyLatest);
  const [opened] = useState(onlyLatest);

  async function read(texts: readonly string[], as: ImportFormat | '') {
    setProblem('');
    try {
      // Parsers are loaded when they are first needed: what was typed before may be read later.
      const read = await latest(
        Promise.all(texts.filter((one) => one.trim()).map((one) => parseRows(one, as || formatOf(one)))),
      );
      if (!read) return;
      const all = read.value;
      const [first] = all;
      if (!first || all.every(({ rows }) => rows.length === 0)) return onParsed(undefined);
      onParsed({
        ...first,
        columns: [...new Set(all.flatMap(({ columns }) => columns))],
        rows: all.flatMap(({ rows }) => rows),
      });
    } catch (error) {
      onParsed(undefined);
      setProblem((error as Error).message);
    }
  }
  function change(next: string) {
    void opened(Promise.resolve());
    setSource(next);
    setNames('');
    void read([next], format);
  }
  async function open(list: FileList | null) {
    const chosen = [...(list ?? [])];
    if (chosen.length === 0) return;
    const told = await opened(Promise.all(chosen.map((file) => file.text())));
    if (!told) return;
    const texts = told.value;
    setNames(chosen.map(({ name }) => name).join(', '));
    setSource(chosen.length === 1 && texts[0]!.length < 200_000 ? texts[0]! : '');
    await read(texts, format);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    void open(event.dataTransfer.files);
  }
  function paste(event: ClipboardEvent) {
    if (event.clipboardData.files.length > 0) {
      event.preventDefault();
      void open(event.clipboardData.files);
    }
  }
  return (
    <section className={styles.source} aria-label={text('import.source')}>
      <Textarea
        className={styles.text}
        classNames={{ input: styles.mono! }}
        aria-label={text('import.text')}
        placeholder={text('import.placeholder')}
        minRows={parsed ? 3 : 8}
        maxRows={parsed ? 3 : 16}
        autosize
        spellCheck={false}
        value={source}
        onChange={(event) => change(event.currentTarget.value)}
        onDrop={drop}
        onPaste={paste}
        error={problem || undefined}
      />
      <div className={styles.from}>
        <Button variant="default" leftSection={<IconFileUpload size={14} />} onClick={() => files.current?.click()}>
          {text('import.files')}
        </Button>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          accept=".csv,.tsv,.txt,.json,.yaml,.yml"
          aria-label={text('import.files')}
          onChange={(event) => {
            void open(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
        <DataFile
          onText={(name, content) => {
            setNames(name);
            setSource(content.length < 200_000 ? content : '');
            void read([content], format);
          }}
          onProblem={setProblem}
        />
        <NativeSelect
          aria-label={text('import.format')}
          value={format}
          data={[
            { value: '', label: text('import.formatAuto') },
            { value: 'csv', label: 'CSV' },
            { value: 'json', label: 'JSON' },
            { value: 'yaml', label: 'YAML' },
          ]}
          onChange={(event) => {
            const next = event.currentTarget.value as ImportFormat | '';
            setFormat(next);
            void read([source], next);
          }}
        />
        {parsed && (
          <span className={styles.found}>
            {names && `${names}: `}
            {text('import.found', {
              format: parsed.format.toUpperCase(),
              rows: text('import.rowCount', { count: parsed.rows.length }),
              columns: text('import.columnCount', { count: parsed.columns.length }),
            })}
            {parsed.delimiter && parsed.delimiter !== ',' && ` (${delimiterName(parsed.delimiter)})`}
          </span>
        )}
      </div>
    </section>
  );
}

const delimiterName = (delimiter: string) => (delimiter === '\t' ? 'Tab' : delimiter);

interface DataFileProperties {
  readonly onText: (name: string, content: string) => void;
  readonly onProblem: (problem: string) => void;
}

/** Files of data sources that the server has synchronised. */
function DataFile({ onText, onProblem }: DataFileProperties) {
  const { user } = useSession();
  const { dataFiles } = useModels().index;
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 200);
  const [latest] = useState(onlyLatest);
  const mayView = may(user, dataFiles.permission);
  const { data } = useQuery({
    queryKey: ['dataFiles', wanted],
    enabled: mayView,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      request<RestList>(`/api/${dataFiles.api}/?limit=50&q=${encodeURIComponent(wanted)}`, { signal }),
  });
  if (!mayView || (data?.results.length === 0 && wanted === '')) return null;
  async function open(id: string | null, label: string) {
    if (!id) return;
    try {
      const told = await latest(request<DataFileText>(`/patchbay/data-file/${id}/`));
      if (told) onText(label, told.value.content);
    } catch (error) {
      onProblem((error as Error).message);
    }
  }
  return (
    <Select
      size="xs"
      searchable
      aria-label={text('import.dataFile')}
      placeholder={text('import.dataFile')}
      data={(data?.results ?? []).map((one) => ({ value: String(one.id), label: String(one.path ?? one.display) }))}
      filter={({ options }) => options}
      onSearchChange={setSearch}
      onChange={(value, option) => void open(value, option?.label ?? '')}
    />
  );
}
