import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { capitalize } from '../texts/capitalize.ts';
import { Attributes } from './attributes.tsx';
import { Columns } from './columns.tsx';
import { DetailHeader } from './detail-header.tsx';
import styles from './detail-page.module.css';
import { Panel } from './panel.tsx';

/** The page's panels with room for the values: nothing moves when they come. */
export function DetailSkeleton({ model }: { readonly model: ModelMeta }) {
  return (
    <div className={styles.page} aria-busy="true">
      <DetailHeader model={model} />
      <Columns
        panels={model.panels.map((panel) => ({
          key: panel.label,
          lines: panel.fields.length,
          content: (
            <Panel title={capitalize(panel.label)}>
              <Attributes
                attributes={panel.fields.map((name) => ({
                  name,
                  label: model.fields.find((field) => field.name === name)?.label ?? name,
                  value: ' ',
                }))}
              />
            </Panel>
          ),
        }))}
      />
    </div>
  );
}
