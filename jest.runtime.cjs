const { createRequire, isBuiltin } = require("node:module");
const { default: JestRuntime } = require("jest-runtime");

/** Packages of ES modules only are transformed, and asl-validator & jest's own stay inside. */
const INSIDE = /^(?:[./]|jest|@jest\/|dt-sql-parser|antlr)/;

module.exports = class SharedLibraries extends JestRuntime {
  requireModuleOrMock(from, moduleName) {
    if (INSIDE.test(moduleName) || isBuiltin(moduleName)) return super.requireModuleOrMock(from, moduleName);
    return createRequire(from)(moduleName);
  }
};
