import { useQuery } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import type { RestList } from '../../api/rest.ts';
import { ObjectTable } from '../../list/object-table.tsx';
import { useModel } from '../../meta/use-model.ts';
import { useModels } from '../../meta/use-models.ts';
import { AppLink } from '../../shell/app-link.tsx';
import { Failure } from '../../shell/failure.tsx';
import { text } from '../../texts/text.ts';
import { parametersOf } from './counts-widget.tsx';
import styles from './widgets.module.css';
import type { WidgetProperties } from './widgets.ts';

/** The first rows of a list. */
export function ListWidget({ widget }: WidgetProperties) {
  const model = useModels().byId.get(String(widget.config.model));
  if (!model) return <p className={styles.none}>{text('widget.noModel')}</p>;
  return <Rows path={model.path} widget={widget} />;
}

function Rows({ path, widget }: WidgetProperties & { readonly path: string }) {
  const model = useModel(path);
  const parameters = new URLSearchParams(parametersOf(widget.config.url_params));
  const limit = Number(widget.config.page_size) || 10;
  const { data, error, refetch } = useQuery({
    queryKey: ['list', model.id, 'widget', parameters.toString(), limit],
    queryFn: ({ signal }) => request<RestList>(`/api/${model.api}/?${parameters}&limit=${limit}`, { signal }),
  });
  const columns = model.columns.filter(({ shown, name }) => shown && name !== 'pk');
  if (error) return <Failure title={text('list.failed')} error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <ObjectTable model={model} columns={columns} rows={data?.results} expected={limit} />
      <p className={styles.more}>
        <AppLink to={`/${model.path}/${parameters.size > 0 ? `?${parameters}` : ''}`}>{text('detail.viewAll')}</AppLink>
      </p>
    </>
  );
}
