import { Construct } from "constructs";
import type { AccountGrant } from "../model/access/shares";
import type { LfTag } from "../model/access/tags";
import type { Account } from "../model/landscape/types";
import { GrantChain } from "./grant-chain";

export interface AccountShareProps {
  readonly consumer: Account;
  readonly grants: readonly AccountGrant[];
}

const expression = (tags: readonly LfTag[]) => tags.map(({ key, values }) => ({ key, values: [...values] }));

/**
 * What a consumer account may read, by LF-tags, with the right to hand it on to its own roles. Tables and columns that
 * appear later are covered by their tags. Lake Formation shares them through AWS RAM by itself.
 */
export class AccountShare extends Construct {
  constructor(scope: Construct, id: string, { consumer, grants }: AccountShareProps) {
    super(scope, id);
    const chain = new GrantChain(this, "grants");
    for (const { domain, databases, tables } of grants) {
      chain.grant(`${domain}-databases`, {
        principal: consumer.id,
        permissions: ["DESCRIBE"],
        permissionsWithGrantOption: ["DESCRIBE"],
        lfTagPolicy: { resourceType: "DATABASE", expression: expression(databases) },
      });
      chain.grant(`${domain}-tables`, {
        principal: consumer.id,
        permissions: ["DESCRIBE", "SELECT"],
        permissionsWithGrantOption: ["DESCRIBE", "SELECT"],
        lfTagPolicy: { resourceType: "TABLE", expression: expression(tables) },
      });
    }
  }
}
