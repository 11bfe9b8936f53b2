/**
 * `npm run build`: compiles the project into dist/. When the type check fails, the landscape's own report says what is wrong,
 * if it is the landscape. Where only production dependencies are installed nothing can be compiled: then dist/ runs as it is.
 */
const { spawnSync } = require("node:child_process");
const { existsSync, readdirSync, rmSync } = require("node:fs");
const path = require("node:path");

const MODULES = path.join(__dirname, "node_modules");
const TSC = path.join(MODULES, "typescript", "bin", "tsc");
const PROJECT = "tsconfig.build.json";

const node = (...args) => spawnSync(process.execPath, args, { cwd: __dirname, stdio: "inherit" }).status ?? 1;

/** The compiler leaves what it made of files that are gone: a file beside a folder of its name would be loaded instead of the folder. */
function removeStale() {
  for (const file of readdirSync(path.join(__dirname, "dist"), { recursive: true })) {
    const source = file.replace(/\.js$/, ".ts");
    if (source !== file && !existsSync(path.join(__dirname, source))) rmSync(path.join(__dirname, "dist", file));
  }
}

// The compiler itself is there for production too, for valibot names it as an optional peer; types of Node.js are not.
if ([path.join(__dirname, PROJECT), TSC, path.join(MODULES, "@types", "node")].every(existsSync)) {
  if (node(TSC, "-p", PROJECT) !== 0) {
    node(path.join("dist", "cli", "report-landscape.js"));
    process.exitCode = 1;
  } else {
    removeStale();
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
