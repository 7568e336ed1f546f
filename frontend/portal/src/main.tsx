import '@patternfly/react-core/dist/styles/base.css';
import './portal.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient, Portal } from './Portal';
import { followSystemTheme } from './theme';

const place = document.getElementById('portal');
if (place === null) {
  throw new Error('index.html has no place for the portal');
}
followSystemTheme();
createRoot(place).render(
  <StrictMode>
    <Portal queries={newQueryClient()} />
  </StrictMode>,
);
