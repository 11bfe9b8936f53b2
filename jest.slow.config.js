const fast = require("./jest.config");

/** Tests that start the CDKTF CLI or other programs: seconds each, so not part of `npm test`. */
module.exports = {
  ...fast,
  testMatch: ["<rootDir>/__tests__/slow/**/*.test.ts"],
  testPathIgnorePatterns: fast.testPathIgnorePatterns.filter((pattern) => !pattern.includes("slow")),
  maxWorkers: 1,
  testTimeout: 900_000,
};
