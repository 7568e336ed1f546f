import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';

// Conditions are awaited, however busy the machine is.
configure({ asyncUtilTimeout: 20_000 });

// A warning of React's or of a library's fails the test that caused it.
beforeEach(() => {
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      throw new Error(`console.${level}: ${parts.map(String).join(' ')}`);
    });
  }
  vi.stubGlobal('scrollTo', () => undefined);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  window.sessionStorage.clear();
  window.history.replaceState({}, '', '/');
});
