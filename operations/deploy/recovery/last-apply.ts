import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Event, readEvent } from "../../terraform/events";
import { allRuns } from "../record/runs";
import type { StackContext } from "../stack/context";

/** What Terraform said when it last applied this stack in an earlier run; nothing when it never has. */
export function lastApply({ run, step }: Pick<StackContext, "run" | "step">): readonly Event[] {
  const earlier = allRuns(dirname(run.folder)).filter(({ name }) => name < run.name);
  const log = earlier
    .toReversed()
    .map(({ folder }) => join(folder, step.id, "apply.jsonl"))
    .find((file) => existsSync(file));
  if (log === undefined) return [];
  return readFileSync(log, "utf8")
    .split("\n")
    .flatMap((line) => {
      const event = readEvent(line);
      return event === undefined ? [] : [event];
    });
}
