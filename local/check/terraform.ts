import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Command } from "../../operations/command";
import { mapLimited } from "../../operations/concurrency";
import { EXIT, type ExitStatus } from "../../operations/failure";
import type { SynthesizedStack } from "../../operations/manifest";
import { parseOptions } from "../../operations/options";
import type { ProcessEnvironment, Processes } from "../../operations/process/processes";
import { DiagnosticSchema, showDiagnostic } from "../../operations/terraform/diagnostics";
import { reasonOf } from "../../operations/terraform/probe";
import { COMMON_OPTIONS, commonOptions } from "../options";
import { Phases } from "../phases";
import { prepare } from "../prepare";
import { recordedAttributes } from "./computed-attributes";
import { type Outcome, outcomeOf, printOutcomes } from "./tally";

const HELP = `npm run test:terraform [-- options]

Runs terraform validate on every synthesized stack of every environment, and compares the record of attributes that the
AWS provider may compute (docs/left-alone.md) with the provider's schema.

Options
  --mirror DIR, --parallelism N    as in npm run demo -- --help
  -h, --help                       print this

Exit status: 0 nothing failed, 1 something failed, 2 wrong usage or something missing, 130 stopped by a signal.`;

const Required = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ terraform: v.object({ required_providers: v.unknown() }) }),
);

const Validation = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ valid: v.boolean(), diagnostics: v.array(DiagnosticSchema) }),
);

/** Validates every stack. Ends with a line such as `20 passed, 0 failed`. */
export async function testTerraform({ args, processes, terminal }: Command): Promise<ExitStatus> {
  const options = commonOptions(parseOptions(args, COMMON_OPTIONS));
  if (options.help) {
    terminal.print(HELP);
    return EXIT.success;
  }
  const phases = new Phases(terminal);
  const { stacks, unusable, environment, folders } = await prepare(processes, terminal, phases, {
    run: "test-terraform",
    python: false,
    mirrors: options.mirrors,
  });
  const validated = await phases.run("terraform validate", () =>
    mapLimited(stacks, options.parallelism.plans, async (stack): Promise<Outcome> => {
      const name = `${stack.id} is valid`;
      const reason = unusable.get(stack.id);
      if (reason !== undefined) return { kind: "skipped", name, reason };
      return outcomeOf(name, await validate(processes, stack, environment));
    }),
  );
  const first = stacks.find(({ id }) => !unusable.has(id));
  const outcomes = [...validated];
  if (first !== undefined) {
    const record = join(folders.project, "__tests__", "records", "computed-attributes.txt");
    outcomes.push(
      outcomeOf(
        "the provider may compute the attributes that the record says",
        await recordedAttributes(processes, requiredBy(first), join(folders.run, "schema"), environment, record),
      ),
    );
  }
  return printOutcomes(terminal, outcomes) ? EXIT.success : EXIT.failed;
}

/** Providers as a stack's JSON requires them. */
function requiredBy({ folder }: SynthesizedStack): unknown {
  const text = readFileSync(join(folder, "cdk.tf.json"), "utf8");
  return v.parse(Required, text).terraform.required_providers;
}

async function validate(
  processes: Processes,
  { folder }: SynthesizedStack,
  environment: ProcessEnvironment,
): Promise<readonly string[]> {
  const call = { cwd: folder, environment };
  const init = await processes.run("terraform", ["init", "-backend=false", "-input=false", "-no-color"], call);
  if (init.status !== 0) return [`terraform init: ${reasonOf(`${init.stderr}\n${init.stdout}`)}`];
  const { status, stdout, stderr } = await processes.run("terraform", ["validate", "-json"], call);
  return judgeValidation(status, stdout, stderr);
}

/** The problems that `terraform validate -json` found; warnings are none. */
export function judgeValidation(status: number, stdout: string, stderr: string): readonly string[] {
  const parsed = v.safeParse(Validation, stdout);
  if (parsed.success && parsed.output.valid && status === 0) return [];
  const diagnostics = parsed.success ? parsed.output.diagnostics : [];
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(showDiagnostic);
  return errors.length > 0 ? errors : [`terraform validate ended with ${status}: ${stderr.trim()}`];
}
