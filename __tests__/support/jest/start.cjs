const { mkdtempSync } = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");

/** Makes the folder in which the test files of one run share syntheses: `kept.ts`. */
module.exports = () => {
  process.env["KEPT_SYNTHESES"] = mkdtempSync(path.join(tmpdir(), "lake-kept-"));
};
