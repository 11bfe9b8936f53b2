const base = require("./jest.config.js");

/** Tests that start real database servers; `npm run test:databases`. One after the other: each server takes a second. */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/__tests__/databases/**/*.test.ts"],
  testPathIgnorePatterns: base.testPathIgnorePatterns.filter((pattern) => !pattern.includes("databases")),
  testTimeout: 300_000,
  maxWorkers: 1,
};
