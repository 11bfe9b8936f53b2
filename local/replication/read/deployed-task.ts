import type { Endpoint, ReplicationTask } from "@aws-sdk/client-database-migration-service";
import * as v from "valibot";
import { readRules } from "../mappings/rules";
import { type Problem, shown } from "../problem";
import type { DeployedTask } from "../types";
import { readTarget } from "./s3-target";
import { readSource } from "./source";
import { readTaskSettings } from "./task-settings";

/** A task that is deployed, with both its endpoints. */
export interface TaskParts {
  readonly task: ReplicationTask;
  readonly source: Endpoint;
  readonly target: Endpoint;
}

const stops = v.optional(v.literal("", "the task would stop there"), "");

const document = v.object({
  ReplicationTaskIdentifier: v.string(),
  ReplicationTaskArn: v.string(),
  Status: v.picklist(["running", "starting"], "start the task: nothing is replicated before"),
  MigrationType: v.literal("full-load-and-cdc", "write full-load-and-cdc: else old rows or changes never arrive"),
  CdcStopPosition: stops,
  TableMappings: v.string(),
  ReplicationTaskSettings: v.string(),
});

/** A task with all its settings, or every problem that it has. */
export function readTask({ task, source, target }: TaskParts): DeployedTask | readonly Problem[] {
  const where = task.ReplicationTaskIdentifier ?? "task without a name";
  const { success, output, issues } = v.safeParse(document, task);
  const settings = readTaskSettings(where, task.ReplicationTaskSettings ?? "{}");
  const mappings = readRules(task.TableMappings ?? "");
  const from = readSource(where, source, settings.settings);
  const to = readTarget(where, target);
  const problems = [
    ...(issues ?? []).map((issue) => ({
      where,
      found: `${v.getDotPath(issue) ?? "task"} is ${shown(issue.input) ?? "missing"}`,
      instead: issue.message,
    })),
    ...settings.problems,
    ...mappings.problems.map((problem) => ({ ...problem, where: `${where}, ${problem.where}` })),
    ...from.problems,
    ...to.problems,
  ];
  if (problems.length > 0 || !success || from.source === undefined || to.target === undefined) return problems;
  return {
    name: output.ReplicationTaskIdentifier,
    arn: output.ReplicationTaskArn,
    source: from.source,
    target: to.target,
    rules: mappings.rules,
  };
}
