import { execFileSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** Lets a plain Node process load the TypeScript sources; takes umask and program as arguments. */
const LOADER = `
const { transformFileSync } = require(${JSON.stringify(require.resolve("@swc/core"))});
const options = { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } };
require.extensions[".ts"] = (module, file) => module._compile(transformFileSync(file, options).code, file);
process.umask(Number(process.argv[1]));
require(process.argv[2]);
`;

/** What is different about a process. */
export interface Surroundings {
  readonly cwd: string;
  readonly umask: number;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs main.ts in a process of its own, with nothing in its environment but what is given. */
export function runMain({ cwd, umask, env }: Surroundings): void {
  execFileSync(process.execPath, ["-e", LOADER, String(umask), join(ROOT, "main.ts")], { cwd, env, stdio: "pipe" });
}
