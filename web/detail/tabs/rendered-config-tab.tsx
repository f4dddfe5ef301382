import { Button, CopyButton } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { PictureProperties } from '../../pictures/picture-properties.ts';
import { AppLink } from '../../shell/app-link.tsx';
import { Failure } from '../../shell/failure.tsx';
import { Loading } from '../../shell/loading.tsx';
import { text } from '../../texts/text.ts';
import { pageFactQuery } from '../page-fact-query.ts';
import styles from './rendered-config-tab.module.css';

/** The configuration that the object's template makes of it. */
export function RenderedConfigTab({ model, object }: PictureProperties) {
  const { data, error, refetch } = useQuery(pageFactQuery(model, object.id, 'render-config'));
  if (error) return <Failure title={text('config.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if ('error' in data) return <pre className={styles.error}>{data.error}</pre>;
  const { content } = data;
  return (
    <>
      <p className={styles.tools}>
        <AppLink to={`/extras/config-templates/${data.template}/`}>{text('config.template')}</AppLink>
        <CopyButton value={content}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} leftSection={<IconCopy size={14} />}>
              {text(copied ? 'value.copied' : 'value.copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(content)}`}
          download={`${String(object.display)}.txt`}
          leftSection={<IconDownload size={14} />}
        >
          {text('config.download')}
        </Button>
      </p>
      {/* Scrollable, hence reachable with the keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <pre className={styles.config} tabIndex={0}>
        {content}
      </pre>
    </>
  );
}
