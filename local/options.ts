import type { ParseArgsConfig } from "node:util";
import type { Parallelism } from "../operations/concurrency";
import { EXIT, Failure } from "../operations/failure";
import { parseParallelism, type Values } from "../operations/options";

/** What all local commands understand. */
export interface CommonOptions {
  readonly help: boolean;
  readonly mirrors: readonly string[];
  readonly parallelism: Parallelism;
}

/** Besides, what the commands understand that deploy to an emulator. */
export interface TrialOptions extends CommonOptions {
  readonly environment: string | undefined;
  readonly endpoint: string | undefined;
}

export const COMMON_OPTIONS = {
  help: { type: "boolean", short: "h", default: false },
  mirror: { type: "string", multiple: true, default: [] },
  parallelism: { type: "string" },
} satisfies ParseArgsConfig["options"];

export const TRIAL_OPTIONS = {
  ...COMMON_OPTIONS,
  env: { type: "string" },
  endpoint: { type: "string" },
} satisfies ParseArgsConfig["options"];

export function commonOptions(values: Values<typeof COMMON_OPTIONS>): CommonOptions {
  return { help: values.help, mirrors: values.mirror, parallelism: parseParallelism(values.parallelism) };
}

export function trialOptions(values: Values<typeof TRIAL_OPTIONS>): TrialOptions {
  return { ...commonOptions(values), environment: values.env, endpoint: parseEndpoint(values.endpoint) };
}

function parseEndpoint(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url.href.replace(/\/$/, "");
  throw new Failure(`--endpoint ${text}: write a URL such as http://localhost:4566. See --help.`, EXIT.unusable);
}
