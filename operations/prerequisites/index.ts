import * as v from "valibot";
import { EXIT, Failure } from "../failure";
import type { ProcessEnvironment, Processes } from "../process/processes";
import { choosePython, type FoundPython, judgeNode, judgeTerraform, type Missing } from "./requirements";
import { parseVersion, type Version } from "./version";

/** Tools of this machine that the local commands use. */
export interface Tools {
  /** Command of a suitable Python; nothing when none was asked for. */
  readonly python?: string;
  /** Terraform's name for this machine, for example `linux_amd64`: part of every provider's path. */
  readonly platform: string;
}

const PYTHON_COMMANDS = ["python3", "python3.12", "python3.11", "python3.10", "python"] as const;
const TerraformVersion = v.object({ terraform_version: v.string(), platform: v.string() });

/**
 * Looks for the tools that are needed.
 * @throws Failure that names everything that is missing at once
 */
export async function findTools(
  processes: Processes,
  options: { readonly cwd: string; readonly environment: ProcessEnvironment; readonly python: boolean },
): Promise<Tools> {
  const terraform = await findTerraform(processes, options);
  const python = options.python ? choosePython(await findPythons(processes, options)) : { missing: [] };
  const missing: readonly Missing[] = [
    ...judgeNode(parseVersion(process.version)),
    ...judgeTerraform(terraform?.version),
    ...python.missing,
  ];
  if (missing.length > 0 || terraform === undefined) {
    throw new Failure(`Missing on this machine:\n${missing.map((line) => `  - ${line}`).join("\n")}`, EXIT.unusable);
  }
  return { platform: terraform.platform, ...(python.python === undefined ? {} : { python: python.python }) };
}

interface Call {
  readonly cwd: string;
  readonly environment: ProcessEnvironment;
}

async function findTerraform(
  processes: Processes,
  call: Call,
): Promise<{ version: Version; platform: string } | undefined> {
  const result = await processes.run("terraform", ["version", "-json"], { ...call, timeoutSeconds: 30 });
  // Warnings about the CLI configuration go to standard error; what counts is the JSON.
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), TerraformVersion), result.stdout);
  if (!parsed.success) return undefined;
  const version = parseVersion(parsed.output.terraform_version);
  return version === undefined ? undefined : { version, platform: parsed.output.platform };
}

async function findPythons(processes: Processes, call: Call): Promise<readonly FoundPython[]> {
  const found: FoundPython[] = [];
  for (const command of PYTHON_COMMANDS) {
    const result = await processes.run(command, ["--version"], { ...call, timeoutSeconds: 30 });
    const version = result.status === 0 ? parseVersion(result.stdout) : undefined;
    if (version === undefined) continue;
    const modules = await processes.run(command, ["-c", "import venv, ensurepip"], { ...call, timeoutSeconds: 30 });
    found.push({ command, version, canMakeEnvironments: modules.status === 0 });
    if (choosePython(found).python !== undefined) break;
  }
  return found;
}
