import { createHash } from "node:crypto";
import { LambdaInvocation } from "@cdktf/provider-aws/lib/lambda-invocation";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Environment, Source, TableContract } from "../../model/landscape/types";
import { tablesName } from "../../model/names";
import { tablePlan } from "../../model/tables/plan";
import { literalText } from "../terraform/literal-text";
import type { TableFunction } from "./table-function";

export interface TableRunProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly table: TableContract;
  readonly evolution: TableFunction;
  /** The table itself. */
  readonly after: ITerraformDependable;
}

/** One run of the table function for one table, and another whenever its code or the table's contract changes. */
export class TableRun extends Construct {
  /** To be waited for by whatever names the table's columns. */
  public readonly done: ITerraformDependable;

  constructor(scope: Construct, id: string, { environment, source, table, evolution, after }: TableRunProps) {
    super(scope, id);
    const input = JSON.stringify({ workgroup: tablesName(environment, source), plan: tablePlan(source, table) });
    this.done = new LambdaInvocation(this, "run", {
      functionName: evolution.functionName,
      // As text: CDKTF's own jsonencode does not escape quotes inside of texts.
      input: literalText(input),
      triggers: { code: evolution.codeHash, plan: createHash("sha256").update(input).digest("hex") },
      dependsOn: [evolution.granted, after],
    });
  }
}
