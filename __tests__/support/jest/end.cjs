const { rmSync } = require("node:fs");

module.exports = () => rmSync(process.env["KEPT_SYNTHESES"] ?? "", { recursive: true, force: true });
