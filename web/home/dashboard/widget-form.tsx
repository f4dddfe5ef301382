import {
  Button,
  Checkbox,
  JsonInput,
  Modal,
  MultiSelect,
  NumberInput,
  Select,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { WidgetConfig } from '../../../src/surfaces/dashboard/contract.ts';
import { useModels } from '../../meta/use-models.ts';
import { capitalize } from '../../texts/capitalize.ts';
import { type TextKey, text } from '../../texts/text.ts';
import styles from './widget-form.module.css';

interface Properties {
  readonly widget: WidgetConfig;
  readonly onChange: (widget: WidgetConfig) => void;
  readonly onClose: () => void;
}

type Kind = 'text' | 'markdown' | 'number' | 'model' | 'models' | 'json' | 'order' | 'flag';

/** What can be set of each widget: NetBox's names. */
const settings: Readonly<Record<string, readonly (readonly [name: string, kind: Kind, label: TextKey])[]>> = {
  'extras.ObjectCountsWidget': [
    ['models', 'models', 'widget.models'],
    ['filters', 'json', 'widget.filters'],
  ],
  'extras.ObjectListWidget': [
    ['model', 'model', 'widget.model'],
    ['page_size', 'number', 'widget.rows'],
    ['url_params', 'json', 'widget.filters'],
  ],
  'extras.NoteWidget': [['content', 'markdown', 'widget.content']],
  'extras.BookmarksWidget': [
    ['object_types', 'models', 'widget.models'],
    ['order_by', 'order', 'widget.order'],
    ['max_items', 'number', 'widget.most'],
  ],
  'extras.RSSFeedWidget': [
    ['feed_url', 'text', 'widget.url'],
    ['max_entries', 'number', 'widget.most'],
    ['cache_timeout', 'number', 'widget.keep'],
    ['request_timeout', 'number', 'widget.timeout'],
    ['requires_internet', 'flag', 'widget.internet'],
  ],
};

const colors = [
  'blue',
  'indigo',
  'purple',
  'pink',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'cyan',
  'gray',
  'black',
];
const orders: readonly [string, TextKey][] = [
  ['-created', 'widget.newest'],
  ['created', 'widget.oldest'],
  ['alphabetical-az', 'widget.az'],
  ['alphabetical-za', 'widget.za'],
];

/** A widget's title, colour and what it shows. */
export function WidgetForm({ widget, onChange, onClose }: Properties) {
  const { index } = useModels();
  const [title, setTitle] = useState(widget.title ?? '');
  const [color, setColor] = useState(widget.color);
  const [config, setConfig] = useState(widget.config);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const set = (name: string, value: unknown) => setConfig({ ...config, [name]: value });
  const models = index.models.map(({ id, plural }) => ({ value: id, label: `${capitalize(plural)} (${id})` }));
  const broken = Object.values(texts).some((json) => json.trim() !== '' && !isObject(json));

  const input = (name: string, kind: Kind, label: string) => {
    const value = config[name];
    switch (kind) {
      case 'models':
        return (
          <MultiSelect
            key={name}
            label={label}
            searchable
            data={models}
            value={Array.isArray(value) ? value.map(String) : []}
            onChange={(chosen) => set(name, chosen)}
          />
        );
      case 'model':
        return (
          <Select
            key={name}
            label={label}
            searchable
            data={models}
            value={value ? String(value) : null}
            onChange={(chosen) => set(name, chosen)}
          />
        );
      case 'order':
        return (
          <Select
            key={name}
            label={label}
            data={orders.map(([order, key]) => ({ value: order, label: text(key) }))}
            value={String(value ?? '-created')}
            onChange={(chosen) => set(name, chosen)}
          />
        );
      case 'flag':
        return (
          <Checkbox
            key={name}
            label={label}
            checked={value !== false}
            onChange={(event) => set(name, event.currentTarget.checked)}
          />
        );
      case 'number':
        return (
          <NumberInput
            key={name}
            label={label}
            min={1}
            max={name === 'cache_timeout' ? 86_400 : 500}
            value={Number(value) || ''}
            onChange={(typed) => set(name, Number(typed) || null)}
          />
        );
      case 'json':
        return (
          <JsonInput
            key={name}
            label={label}
            description={text('widget.filtersHint')}
            autosize
            minRows={2}
            validationError={text('widget.noJson')}
            value={texts[name] ?? (value ? JSON.stringify(value, null, 2) : '')}
            onChange={(typed) => {
              setTexts({ ...texts, [name]: typed });
              if (typed.trim() === '') set(name, null);
              else if (isObject(typed)) set(name, JSON.parse(typed));
            }}
          />
        );
      default: {
        const Input = kind === 'markdown' ? Textarea : TextInput;
        return (
          <Input
            key={name}
            label={label}
            {...(kind === 'markdown' ? { autosize: true, minRows: 4 } : {})}
            value={String(value ?? '')}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        );
      }
    }
  };

  return (
    <Modal opened onClose={onClose} title={text('widget.title')} size={520}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!broken) onChange({ ...widget, title: title.trim() || null, color, config });
        }}
      >
        <TextInput
          data-autofocus
          label={text('widget.name')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Select clearable label={text('widget.color')} data={colors} value={color} onChange={setColor} />
        {(settings[widget.class] ?? []).map(([name, kind, label]) => input(name, kind, text(label)))}
        <Button type="submit" disabled={broken}>
          {text('widget.apply')}
        </Button>
      </form>
    </Modal>
  );
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
