import { AthenaNamedQuery } from "@cdktf/provider-aws/lib/athena-named-query";
import { Construct } from "constructs";
import type { MergeItem } from "../../model/curation/merge-workflow";
import type { Source } from "../../model/landscape/types";
import { curatedDatabase } from "../../model/names";
import { loadStatement, mergeStatement } from "../../model/sql/merge";

export interface MergeStatementsProps {
  readonly source: Source;
  /** Name of the workgroup, as a reference to it. */
  readonly workgroup: string;
}

/**
 * The statements of a source's merge as saved queries of its workgroup, where people see them and can run one by hand. A
 * state machine's definition and input hold too little text for those of hundreds of tables.
 */
export class MergeStatements extends Construct {
  /** For each table the ids of its statements. */
  public readonly items: readonly MergeItem[];

  constructor(scope: Construct, id: string, { source, workgroup }: MergeStatementsProps) {
    super(scope, id);
    const database = curatedDatabase(source);
    this.items = source.tables.map((table) => {
      const merge = new AthenaNamedQuery(this, `merge-${table.name}`, {
        name: `merge ${table.name}`,
        description: "Merges the changes since a commit time, yyyy-MM-dd HH:mm:ss, which stands for each {}",
        workgroup,
        database,
        query: mergeStatement(source, table),
      });
      const load = new AthenaNamedQuery(this, `load-${table.name}`, {
        name: `load ${table.name}`,
        description: "Makes the table anew from the load and all changes of the generation; the load must be complete",
        workgroup,
        database,
        query: loadStatement(source, table),
      });
      return { table: table.name, merge: merge.id, load: load.id };
    });
  }
}
