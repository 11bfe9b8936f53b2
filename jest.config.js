/** Packages that are ES modules only, which jest would refuse. */
const modules = "(?:@vlasky/zongji|dt-sql-parser|antlr4ng|antlr4-c3)/";
const swc = { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } };
const outside = ["/node_modules/", "<rootDir>/.local/", "<rootDir>/dist/"];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  runtime: "<rootDir>/__tests__/support/jest/runtime.cjs",
  globalSetup: "<rootDir>/__tests__/support/jest/start.cjs",
  globalTeardown: "<rootDir>/__tests__/support/jest/end.cjs",
  // The gate deploys beside the tests, so that a test may take many times as long; none measures time.
  testTimeout: 120_000,
  // jest leaves a core free; of two, that is half.
  maxWorkers: "100%",
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  testPathIgnorePatterns: [
    ...outside,
    "<rootDir>/__tests__/slow/",
    "<rootDir>/__tests__/databases/",
    "<rootDir>/__tests__/capture/",
    "<rootDir>/__tests__/browser/",
    "<rootDir>/__tests__/demo/",
  ],
  // Compiled copies of the sources must not be loaded instead of the sources.
  modulePathIgnorePatterns: outside.slice(1),
  transform: {
    "^.+\\.ts$": ["@swc/jest", swc],
    [`/node_modules/${modules}.+\\.m?js$`]: ["@swc/jest", swc],
  },
  transformIgnorePatterns: [`/node_modules/(?!${modules})`],
};
