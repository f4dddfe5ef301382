import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { BrowserRouter } from 'react-router';
import { basePath } from './api/base-path.ts';
import { queryClient } from './api/query-client.ts';
import { AppRoutes } from './app-routes.tsx';
import { LanguageGate } from './language/language-gate.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { Loading } from './shell/loading.tsx';
import { theme } from './theme.ts';

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <ErrorBoundary>
          <BrowserRouter basename={basePath || '/'}>
            <Suspense fallback={<Loading />}>
              <LanguageGate>
                <AppRoutes />
              </LanguageGate>
            </Suspense>
          </BrowserRouter>
        </ErrorBoundary>
      </QueryClientProvider>
    </MantineProvider>
  );
}
