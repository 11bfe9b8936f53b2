const { createRequire } = require("node:module");
const { default: JestRuntime } = require("jest-runtime");

/**
 * Libraries of constructs: nearly two hundred modules, which jest would compile and run anew for each test file. They keep nothing between
 * syntheses but counters that no output shows.
 */
const CONSTRUCTS = /^(?:cdktf|constructs|@cdktf\/provider-[a-z]+)(?:\/|$)/;

/** Loads the libraries of constructs once a process, as Node.js does, and everything else once a test file, as jest does. */
module.exports = class extends JestRuntime {
  /**
   * @override
   * @param {string} from
   * @param {string} moduleName
   */
  requireModuleOrMock(from, moduleName) {
    return CONSTRUCTS.test(moduleName) ? createRequire(from)(moduleName) : super.requireModuleOrMock(from, moduleName);
  }
};
