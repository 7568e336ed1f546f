import react from '@vitejs/plugin-react';
import { createLogger } from 'vite';
import { defineConfig } from 'vitest/config';

const logger = createLogger();
const logThatFails = {
  ...logger,
  warn(message: string): never {
    throw new Error(`A warning fails the build: ${message}`);
  },
};

export default defineConfig(({ command }) => ({
  plugins: [react()],
  ...(command === 'build' && { customLogger: logThatFails }),
  build: {
    // Quarkus serves META-INF/resources of every jar on its class path at /.
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    // A data: address would be refused by the Content-Security-Policy.
    assetsInlineLimit: 0,
  },
  // `npm run dev` shows the sources as they are edited, on top of `npm run dev:server`.
  server: { proxy: { '/api': 'http://127.0.0.1:5180', '/realm': 'http://127.0.0.1:5180' } },
  test: {
    environment: 'jsdom',
    globals: true,
    // One browser stand-in for all files, which is much quicker; setup.ts cleans up after each test.
    isolate: false,
    testTimeout: 60_000,
    setupFiles: ['src/test/setup.ts'],
    server: { deps: { inline: [/@patternfly\//] } },
  },
}));
