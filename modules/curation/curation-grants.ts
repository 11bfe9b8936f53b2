import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { bucketArn } from "../../model/arns";
import type { Environment, Source } from "../../model/landscape/types";
import { changesDatabase, curatedDatabase, loadsDatabase, zoneBucketName } from "../../model/names";
import { GrantChain } from "../access/grant-chain";

export interface CurationGrantsProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly roleArn: string;
  readonly after: ITerraformDependable;
}

/** What Lake Formation lets the curation role do: read loads and changes, write the current-state tables. */
export class CurationGrants extends Construct {
  constructor(scope: Construct, id: string, { environment, source, roleArn, after }: CurationGrantsProps) {
    super(scope, id);
    const chain = new GrantChain(this, "grants", [after]);
    const principal = roleArn;
    chain.grant("changes", { principal, permissions: ["DESCRIBE"], database: { name: changesDatabase(source) } });
    chain.grant("change-tables", {
      principal,
      permissions: ["DESCRIBE", "SELECT"],
      table: { databaseName: changesDatabase(source), wildcard: true },
    });
    chain.grant("loads", { principal, permissions: ["DESCRIBE"], database: { name: loadsDatabase(source) } });
    chain.grant("load-tables", {
      principal,
      permissions: ["DESCRIBE", "SELECT"],
      table: { databaseName: loadsDatabase(source), wildcard: true },
    });
    chain.grant("curated", { principal, permissions: ["DESCRIBE"], database: { name: curatedDatabase(source) } });
    chain.grant("current-tables", {
      principal,
      permissions: ["ALTER", "DELETE", "DESCRIBE", "INSERT", "SELECT"],
      table: { databaseName: curatedDatabase(source), wildcard: true },
    });
    chain.grant("location", {
      principal,
      permissions: ["DATA_LOCATION_ACCESS"],
      dataLocation: { arn: bucketArn(zoneBucketName(environment, source, "curated")) },
    });
  }
}
