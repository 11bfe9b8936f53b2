import { type App, TerraformDataSource, TerraformResource, TerraformStack } from "cdktf";
import type { Finding } from "../finding";

/** Description of the symbol under which `Aspects.of` keeps the aspects; the library exports no reader for it. */
const ASPECTS_SYMBOL = "cdktf-aspects";

/** Two stacks of one id write the same folder, and the last one wins. */
function uniqueStackIds(stacks: readonly TerraformStack[]): readonly Finding[] {
  const seen = new Map<string, string>();
  return stacks.flatMap((stack) => {
    const [id, path] = [stack.node.id, stack.node.path];
    const owner = seen.get(id);
    seen.set(id, path);
    return owner === undefined
      ? []
      : [
          {
            stack: "app",
            place: path,
            cause: `two stacks have the id ${id}: ${owner} and ${path}`,
            remedy: "add stacks to the App itself, each with the environment and account in its id",
          },
        ];
  });
}

/** CDKTF drops characters from ids and merges what then has the same address, without a word. */
function uniqueAddresses(stack: TerraformStack): readonly Finding[] {
  const owners = new Map<string, string>();
  return stack.node.findAll().flatMap((construct) => {
    const resource = TerraformResource.isTerraformResource(construct);
    if (!resource && !TerraformDataSource.isTerraformDataSource(construct)) return [];
    const address = `${resource ? "" : "data."}${construct.terraformResourceType}.${construct.friendlyUniqueId}`;
    const owner = owners.get(address);
    owners.set(address, construct.node.path);
    return owner === undefined
      ? []
      : [
          {
            stack: stack.node.id,
            place: address,
            cause: `${owner} and ${construct.node.path} have the same Terraform address`,
            remedy: "give them ids that differ in letters, digits, hyphens or underscores",
          },
        ];
  });
}

/** CDKTF visits stacks and what is below them; an aspect on the App is never called. */
function noAspectOnApp(app: App): readonly Finding[] {
  return Object.getOwnPropertySymbols(app).some(({ description }) => description === ASPECTS_SYMBOL)
    ? [
        {
          stack: "app",
          place: "App",
          cause: "an aspect on the App is never called",
          remedy: "attach the aspect to each stack",
        },
      ]
    : [];
}

/** What can only be seen on constructs, before anything is written. */
export function guardConstructs(app: App): readonly Finding[] {
  const stacks = app.node.findAll().filter((construct) => TerraformStack.isStack(construct));
  return [...noAspectOnApp(app), ...uniqueStackIds(stacks), ...stacks.flatMap(uniqueAddresses)];
}
