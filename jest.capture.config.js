const base = require("./jest.databases.config.js");

/** Tests of what real servers log; `npm run test:capture`. */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/__tests__/capture/**/*.test.ts"],
  testPathIgnorePatterns: base.testPathIgnorePatterns.filter((pattern) => !pattern.includes("capture")),
};
