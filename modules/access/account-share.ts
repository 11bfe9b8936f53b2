import { LakeformationDataCellsFilter } from "@cdktf/provider-aws/lib/lakeformation-data-cells-filter";
import { Construct } from "constructs";
import type { AccountAccess, RowFilter } from "../../model/access/account-access";
import type { LfTag } from "../../model/access/tags";
import type { Account } from "../../model/landscape/types";
import { GrantChain } from "./grant-chain";

export interface AccountShareProps {
  /** Account that owns the catalog. */
  readonly owner: Account;
  readonly consumer: Account;
  /** Whom domains are granted to: the account's id, or the ARN of an organization or organizational unit above it. */
  readonly principal: string;
  readonly access: AccountAccess;
}

const expression = (tags: readonly LfTag[]) => tags.map(({ key, values }) => ({ key, values: [...values] }));
const DESCRIBE = { permissions: ["DESCRIBE"], permissionsWithGrantOption: ["DESCRIBE"] };
const READ = { permissions: ["DESCRIBE", "SELECT"], permissionsWithGrantOption: ["DESCRIBE", "SELECT"] };
const SELECT = { permissions: ["SELECT"], permissionsWithGrantOption: ["SELECT"] };

/**
 * What a consumer account may read, with the right to hand it on to its own roles: domains by LF-tags, so that tables and
 * columns that appear later are covered; single tables and filtered rows by name. Lake Formation shares them through AWS
 * RAM by itself.
 */
export class AccountShare extends Construct {
  private readonly owner: Account;
  private readonly chain: GrantChain;

  constructor(scope: Construct, id: string, { owner, consumer, principal, access }: AccountShareProps) {
    super(scope, id);
    this.owner = owner;
    this.chain = new GrantChain(this, "grants");
    for (const { domain, layer, databases, tables } of access.grants) {
      const name = layer === "curated" ? domain : `${domain}-${layer}`;
      this.chain.grant(`${name}-databases`, {
        principal,
        ...DESCRIBE,
        lfTagPolicy: { resourceType: "DATABASE", expression: expression(databases) },
      });
      this.chain.grant(`${name}-tables`, {
        principal,
        ...READ,
        lfTagPolicy: { resourceType: "TABLE", expression: expression(tables) },
      });
    }
    for (const name of access.databases) {
      this.chain.grant(`database-${name}`, { principal: consumer.id, ...DESCRIBE, database: { name } });
    }
    for (const { database, table, columns } of access.tables) {
      this.chain.grant(`table-${database}-${table}`, {
        principal: consumer.id,
        ...SELECT,
        tableWithColumns: { databaseName: database, name: table, columnNames: [...columns] },
      });
    }
    for (const filter of access.filters) this.rows(consumer, filter);
  }

  /**
   * A data cells filter, granted to the account and not to its roles: provider 5.100.0 waits in vain for a filter granted
   * to a role of another account (hashicorp/terraform-provider-aws#48360, fixed in 6.x by #49398).
   */
  private rows(consumer: Account, { name, database, table, columns, expression: condition }: RowFilter): void {
    const key = { databaseName: database, name, tableCatalogId: this.owner.id, tableName: table };
    const filter = new LakeformationDataCellsFilter(this, `${name}-${database}-${table}`, {
      tableData: [{ ...key, columnNames: [...columns], rowFilter: [{ filterExpression: condition }] }],
    });
    this.chain.grant(`rows-${name}-${database}-${table}`, { principal: consumer.id, ...SELECT, dataCellsFilter: key }, [
      filter,
    ]);
  }
}
