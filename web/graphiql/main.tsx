import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './page.css';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { base, fetcher } from './fetcher.ts';

const first = `# Ctrl-Space completes, Ctrl-Enter runs. The explorer on the left puts a query together;
# queries that ran are kept in the history, where a star keeps one for good.
{
  site_list(pagination: { limit: 10 }) {
    id
    name
    status
  }
}
`;

createRoot(document.getElementById('root')!).render(
  <GraphiQL fetcher={fetcher} defaultQuery={first} plugins={[explorerPlugin()]} maxHistoryLength={100}>
    <GraphiQL.Logo>
      <a className="home" href={base}>
        Patchbay
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
