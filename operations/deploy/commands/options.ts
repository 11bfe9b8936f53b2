import { type ParseArgsConfig, parseArgs } from "node:util";
import { EXIT, Failure } from "../../failure";
import { parseParallelism } from "../../options";
import { FORMATS, type Format } from "../order/show-waves";
import { COMMANDS, type RecordedCommand } from "./names";

/** Everything that `npm run deploy` can be told. */
export interface DeployOptions {
  readonly command: RecordedCommand | "waves" | "help";
  readonly environment: string | undefined;
  readonly accounts: readonly string[];
  readonly globs: readonly string[];
  readonly since: string | undefined;
  /** Runs of Terraform at a time. */
  readonly parallelism: number;
  readonly autoApprove: boolean;
  readonly failFast: boolean;
  readonly resume: boolean;
  /** Name of the plan run whose plans are applied. */
  readonly plans: string | undefined;
  readonly detailedExitCode: boolean;
  /** Second key of a destruction: the environment's name. */
  readonly destroyStateful: string | undefined;
  /** Plan by the role that can only look. */
  readonly readOnly: boolean;
  readonly keepStateful: boolean;
  readonly format: Format;
  readonly output: string;
  readonly skipSynth: boolean;
  readonly mirrors: readonly string[];
  readonly lockTimeout: string;
  readonly records: string | undefined;
}

const OPTIONS = {
  help: { type: "boolean", short: "h", default: false },
  env: { type: "string" },
  account: { type: "string", multiple: true, default: [] },
  since: { type: "string" },
  parallelism: { type: "string" },
  "auto-approve": { type: "boolean", default: false },
  "fail-fast": { type: "boolean", default: false },
  resume: { type: "boolean", default: false },
  plans: { type: "string" },
  "detailed-exitcode": { type: "boolean", default: false },
  "destroy-stateful": { type: "string" },
  "read-only": { type: "boolean", default: false },
  "keep-stateful": { type: "boolean", default: false },
  format: { type: "string", default: "text" },
  output: { type: "string", default: "cdktf.out" },
  "skip-synth": { type: "boolean", default: false },
  mirror: { type: "string", multiple: true, default: [] },
  "lock-timeout": { type: "string", default: "20s" },
  records: { type: "string" },
} satisfies ParseArgsConfig["options"];

/** Options that mean something to some commands only. */
const ONLY_FOR: Readonly<Record<string, readonly string[]>> = {
  "auto-approve": ["apply", "destroy"],
  "fail-fast": ["apply", "destroy"],
  resume: ["apply", "destroy"],
  plans: ["apply"],
  "detailed-exitcode": ["plan"],
  "destroy-stateful": ["destroy"],
  "read-only": ["plan"],
  "keep-stateful": ["destroy"],
  format: ["waves"],
};

const unusable = (text: string): Failure => new Failure(`${text} See --help.`, EXIT.unusable);

/** @throws Failure that says what is wrong and points to --help */
export function parseDeployOptions(args: readonly string[]): DeployOptions {
  const { values, positionals } = parse(args);
  const [command = "help", ...globs] = positionals;
  const known = [...COMMANDS, "waves", "help"] as const;
  const found = known.find((name) => name === command);
  if (found === undefined) throw unusable(`${command}: the commands are ${known.join(", ")}.`);
  if (values.help || found === "help") return { ...options(values, globs), command: "help" };
  for (const [name, commands] of Object.entries(ONLY_FOR)) {
    if (given(args, name) && !commands.includes(found)) throw unusable(`--${name} is for ${commands.join(" and ")}.`);
  }
  const limited = globs.length > 0 || values.account.length > 0 || values.since !== undefined;
  if ((values.resume || values.plans !== undefined) && limited) {
    throw unusable("--resume and --plans take the stacks of the earlier run: name no stacks, accounts or revision.");
  }
  if (values.resume && values.plans !== undefined) throw unusable("--resume and --plans exclude each other.");
  return { ...options(values, globs), command: found };
}

const given = (args: readonly string[], name: string): boolean =>
  args.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));

type Values = ReturnType<typeof parse>["values"];

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw unusable(error instanceof Error ? error.message : String(error));
  }
}

function options(values: Values, globs: readonly string[]): Omit<DeployOptions, "command"> {
  const format = FORMATS.find((name) => name === values.format);
  if (format === undefined) throw unusable(`--format ${values.format}: write ${FORMATS.join(", ")}.`);
  if (!/^\d+(?:ms|s|m|h)$/.test(values["lock-timeout"])) {
    throw unusable(`--lock-timeout ${values["lock-timeout"]}: write a time such as 20s or 5m.`);
  }
  return {
    environment: values.env,
    accounts: values.account,
    globs,
    since: values.since,
    parallelism: parseParallelism(values.parallelism).deployments,
    autoApprove: values["auto-approve"],
    failFast: values["fail-fast"],
    resume: values.resume,
    plans: values.plans,
    detailedExitCode: values["detailed-exitcode"],
    destroyStateful: values["destroy-stateful"],
    readOnly: values["read-only"],
    keepStateful: values["keep-stateful"],
    format,
    output: values.output,
    skipSynth: values["skip-synth"],
    mirrors: values.mirror,
    lockTimeout: values["lock-timeout"],
    records: values.records,
  };
}
