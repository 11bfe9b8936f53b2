import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Account } from "../../model/landscape/types";
import { CLOSED } from "../catalog/closed-database";

export interface DatabaseLinkProps {
  /** Name of the shared database; the link has the same one, which Athena's views need. */
  readonly database: string;
  readonly owner: Account;
  /** Settings that empty the default permissions of new databases. */
  readonly after: ITerraformDependable;
}

/** A resource link: the shared database under its own name in the consumer's catalog. */
export class DatabaseLink extends Construct {
  public readonly link: GlueCatalogDatabase;

  constructor(scope: Construct, id: string, { database, owner, after }: DatabaseLinkProps) {
    super(scope, id);
    this.link = new GlueCatalogDatabase(this, "link", {
      name: database,
      targetDatabase: { catalogId: owner.id, databaseName: database },
      lifecycle: CLOSED,
      dependsOn: [after],
    });
  }
}
