import { type TerraformStack, TerraformVariable } from "cdktf";
import type { Account } from "../model/landscape/types";
import { deployRoleName, planRoleName } from "../model/names";

/** Named by TF_VAR_run_role or -var. */
const VARIABLE = "run_role";

/**
 * By which of the account's roles Terraform runs: the deploy role, or for plans the role that can only look. Ephemeral, so
 * that a plan that was made by one role can be applied by the other.
 */
export function addRunRole(stack: TerraformStack, account: Account): TerraformVariable {
  const names = [deployRoleName(account), planRoleName(account)];
  const variable = new TerraformVariable(stack, VARIABLE, {
    type: "string",
    description: `Role that Terraform assumes in the account: ${names.join(", or for a plan ")}`,
    default: deployRoleName(account),
    nullable: false,
    validation: [
      {
        condition: `\${contains(${JSON.stringify(names)}, var.${VARIABLE})}`,
        errorMessage: `Write ${names.join(" or ")}.`,
      },
    ],
  });
  variable.addOverride("ephemeral", true);
  return variable;
}
