import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { bucketArn } from "../../model/arns";
import type { Environment, Source } from "../../model/landscape/types";
import {
  catalogKeyAlias,
  curatedDatabase,
  tablesName,
  tablesResultsBucketName,
  zoneBucketName,
  zoneKeyAlias,
} from "../../model/names";
import { queryStatements } from "../../model/policy/athena";
import { tableEvolutionStatements } from "../../model/policy/table-evolution";
import { DEPLOYMENT_FUNCTION } from "../../model/standing-waivers";
import { GrantChain } from "../access/grant-chain";
import { QueryResults } from "../analytics/query-results";
import { QueryWorkgroup } from "../analytics/query-workgroup";
import { functionArchive } from "../function/function-archive";
import { nodeFunction } from "../function/node-function";
import type { ServiceRole } from "../role/service-role";
import type { CatalogDatabase } from "./catalog-database";

/** A statement takes seconds; a table that is merged at the same moment is tried again. */
const TIMEOUT_SECONDS = 600;

/** Results say no more than that a statement ran; they are kept as long as somebody may ask about a deployment. */
const RESULT_DAYS = 30;

export interface TableFunctionProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly database: CatalogDatabase;
}

/** The function that brings a source's current-state tables to their contracts: `functions/tables`. */
export class TableFunction extends Construct {
  public readonly functionName: string;
  /** Changes whenever the code does. */
  public readonly codeHash: string;
  /** To be waited for by whoever runs the function: until then Lake Formation does not let it change a table. */
  public readonly granted: ITerraformDependable;

  constructor(scope: Construct, id: string, { environment, source, database }: TableFunctionProps) {
    super(scope, id);
    const { governance } = environment;
    const name = tablesName(environment, source);
    const code = functionArchive("tables");
    this.codeHash = code.hash;

    const logKey = new DataAwsKmsKey(this, "log-key", { keyId: catalogKeyAlias(environment) });
    const curatedKey = new DataAwsKmsKey(this, "curated-key", { keyId: zoneKeyAlias(environment, source, "curated") });
    const results = new QueryResults(this, "results", {
      environment,
      account: governance,
      bucketName: tablesResultsBucketName(environment, source),
      // Athena encrypts a table's metadata by the key of the query's results, and the curated bucket takes one key.
      key: { arn: curatedKey.arn },
      retentionDays: RESULT_DAYS,
    });
    new QueryWorkgroup(this, "athena", {
      name,
      description: `Statements that change tables of ${source.name}`,
      account: governance,
      resultsBucket: results.bucketName,
      keyArn: results.keyArn,
    });
    const { lambda, role } = nodeFunction(this, {
      environment,
      account: governance,
      name,
      description: `Brings the tables of ${source.name} to their contracts`,
      code,
      timeoutSeconds: TIMEOUT_SECONDS,
      logKeyArn: logKey.arn,
      statements: [
        ...queryStatements({
          environment,
          account: governance,
          workgroup: name,
          resultsBucket: results.bucketName,
          resultsKeyArn: results.keyArn,
          databases: [{ owner: governance, name: curatedDatabase(source) }],
        }),
        ...tableEvolutionStatements(environment, source),
      ],
      waiver: DEPLOYMENT_FUNCTION,
    });
    this.functionName = lambda.functionName;
    this.granted = grants(this, { environment, source, database }, role);
  }
}

/** It may change every table of the source, and read no row. */
function grants(
  scope: Construct,
  { environment, source, database }: TableFunctionProps,
  role: ServiceRole,
): ITerraformDependable {
  const principal = role.arn;
  const chain = new GrantChain(scope, "grants", [role.policy, database.tags]);
  chain.grant("database", { principal, permissions: ["DESCRIBE"], database: { name: database.name } });
  chain.grant("tables", {
    principal,
    permissions: ["ALTER", "DESCRIBE"],
    table: { databaseName: database.name, wildcard: true },
  });
  return chain.grant("location", {
    principal,
    permissions: ["DATA_LOCATION_ACCESS"],
    dataLocation: { arn: bucketArn(zoneBucketName(environment, source, "curated")) },
  });
}
