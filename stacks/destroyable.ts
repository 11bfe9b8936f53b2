import { type App, Aspects, TerraformStack } from "cdktf";
import type { Environment } from "../model/landscape/types";
import { LiftedProtection } from "../modules/terraform/lifted-protection";

/**
 * Takes the protection from the stacks that an environment lists as destroyable.
 * @throws Error for a stack that does not exist: a slip of the pen must not look like a key that is turned
 */
export function liftProtection(app: App, { name, destroyable = [] }: Environment): void {
  for (const leave of destroyable) {
    const stack = app.node.tryFindChild(leave.stack);
    if (!TerraformStack.isStack(stack)) {
      throw new Error(
        `accounts/${name}/index.ts: destroyable: there is no stack ${leave.stack}. \`npx cdktf list\` prints their ids.`,
      );
    }
    Aspects.of(stack).add(new LiftedProtection(leave));
  }
}
