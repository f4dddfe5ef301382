import '@mantine/core/styles.css';
import './styles/global.css';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import { lastLanguage } from './language/last-language.ts';
import { loadLanguage } from './language/load-language.ts';
import { indexQuery } from './meta/index-query.ts';
import { sessionQuery } from './session/session-query.ts';

// Asked side by side, before the first component runs.
void queryClient.prefetchQuery(sessionQuery);
void queryClient.prefetchQuery(indexQuery);
void loadLanguage(lastLanguage.guess());

createRoot(document.getElementById('root')!).render(<App />);
