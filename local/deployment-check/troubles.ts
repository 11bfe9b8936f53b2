import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "../../model/landscape/types";
import { type Outcome, outcomeOf } from "../check/tally";
import { type Bench, deployOnce } from "../faults/bench";
import type { Strike } from "../faults/strike";
import { ofAnotherAccount, withJson } from "./edit";
import { differences, type Expected } from "./expect";

const ALWAYS = { counts: "requests", at: 1, length: Number.MAX_SAFE_INTEGER } as const;
const answer = (target: Strike["target"]): Strike => ({ target, ...ALWAYS });

/** Causes troubles for real, and looks whether the message names each and says what to do. */
export async function tryTroubles(bench: Bench, account: Account, stack: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const { folders } = bench;
  const plan = async (
    name: string,
    says: Expected["says"],
    strike?: Strike,
    changed?: Readonly<Record<string, string>>,
    status = 1,
  ): Promise<void> => {
    const end = await deployOnce(bench, ["plan", stack], strike, changed);
    outcomes.push(outcomeOf(name, differences(end, { status, says })));
  };

  await withJson(folders.output, stack, ofAnotherAccount, () =>
    plan("wrong account", [new RegExp(`lead to the AWS account ${account.id}`), /AWS_PROFILE/]),
  );
  await plan("expired session", [/session of your AWS credentials has expired/, /sso login/], answer("expired"));
  await plan(
    "role that cannot be assumed",
    [new RegExp(`may not assume the deploy role of ${account.name}`), /bootstrap/],
    answer("denied"),
  );
  await plan("throttling", [/AWS throttles/, /--parallelism 1/], answer("throttle"), { AWS_MAX_ATTEMPTS: "2" });
  await plan("dropped connections", [/AWS cannot be reached|connection broke/], answer("dropped"), {
    AWS_MAX_ATTEMPTS: "2",
  });

  const empty = join(folders.run, "empty-mirror");
  mkdirSync(empty, { recursive: true });
  const config = join(empty, "terraform.rc");
  writeFileSync(
    config,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(empty)}\n  }\n}\n`,
  );
  await plan(
    "provider that cannot be installed",
    [/cannot be installed: .*hashicorp\/aws/, /without-a-registry/],
    undefined,
    {
      TF_CLI_CONFIG_FILE: config,
    },
  );
  await plan("no Terraform", [/Terraform 1\.11 or newer \(none found\)/], undefined, { PATH: empty }, 2);
  const nowhere = await deployOnce(
    { ...bench, folders: { ...folders, output: join(empty, "cdktf.out") } },
    ["plan"],
    undefined,
  );
  outcomes.push(
    outcomeOf("nothing synthesized", differences(nowhere, { status: 1, says: [/does not exist. Synthesize first/] })),
  );
  return outcomes;
}
