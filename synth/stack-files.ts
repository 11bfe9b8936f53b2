import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type App, TerraformStack } from "cdktf";
import { isStackFile, STACK_FILE } from "../model/stack-file";

/** Writes the files that constructs want beside their stack's JSON. */
export function writeStackFiles(app: App, folder: string): void {
  for (const construct of app.node.findAll()) {
    for (const { type, data } of construct.node.metadata) {
      if (type !== STACK_FILE || !isStackFile(data)) continue;
      writeFileSync(join(folder, "stacks", TerraformStack.of(construct).node.id, data.name), data.content);
    }
  }
}
