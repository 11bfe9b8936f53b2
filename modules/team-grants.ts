import { Construct } from "constructs";
import type { TableGrant } from "../model/access/shares";
import type { Account } from "../model/landscape/types";
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
 * What the consumer account hands on to a team: the link and the shared database to be described, and tables by name.
 * By name and not by LF-tags, for Terraform never finds grants by another account's tags again
 * (hashicorp/terraform-provider-aws#26602).
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
    for (const { database, table, columns } of grants) {
      chain.grant(`${team}-${database}-${table}`, {
        principal,
        permissions: ["SELECT"],
        tableWithColumns: {
          catalogId: owner.id,
          databaseName: database,
          name: table,
          ...(columns === "all" ? { wildcard: true } : { columnNames: [...columns] }),
        },
      });
    }
  }
}
