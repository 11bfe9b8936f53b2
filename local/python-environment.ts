import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../operations/failure";
import type { ProcessEnvironment, Processes } from "../operations/process/processes";

const TIMEOUT_SECONDS = 600;

/** Tells whether an environment was made from the same requirements by the same Python. */
export function stampOf(requirements: string, pythonVersion: string): string {
  return createHash("sha256").update(`${pythonVersion.trim()}\n${requirements}`).digest("hex");
}

/** A requirements file with what it includes by `-r`. */
function requirementsText(file: string): string {
  const text = readFileSync(file, "utf8");
  const included = [...text.matchAll(/^-r\s+(\S+)$/gm)].map(([, name = ""]) => join(dirname(file), name));
  return [text, ...included.map(requirementsText)].join("\n");
}

interface Options {
  readonly python: string;
  readonly requirements: string;
  /** Where the environment lies or shall lie. */
  readonly folder: string;
  readonly cwd: string;
  readonly environment: ProcessEnvironment;
  readonly print: (line: string) => void;
  /**
   * What the packages are for, for messages.
   * @default - the emulator
   */
  readonly purpose?: string;
}

/**
 * Makes a Python virtual environment with the requirements, unless it exists already.
 * @returns its Python
 */
export async function pythonEnvironment(processes: Processes, options: Options): Promise<string> {
  const { folder, cwd, environment, purpose = "Emulator" } = options;
  const python = join(folder, ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]));
  const run = async (command: string, args: readonly string[]): Promise<string> => {
    const result = await processes.run(command, args, { cwd, environment, timeoutSeconds: TIMEOUT_SECONDS });
    if (result.status === 0) return result.stdout;
    const output = `${result.stdout}\n${result.stderr}`.trim().split("\n").slice(-12).join("\n");
    throw new Failure(
      `${purpose}: the Python environment could not be made: ${command} ${args.join(" ")}\n${output}\n` +
        "Mend what pip says above (it needs a package index or PIP_FIND_LINKS)." +
        (options.purpose === undefined ? " Or use another emulator with --endpoint URL." : ""),
    );
  };

  const version = await run(options.python, ["-c", "import sys; print(sys.version, sys.prefix)"]);
  const stamp = stampOf(requirementsText(options.requirements), version);
  const stampFile = join(folder, "lake-stamp");
  if (existsSync(python) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return python;

  options.print(`${purpose}: installing its Python packages`);
  rmSync(folder, { recursive: true, force: true });
  await run(options.python, ["-m", "venv", folder]);
  await run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", options.requirements]);
  // Last, so that an environment that was left half-made is made again.
  writeFileSync(stampFile, stamp);
  return python;
}
