import { AthenaNamedQuery } from "@cdktf/provider-aws/lib/athena-named-query";
import { AthenaPreparedStatement } from "@cdktf/provider-aws/lib/athena-prepared-statement";
import { Construct } from "constructs";
import type { QueryText } from "../../model/queries/text";

export interface SavedQueriesProps {
  /** Name of the workgroup, as a reference to it. */
  readonly workgroup: string;
  readonly queries: readonly QueryText[];
}

/**
 * The questions of a workgroup: each as saved text with example values, for the console, and each as a prepared statement
 * that takes values, for programs.
 * https://docs.aws.amazon.com/athena/latest/ug/querying-with-prepared-statements.html
 */
export class SavedQueries extends Construct {
  constructor(scope: Construct, id: string, { workgroup, queries }: SavedQueriesProps) {
    super(scope, id);
    for (const { name, question, database, saved, prepared } of queries) {
      const common = { name, description: question, workgroup };
      new AthenaNamedQuery(this, `saved-${name}`, { ...common, database, query: saved });
      new AthenaPreparedStatement(this, `prepared-${name}`, { ...common, queryStatement: prepared });
    }
  }
}
