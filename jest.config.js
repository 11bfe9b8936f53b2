const outside = ["/node_modules/", "<rootDir>/.local/", "<rootDir>/dist/"];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  testPathIgnorePatterns: [...outside, "<rootDir>/__tests__/slow/"],
  // Compiled copies of the sources must not be loaded instead of the sources.
  modulePathIgnorePatterns: outside.slice(1),
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
};
