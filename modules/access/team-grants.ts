import { Construct } from "constructs";
import type { TableGrant } from "../../model/access/shares";
import type { Account } from "../../model/landscape/types";
import type { GrantChain } from "./grant-chain";

export interface TeamGrantsProps {
  readonly roleArn: string;
  readonly owner: Account;
  readonly grants: readonly TableGrant[];
  /** The account's one chain. */
  readonly chain: GrantChain;
  /** Distinguishes the team's grants in the chain. */
  readonly team: string;
}

/**
 * What the consumer account hands on to a team: the link and the shared database to be described, tables and filtered
 * rows by name. This is the one place that works around what Lake Formation's resources cannot say yet:
 * - Not by LF-tags, for Terraform never finds grants by another account's tags again
 *   (hashicorp/terraform-provider-aws#26602, open in every version).
 * - Not by a named LF-tag expression, which provider 5.100.0 does not know (hashicorp/terraform-provider-aws#43883).
 * - On the target and not through the link (hashicorp/terraform-provider-aws#49669).
 */
export class TeamGrants extends Construct {
  constructor(scope: Construct, id: string, { roleArn, owner, grants, chain, team }: TeamGrantsProps) {
    super(scope, id);
    const principal = roleArn;
    for (const database of new Set(grants.map((grant) => grant.database))) {
      chain.grant(`${team}-link-${database}`, { principal, permissions: ["DESCRIBE"], database: { name: database } });
      chain.grant(`${team}-${database}`, {
        principal,
        permissions: ["DESCRIBE"],
        database: { name: database, catalogId: owner.id },
      });
    }
    for (const grant of grants) {
      chain.grant(`${team}-${grant.database}-${grant.table}`, {
        principal,
        permissions: ["SELECT"],
        ...target(owner, grant),
      });
    }
  }
}

/** A table's columns, or a filter of the owner, whose name says which columns and rows. */
function target(owner: Account, { database, table, columns, filter }: TableGrant) {
  if (filter !== undefined) {
    return {
      dataCellsFilter: { databaseName: database, name: filter, tableCatalogId: owner.id, tableName: table },
    };
  }
  return {
    tableWithColumns: {
      catalogId: owner.id,
      databaseName: database,
      name: table,
      ...(columns === "all" ? { wildcard: true } : { columnNames: [...columns] }),
    },
  };
}
