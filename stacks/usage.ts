import { TerraformDataSource, TerraformResource, type TerraformStack } from "cdktf";
import { type Usage, type Used, usageOf } from "../model/deployment/usage";
import { EphemeralBlock } from "../modules/terraform/ephemeral-block";

/** What is in a stack, by Terraform type. The concern is the third part of the stack's id. */
function usedIn(stack: TerraformStack): readonly Used[] {
  const concern = stack.node.id.split("-")[2] ?? stack.node.id;
  return stack.node.findAll().flatMap((construct) => {
    if (TerraformResource.isTerraformResource(construct)) return [{ concern, type: construct.terraformResourceType }];
    if (TerraformDataSource.isTerraformDataSource(construct)) {
      return [{ concern, type: `data.${construct.terraformResourceType}` }];
    }
    return construct instanceof EphemeralBlock ? [{ concern, type: `ephemeral.${construct.type}` }] : [];
  });
}

/** Everything that some stacks hold. */
export const usageIn = (stacks: readonly TerraformStack[]): Usage => usageOf(stacks.flatMap(usedIn));
