import type { Change } from "./changes";

/** What a change does, as a line that begins with Terraform's own signs. */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case "create project":
      return `+ project ${change.project}`;
    case "create workspace":
      return `+ ${change.workspace}`;
    case "change workspace":
      return `~ ${change.workspace}: ${[...(change.move ? ["project"] : []), ...values(change.attributes)].join(", ")}`;
    case "add tags":
      return `+ ${change.workspace}: tags ${change.tags.join(", ")}`;
    case "remove tags":
      return `- ${change.workspace}: tags ${change.tags.join(", ")}`;
    case "create variable":
      return `+ ${change.workspace}: ${change.variable.key} = ${change.variable.value}`;
    case "change variable":
      return `~ ${change.workspace}: ${change.variable.key} = ${change.variable.value}`;
    case "create trigger":
      return `+ ${change.workspace}: runs after ${change.source}`;
    case "remove trigger":
      return `- ${change.workspace}: runs after ${change.source}`;
  }
}

const values = (attributes: object): readonly string[] =>
  Object.entries(attributes).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
