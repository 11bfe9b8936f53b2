import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { CLOSED } from "../catalog/closed-database";
import type { GrantChain } from "./grant-chain";

/** Athena looks into a database of this name before every query. */
const NAME = "default";

/**
 * The account's `default` database, which every Athena user must be allowed to describe.
 * https://docs.aws.amazon.com/athena/latest/ug/lf-athena-limitations.html
 */
export class DefaultDatabase extends Construct {
  public readonly database: GlueCatalogDatabase;

  constructor(scope: Construct, id: string, { after }: { readonly after: ITerraformDependable }) {
    super(scope, id);
    this.database = new GlueCatalogDatabase(this, "database", {
      name: NAME,
      description: "Empty; Athena asks for it",
      lifecycle: CLOSED,
      dependsOn: [after],
    });
  }

  /** Lets a role describe the database. */
  public describe(chain: GrantChain, team: string, roleArn: string): void {
    chain.grant(`${team}-default`, { principal: roleArn, permissions: ["DESCRIBE"], database: { name: NAME } });
  }
}
