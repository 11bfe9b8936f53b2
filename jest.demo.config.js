const base = require("./jest.config.js");

/** A test that deploys another bank's landscape to emulated accounts: minutes, most of them spent waiting; `npm run test:demo`. */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/__tests__/demo/**/*.test.ts"],
  testPathIgnorePatterns: base.testPathIgnorePatterns.filter((pattern) => !pattern.includes("demo")),
  maxWorkers: 1,
  testTimeout: 1_800_000,
};
