import type { Config } from 'jest'

const config: Config = {
  testMatch: ['<rootDir>/{contract,cloudfunctions,emulator,client,demo,scripts,tests}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  transform: {
    '^.+\\.(t|j|mj)sx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' } }],
  },
  // ESM-only packages that tests reach through the emulator.
  transformIgnorePatterns: ['/node_modules/(?!(mingo|croner|@sparticuz/chromium)/)'],
  testTimeout: 60_000,
}

export default config
