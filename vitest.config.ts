import { defineConfig } from 'vitest/config';
import { englishWords } from './scripts/english-words.mjs';

export default defineConfig({
  plugins: [englishWords()],
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['tests/unit/words.ts'],
    // Properties run hundreds of cases: on a busy machine that is many times what they take alone.
    testTimeout: 60_000,
  },
});
