import { useQuery } from '@tanstack/react-query';
import { Attributes } from '../detail/attributes.tsx';
import { Panel } from '../detail/panel.tsx';
import { text } from '../texts/text.ts';
import { measure } from '../values/measure.ts';
import { None } from '../values/none.tsx';
import { UtilizationBar } from '../values/utilization-bar.tsx';
import type { PictureProperties } from './picture-properties.ts';

/** How much of a feed's or a panel's power is allocated to what is connected. */
export function UtilizationPanel({ model, object }: PictureProperties) {
  const { data } = useQuery({
    queryKey: ['object', model.id, String(object.id), 'utilization'],
    queryFn: async () => (await measure(model.api, object.id))?.utilization ?? null,
  });
  return (
    <Panel title={text('power.utilization')}>
      <Attributes
        attributes={[
          {
            name: 'allocated',
            label: text('power.allocated'),
            value: typeof data === 'number' ? <UtilizationBar percent={data} /> : <None />,
          },
        ]}
      />
    </Panel>
  );
}
