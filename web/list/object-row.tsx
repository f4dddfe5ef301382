import { memo } from 'react';
import type { ChoiceMeta, ColumnMeta, ModelSummary } from '../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../api/rest.ts';
import { AppLink } from '../shell/app-link.tsx';
import { text } from '../texts/text.ts';
import { FarView } from '../values/far-view.tsx';
import { isEmpty } from '../values/is-empty.ts';
import { MeasuredView } from '../values/measured-view.tsx';
import { Value } from '../values/value.tsx';
import styles from './object-table.module.css';
import type { Tints } from './use-tints.ts';
import { valueAt } from './value-at.ts';

interface Properties {
  readonly model: ModelSummary;
  readonly columns: readonly ColumnMeta[];
  readonly object: RestObject;
  /** Choices by column. */
  readonly choices: ReadonlyMap<string, readonly ChoiceMeta[]>;
  /** Colours of related objects, by model. */
  readonly tints?: Tints;
  /** The column that leads to the object itself. */
  readonly titleAt: number;
  /** The row's place in the whole list, where it isn't all on the page. */
  readonly index?: number;
  /** Whether the row is chosen; absent where rows can't be. */
  readonly selected?: boolean | undefined;
}

export const ObjectRow = memo(function ObjectRow({
  model,
  columns,
  object,
  choices,
  tints,
  titleAt,
  index,
  selected,
}: Properties) {
  const path = `/${model.path}/${object.id}/`;
  const depth = Number(object._depth ?? 0);
  const name = String(object.display ?? object.id);
  return (
    <tr
      tabIndex={-1}
      data-href={path}
      data-index={index}
      data-selected={selected || undefined}
      aria-rowindex={index === undefined ? undefined : index + 2}
      data-odd={(index !== undefined && index % 2 === 1) || undefined}
    >
      {selected !== undefined && (
        <td className={styles.check}>
          <input type="checkbox" checked={selected} readOnly aria-label={text('list.select', { name })} />
        </td>
      )}
      {columns.map((column, position) => {
        const value = valueAt(object, column.path);
        const shown = column.far ? (
          <FarView model={model} column={column} objectId={object.id} />
        ) : column.measured ? (
          <MeasuredView model={model} objectId={object.id} name={column.name} />
        ) : (
          <Value
            value={value}
            view={column.view}
            objectId={object.id}
            colors={model.colors?.[column.path.at(-1) ?? '']}
            choices={choices.get(column.name)}
            model={column.model}
            counts={column.counts}
            tint={tintOf(tints, column, value)}
          />
        );
        const title = position === titleAt;
        return (
          <td key={column.name} data-view={column.view} data-title={title || undefined}>
            {title ? (
              <AppLink
                to={path}
                data-row=""
                className={styles.title}
                style={depth ? { paddingLeft: depth * 16 } : undefined}
              >
                {column.far || isEmpty(value) || typeof value === 'object' ? name : shown}
              </AppLink>
            ) : (
              shown
            )}
          </td>
        );
      })}
      <td className={styles.filler} />
    </tr>
  );
});

function tintOf(tints: Tints | undefined, { model }: ColumnMeta, value: unknown): string | undefined {
  const known = model === undefined ? undefined : tints?.get(model);
  return known?.get((value as { readonly id?: number } | null)?.id ?? 0) || undefined;
}
