import type { ParseArgsConfig } from "node:util";
import { EXIT, Failure } from "../failure";
import { parseOptions } from "../options";
import type { Repository } from "./desired";

export interface SetupOptions {
  readonly environment: string | undefined;
  readonly output: string;
  readonly apply: boolean;
  readonly json: boolean;
  readonly repository: Repository | undefined;
}

export interface RunOptions {
  readonly environment: string | undefined;
  readonly output: string;
  readonly stacks: readonly string[];
  readonly message: string;
  readonly planOnly: boolean;
  readonly autoApprove: boolean;
}

const COMMON = {
  env: { type: "string" },
  output: { type: "string", default: "cdktf.out" },
} satisfies ParseArgsConfig["options"];

/** Options of `setup`. */
export function setupOptions(args: readonly string[]): SetupOptions {
  const values = parseOptions(args, {
    ...COMMON,
    apply: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    "vcs-repository": { type: "string" },
    "vcs-branch": { type: "string", default: "main" },
    "vcs-oauth-token-id": { type: "string" },
    "vcs-output": { type: "string", default: "generated" },
  });
  const { env: environment, output, apply, json } = values;
  return { environment, output, apply, json, repository: repositoryOf(values) };
}

function repositoryOf(values: {
  readonly "vcs-repository"?: string;
  readonly "vcs-branch": string;
  readonly "vcs-oauth-token-id"?: string;
  readonly "vcs-output": string;
}): Repository | undefined {
  const { "vcs-repository": identifier, "vcs-oauth-token-id": oauthTokenId } = values;
  if (identifier === undefined && oauthTokenId === undefined) return undefined;
  if (identifier === undefined || oauthTokenId === undefined || !/^[^/\s]+(?:\/[^/\s]+)+$/.test(identifier)) {
    throw new Failure(
      "Write both, --vcs-repository OWNER/NAME and --vcs-oauth-token-id ot-..., or neither. See --help.",
      EXIT.unusable,
    );
  }
  const output = values["vcs-output"].replace(/^\.?\/+|\/+$/g, "");
  return { identifier, branch: values["vcs-branch"], oauthTokenId, output };
}

/** Options of `run`. The arguments that are left name stacks. */
export function runOptions(args: readonly string[]): RunOptions {
  const stacks = args.filter((arg, index) => !arg.startsWith("-") && !TAKES_VALUE.has(args[index - 1] ?? ""));
  const values = parseOptions(
    args.filter((arg) => !stacks.includes(arg)),
    {
      ...COMMON,
      message: { type: "string", default: "npm run cloud -- run" },
      "plan-only": { type: "boolean", default: false },
      "auto-approve": { type: "boolean", default: false },
    },
  );
  if (stacks.length === 0) throw new Failure("Name stacks, for example 'prod-lending-*'. See --help.", EXIT.unusable);
  const { env: environment, output, message, "plan-only": planOnly, "auto-approve": autoApprove } = values;
  if (planOnly && autoApprove) throw new Failure("--plan-only and --auto-approve exclude each other.", EXIT.unusable);
  return { environment, output, stacks, message, planOnly, autoApprove };
}

const TAKES_VALUE = new Set(["--env", "--output", "--message"]);
