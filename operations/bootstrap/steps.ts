import type { CallersAccount } from "./account";
import { candidates, missingIn } from "./candidates";
import type { CallersTerraform } from "./terraform";
import type { Workplace } from "./workplace";

/** File that the plan is kept in. */
export const PLAN = "bootstrap.plan";

const PLAN_ARGS = ["plan", "-input=false", "-no-color", `-out=${PLAN}`];
const ROUNDS = 4;

/** Addresses of what the state holds. */
async function heldBy(terraform: CallersTerraform): Promise<ReadonlySet<string>> {
  const { status, stdout } = await terraform.try(["state", "list"]);
  return new Set(status === 0 ? stdout.split("\n").filter((line) => line !== "") : []);
}

/**
 * Plans, and takes what exists under the stack's names into the state: an interrupted run may have made it, or its state is
 * lost. Terraform itself says what does not exist.
 * @returns the plan as people read it
 */
export async function planWithAdoption(
  terraform: CallersTerraform,
  workplace: Workplace,
  account: CallersAccount,
  accountId: string,
): Promise<string> {
  const known = { accountId, stateKeyId: await account.stateKeyId() };
  let wanted = candidates(workplace.stack, known, await heldBy(terraform));
  for (let round = 0; round < ROUNDS && wanted.length > 0; round += 1) {
    workplace.wantImports(wanted.map(({ to, id }) => ({ to, id })));
    const { status, stdout, stderr } = await terraform.try(PLAN_ARGS);
    if (status === 0) return stdout;
    const missing = missingIn(`${stdout}\n${stderr}`);
    if (missing.size === 0) break;
    wanted = wanted.filter(({ to }) => !missing.has(to));
  }
  workplace.wantImports(wanted.map(({ to, id }) => ({ to, id })));
  return await terraform.run(PLAN_ARGS);
}

/** Plans what is in its bucket already. */
export const planSettled = async (terraform: CallersTerraform): Promise<string> => await terraform.run(PLAN_ARGS);
