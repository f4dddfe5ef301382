import { capitalize } from '../texts/capitalize.ts';
import { text } from '../texts/text.ts';
import { Value } from '../values/value.tsx';
import { Attributes } from './attributes.tsx';
import { Panel } from './panel.tsx';

interface Properties {
  readonly objectId: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The fields that administrators added. */
export function CustomFieldsPanel({ objectId, values }: Properties) {
  return (
    <Panel title={text('detail.customFields')}>
      <Attributes
        attributes={Object.entries(values).map(([name, value]) => ({
          name,
          label: capitalize(name.replaceAll('_', ' ')),
          value: <Value value={value} view={isWebAddress(value) ? 'url' : 'text'} objectId={objectId} wide />,
        }))}
      />
    </Panel>
  );
}

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\/\S+$/i.test(value);
}
