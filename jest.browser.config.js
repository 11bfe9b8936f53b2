const base = require("./jest.config.js");

/** Tests of the audit's page in Chromium; `npm run test:browser`. One after the other: each starts a browser. */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/__tests__/browser/**/*.test.ts"],
  testPathIgnorePatterns: base.testPathIgnorePatterns.filter((pattern) => !pattern.includes("browser")),
  testTimeout: 60_000,
  maxWorkers: 1,
};
