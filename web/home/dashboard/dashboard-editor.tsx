import { ActionIcon, Button, Menu } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowsMove, IconPlus, IconSettings, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import GridLayout from 'react-grid-layout';
import 'react-grid-layout/css/styles.css';
import type { Dashboard, WidgetConfig, WidgetPlace } from '../../../src/surfaces/dashboard/contract.ts';
import { ApiError } from '../../api/api-error.ts';
import { request } from '../../api/request.ts';
import { text } from '../../texts/text.ts';
import styles from './dashboard-editor.module.css';
import { dashboardQuery } from './dashboard-query.ts';
import { WidgetForm } from './widget-form.tsx';
import { WidgetFrame } from './widget-frame.tsx';
import { widgets } from './widgets.ts';

interface Properties {
  readonly initial: Dashboard;
  readonly onDone: () => void;
}

/** Widgets are dragged, sized, added, set and taken away; nothing is kept before it is saved. Arrow keys move, too. */
export function DashboardEditor({ initial, onDone }: Properties) {
  const client = useQueryClient();
  const { ref, width } = useElementSize();
  const [layout, setLayout] = useState(initial.layout);
  const [config, setConfig] = useState(initial.config);
  const [edited, edit] = useState<string>();
  const [refused, setRefused] = useState('');

  const send = async (method: 'PUT' | 'DELETE', body?: Dashboard) => {
    try {
      await request('/patchbay/dashboard/', { method, ...(body ? { body } : {}) });
      await client.invalidateQueries({ queryKey: dashboardQuery.queryKey });
      onDone();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefused(Object.values(error.fields).join(' ') || error.message);
    }
  };
  const add = (name: string) => {
    const { begins } = widgets[name]!;
    const id = crypto.randomUUID();
    const bottom = Math.max(0, ...layout.map(({ y, h }) => y + h));
    setConfig({ ...config, [id]: { class: name, title: null, color: null, config: begins.config } });
    setLayout([...layout, { id, x: 0, y: bottom, w: begins.w, h: begins.h }]);
    edit(id);
  };
  const remove = (id: string) => {
    setLayout(layout.filter((place) => place.id !== id));
    setConfig(Object.fromEntries(Object.entries(config).filter(([name]) => name !== id)));
  };
  const onKey = (id: string) => (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const sizes = event.shiftKey;
    setLayout((before) => before.map((place) => (place.id === id ? moved(place, step, sizes) : place)));
  };

  return (
    <>
      <div className={styles.tools}>
        <Menu>
          <Menu.Target>
            <Button variant="default" leftSection={<IconPlus size={14} />}>
              {text('dashboard.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {Object.entries(widgets).map(([name, kind]) => (
              <Menu.Item key={name} onClick={() => add(name)}>
                {text(kind.label)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button onClick={() => void send('PUT', { layout, config })}>{text('dashboard.save')}</Button>
        <Button variant="default" onClick={onDone}>
          {text('dashboard.cancel')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          onClick={() => window.confirm(text('dashboard.sure')) && void send('DELETE')}
        >
          {text('dashboard.reset')}
        </Button>
        {refused && (
          <span role="alert" className={styles.refused}>
            {refused}
          </span>
        )}
        <span className={styles.hint}>{text('dashboard.hint')}</span>
      </div>
      <div ref={ref}>
        {width > 0 && (
          <GridLayout
            width={width}
            layout={layout.map(({ id, ...place }) => ({ i: id, ...place }))}
            gridConfig={{ cols: 12, rowHeight: 60, margin: [12, 12], containerPadding: [0, 0] }}
            dragConfig={{ handle: 'header', cancel: 'button' }}
            onLayoutChange={(changed) =>
              setLayout(changed.map(({ i, x, y, w, h }): WidgetPlace => ({ id: i, x, y, w, h })))
            }
          >
            {layout.map(({ id }) => {
              const widget = config[id] as WidgetConfig;
              const title = widget.title ?? widget.class;
              return (
                <div key={id}>
                  <WidgetFrame
                    widget={widget}
                    tools={
                      <span className={styles.widgetTools}>
                        <ActionIcon size={22} aria-label={text('dashboard.move', { title })} onKeyDown={onKey(id)}>
                          <IconArrowsMove size={14} />
                        </ActionIcon>
                        <ActionIcon size={22} aria-label={text('dashboard.set', { title })} onClick={() => edit(id)}>
                          <IconSettings size={14} />
                        </ActionIcon>
                        <ActionIcon
                          size={22}
                          aria-label={text('dashboard.remove', { title })}
                          onClick={() => remove(id)}
                        >
                          <IconX size={14} />
                        </ActionIcon>
                      </span>
                    }
                  />
                </div>
              );
            })}
          </GridLayout>
        )}
      </div>
      {edited !== undefined && config[edited] && (
        <WidgetForm
          widget={config[edited]}
          onClose={() => edit(undefined)}
          onChange={(widget) => {
            setConfig({ ...config, [edited]: widget });
            edit(undefined);
          }}
        />
      )}
    </>
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A place one step further, or one step larger. */
function moved(place: WidgetPlace, [right, down]: readonly [number, number], sizes: boolean): WidgetPlace {
  const within = (value: number, least: number, greatest: number) => Math.min(Math.max(value, least), greatest);
  return sizes
    ? { ...place, w: within(place.w + right, 1, 12 - place.x), h: within(place.h + down, 1, 100) }
    : { ...place, x: within(place.x + right, 0, 12 - place.w), y: within(place.y + down, 0, 1000) };
}
