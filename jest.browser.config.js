const base = require("./jest.config.js");

/** Tests of the audit's page in Chromium; `npm run test:browser`. One after the other: each starts a browser. */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/__tests__/browser/**/*.test.ts"],
  testPathIgnorePatterns: base.testPathIgnorePatterns.filter((pattern) => !pattern.includes("browser")),
  // axe looks at every element of nine views; on a busy machine that is minutes.
  testTimeout: 300_000,
  maxWorkers: 1,
};
