import type { CSSProperties } from 'react';
import type { RestReference } from '../../api/rest.ts';
import { useModels } from '../../meta/use-models.ts';
import { AppLink } from '../../shell/app-link.tsx';
import { label } from '../../texts/label.ts';
import { text } from '../../texts/text.ts';
import { pagePath } from '../../values/page-path.ts';
import { traceCards } from './trace-cards.ts';
import type { TracedPath, TraceLink } from './trace-data.ts';
import styles from './trace-diagram.module.css';

interface Properties {
  readonly path: TracedPath;
  /** The address in the API of what the trace was asked for. */
  readonly from: string;
}

/** A path from top to bottom: what ends belong to as cards, links as lines in their own colour. */
export function TraceDiagram({ path, from }: Properties) {
  const pieces = traceCards(path.steps);
  const outcome = path.isSplit ? 'trace.split' : path.isComplete ? 'trace.complete' : 'trace.incomplete';
  return (
    <div className={styles.diagram}>
      <ol className={styles.pieces}>
        {pieces.map((piece, index) => (
          // A path may lead through the same thing twice: its place is its name.
          <li key={index} className={piece.kind === 'cards' ? styles.cards : styles.links}>
            {piece.kind === 'cards'
              ? piece.cards.map((card) => (
                  <div key={card.key} className={styles.card}>
                    {card.parent && (
                      <div className={styles.parent}>
                        <Linked to={card.parent} />
                      </div>
                    )}
                    {card.rows.map((row) => (
                      <div key={row.map(({ url }) => url).join()} className={styles.row}>
                        {row.map((end) => (
                          <span key={end.url} className={styles.end} data-asked={end.url === from ? '' : undefined}>
                            <Linked to={end} />
                          </span>
                        ))}
                      </div>
                    ))}
                  </div>
                ))
              : piece.links.map((link) => <Link key={link.url} link={link} />)}
          </li>
        ))}
      </ol>
      <p className={styles.outcome} data-bad={path.isComplete ? undefined : ''}>
        {text(outcome)}
      </p>
    </div>
  );
}

function Link({ link }: { readonly link: TraceLink }) {
  const details = [
    // A wireless link's type may be none, which REST gives without a label.
    link.type?.label && label(link.type.label),
    link.status?.label && label(link.status.label),
    link.length ? `${link.length} ${link.length_unit?.value ?? ''}` : undefined,
  ].filter(Boolean);
  return (
    <div className={styles.link}>
      <span
        className={styles.line}
        data-planned={link.status && link.status.value !== 'connected' ? '' : undefined}
        style={{ '--color': link.color ? `#${link.color}` : 'var(--pb-faint)' } as CSSProperties}
      />
      <span className={styles.about}>
        <Linked to={link} />
        <small>{details.join(' · ')}</small>
      </span>
    </div>
  );
}

function Linked({ to }: { readonly to: RestReference }) {
  const path = pagePath(useModels(), to.url);
  return path ? <AppLink to={path}>{to.display}</AppLink> : to.display;
}
