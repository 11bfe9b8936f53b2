import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { bucketArn } from "../../model/arns";
import type { Environment, Source } from "../../model/landscape/types";
import { optimizerRoleName, zoneBucketName } from "../../model/names";
import { tableOptimizerStatements } from "../../model/policy/table-optimizer";
import { serviceTrust } from "../../model/policy/trust";
import { GrantChain } from "../access/grant-chain";
import { ServiceRole } from "../role/service-role";
import type { CatalogDatabase } from "./catalog-database";

export interface OptimizerRoleProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly database: CatalogDatabase;
  /** The last grant of the stack so far. */
  readonly after: ITerraformDependable;
}

/** The role by which Glue keeps a source's current-state tables small, with what Lake Formation lets it do. */
export class OptimizerRole extends Construct {
  public readonly arn: string;
  /** To be waited for by the optimizers. */
  public readonly granted: ITerraformDependable;

  constructor(scope: Construct, id: string, { environment, source, database, after }: OptimizerRoleProps) {
    super(scope, id);
    const role = new ServiceRole(this, "role", {
      name: optimizerRoleName(environment, source),
      description: `Compacts the tables of ${source.name} and removes what no snapshot needs`,
      trust: serviceTrust("glue.amazonaws.com", environment.governance),
      statements: tableOptimizerStatements(environment, source),
    });
    this.arn = role.arn;
    const principal = role.arn;
    const chain = new GrantChain(this, "grants", [role.policy, database.tags, after]);
    chain.grant("database", { principal, permissions: ["DESCRIBE"], database: { name: database.name } });
    chain.grant("tables", {
      principal,
      permissions: ["ALTER", "DELETE", "DESCRIBE", "INSERT", "SELECT"],
      table: { databaseName: database.name, wildcard: true },
    });
    this.granted = chain.grant("location", {
      principal,
      permissions: ["DATA_LOCATION_ACCESS"],
      dataLocation: { arn: bucketArn(zoneBucketName(environment, source, "curated")) },
    });
  }
}
