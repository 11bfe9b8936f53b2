import { type ParseArgsConfig, parseArgs } from "node:util";
import { defaultParallelism, type Parallelism } from "./concurrency";
import { EXIT, Failure } from "./failure";

/** What `parseArgs` makes of options. */
export type Values<Options extends NonNullable<ParseArgsConfig["options"]>> = ReturnType<
  typeof parseArgs<{ options: Options }>
>["values"];

/** Like `parseArgs`, with a failure that points to --help. */
export function parseOptions<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: Options,
): Values<Options> {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)}\nSee --help.`, EXIT.unusable);
  }
}

/** `--parallelism`: how many Terraform runs go on at a time. */
export function parseParallelism(text: string | undefined): Parallelism {
  if (text === undefined) return defaultParallelism();
  if (/^[1-9]\d?$/.test(text)) return { deployments: Number(text), plans: Number(text) };
  throw new Failure(`--parallelism ${text}: write a number from 1 to 99. See --help.`, EXIT.unusable);
}
