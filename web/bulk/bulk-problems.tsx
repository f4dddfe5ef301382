import { ApiError } from '../api/api-error.ts';
import type { RestObject } from '../api/rest.ts';
import { text } from '../texts/text.ts';
import styles from './bulk.module.css';

interface Problem {
  readonly id?: number;
  readonly index?: number;
  readonly errors: Readonly<Record<string, unknown>>;
}

interface Properties {
  readonly error: Error;
  /** The objects that were sent, in their order. */
  readonly objects: readonly RestObject[];
}

/** What the server refused of a request for many objects: each object by its name, with its messages. */
export function BulkProblems({ error, objects }: Properties) {
  const problems = error instanceof ApiError ? problemsOf(error.body) : [];
  const nameOf = ({ id, index }: Problem) => {
    const object = index === undefined ? objects.find((one) => one.id === id) : objects[index];
    return String(object?.display ?? (id === undefined ? `#${(index ?? 0) + 1}` : id));
  };
  return (
    <section className={styles.refused} role="alert">
      <h3>{error.message}</h3>
      <ul>
        {problems.map((problem, position) => (
          <li key={position}>
            <strong>{nameOf(problem)}</strong>
            {Object.entries(problem.errors).map(([field, messages]) => (
              <div key={field}>
                {field !== '__all__' && <code>{field}</code>} {told(messages)}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {problems.length === 0 && error instanceof ApiError && Object.keys(error.fields).length === 0 && (
        <p className={styles.hint}>{text('error.status', { status: error.status })}</p>
      )}
    </section>
  );
}

function problemsOf(body: unknown): readonly Problem[] {
  const { errors } = (body ?? {}) as { errors?: unknown };
  return Array.isArray(errors) ? (errors as Problem[]) : [];
}

function told(messages: unknown): string {
  if (typeof messages === 'string') return messages;
  return Array.isArray(messages) ? messages.map(told).join(' ') : JSON.stringify(messages);
}
