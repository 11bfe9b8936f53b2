import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, TerraformVariable } from "cdktf";
import { roleArn } from "../../model/arns";
import { sessionName } from "../../model/deployment/state-key";
import type { Account } from "../../model/landscape/types";
import { deployRoleName, planRoleName } from "../../model/names";

/** Named by TF_VAR_run_role or -var. */
const VARIABLE = "run_role";

/**
 * By which of the account's roles Terraform runs: the deploy role, or for plans the role that can only look. Ephemeral, so
 * that a plan that was made by one role can be applied by the other.
 * @param mayBeNone whether an empty text leaves whoever runs Terraform as he is
 */
function runRole(stack: TerraformStack, account: Account, mayBeNone: boolean): TerraformVariable {
  const existing = stack.node.tryFindChild(VARIABLE);
  if (existing instanceof TerraformVariable) return existing;
  const names = [deployRoleName(account), planRoleName(account), ...(mayBeNone ? [""] : [])];
  const variable = new TerraformVariable(stack, VARIABLE, {
    type: "string",
    description: `Role that Terraform assumes: ${deployRoleName(account)}, or for a plan ${planRoleName(account)}`,
    default: deployRoleName(account),
    nullable: false,
    validation: [
      {
        condition: `\${contains(${JSON.stringify(names)}, var.${VARIABLE})}`,
        errorMessage: `Write ${deployRoleName(account)} or ${planRoleName(account)}.`,
      },
    ],
  });
  variable.addOverride("ephemeral", true);
  return variable;
}

/** Always by one of the account's roles, or, when the variable is empty, as whoever runs Terraform. */
export type RunsAs = "role" | "role or caller";

/** Makes a provider run by the role that the variable names. */
export function assumeRunRole(provider: AwsProvider, account: Account, runsAs: RunsAs): void {
  const stack = TerraformStack.of(provider);
  const mayBeNone = runsAs === "role or caller";
  const variable = runRole(stack, account, mayBeNone);
  const session = sessionName(stack.node.id);
  if (!mayBeNone) {
    provider.assumeRole = [{ roleArn: roleArn(account, variable.stringValue), sessionName: session }];
    return;
  }
  // The provider refuses a role without a name, so the whole block has to go.
  provider.addOverride("dynamic.assume_role", [
    {
      for_each: `\${var.${VARIABLE} == "" ? [] : [var.${VARIABLE}]}`,
      content: { role_arn: roleArn(account, "${assume_role.value}"), session_name: session },
    },
  ]);
}
