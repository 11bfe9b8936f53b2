/**
 * `npm run build`: compiles the project into dist/. When the type check fails, the landscape's own report says what is wrong,
 * if it is the landscape. Where only production dependencies are installed nothing can be compiled: then dist/ runs as it is.
 */
const { spawnSync } = require("node:child_process");
const { existsSync } = require("node:fs");
const path = require("node:path");

const MODULES = path.join(__dirname, "node_modules");
const TSC = path.join(MODULES, "typescript", "bin", "tsc");
const PROJECT = "tsconfig.build.json";

const node = (...args) => spawnSync(process.execPath, args, { cwd: __dirname, stdio: "inherit" }).status ?? 1;

// The compiler itself is there for production too, for valibot names it as an optional peer; types of Node.js are not.
if ([path.join(__dirname, PROJECT), TSC, path.join(MODULES, "@types", "node")].every(existsSync)) {
  if (node(TSC, "-p", PROJECT) !== 0) {
    node(path.join("dist", "cli", "report-landscape.js"));
    process.exitCode = 1;
  }
} else if (existsSync(path.join(__dirname, "dist", "main.js"))) {
  console.error(
    "Only production dependencies are installed: dist/ runs as it was compiled, whatever has changed since.",
  );
} else {
  console.error(
    "Only production dependencies are installed, and dist/ holds nothing compiled: run `npm ci` without --omit=dev.",
  );
  process.exitCode = 1;
}
