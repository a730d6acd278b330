import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 20_000,
    // The build server reads the counts from the file.
    reporters: ['default', ['json', { outputFile: 'out/tests.json' }]],
    coverage: {
      provider: 'v8',
      include: ['server/**/*.ts'],
      exclude: ['**/*.generated.*', 'server/scripts/**'],
      reportsDirectory: 'coverage',
    },
  },
})
