import { DescribeStateMachineCommand, paginateListStateMachines, type SFNClient } from "@aws-sdk/client-sfn";
import { isBlock } from "../../../audit/output/json";
import type { Block } from "../../../audit/output/types";
import { block, text } from "../../engine/block";
import { serviceOf, statesOf } from "../../engine/interpreter";
import { LakeError } from "../error";

/** A table that a state machine merges, and the ids of its saved statements. */
export interface MergedTable {
  readonly table: string;
  readonly merge: string;
  readonly load: string;
}

/** A deployed state machine that merges. */
export interface MergeMachine {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly definition: Block;
  readonly tables: readonly MergedTable[];
}

/**
 * The account's state machines that merge: those that start queries of Athena and list tables with a statement to merge
 * and one to load.
 * @throws LakeError when there is none
 */
export async function mergeMachines(sfn: SFNClient): Promise<readonly MergeMachine[]> {
  const found: MergeMachine[] = [];
  const names: string[] = [];
  for await (const page of paginateListStateMachines({ client: sfn }, {})) {
    for (const { stateMachineArn, name = "" } of page.stateMachines ?? []) {
      names.push(name);
      const { definition = "{}", roleArn = "" } = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
      const parsed = block(JSON.parse(definition));
      const tables = startsQueries(parsed) ? mergedTables(parsed) : [];
      if (tables.length > 0) found.push({ name, arn: stateMachineArn ?? "", roleArn, definition: parsed, tables });
    }
  }
  if (found.length > 0) return found;
  throw new LakeError(`no state machine merges tables by queries of Athena; there are: ${names.join(", ") || "none"}`);
}

const startsQueries = (definition: Block): boolean =>
  statesOf(definition).some(
    ([, state]) => state["Type"] === "Task" && serviceOf(state) === "athena:startQueryExecution.sync",
  );

const isMergedTable = (item: unknown): item is Block =>
  isBlock(item) && ["table", "merge", "load"].every((key) => typeof item[key] === "string");

function mergedTables(definition: Block): readonly MergedTable[] {
  const lists = statesOf(definition).map(([, state]) => state["Result"]);
  return lists
    .flatMap((list) => (Array.isArray(list) ? list.filter(isMergedTable) : []))
    .map((item) => ({ table: text(item["table"]), merge: text(item["merge"]), load: text(item["load"]) }));
}
