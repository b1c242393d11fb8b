const common = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': '@swc/jest' },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

// Unit: rules without parts. Stories: HTTP against the whole house on a real PostgreSQL.
export default {
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{src,client,test}/**/*.spec.ts'] },
    {
      ...common,
      displayName: 'stories',
      testMatch: ['<rootDir>/test/{stories,model}/**/*.story.ts'],
      globalSetup: '<rootDir>/test/support/start-postgres.mjs',
      globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
    },
  ],
};
