import { accountRootArn } from "../arns";
import type { Environment } from "../landscape/types";
import type { Statement } from "./document";
import { KEY_USE, useByLogs, useThroughServices } from "./key-policy";

const throughGlue = (environment: Environment) => ({ "kms:ViaService": `glue.${environment.region}.amazonaws.com` });

/**
 * What a role that reads table definitions must be allowed, since the Data Catalog is encrypted. The key is of the
 * governance account; its policy decides which one it is, and the service through which it is used keeps this to the
 * catalog.
 * https://docs.aws.amazon.com/athena/latest/ug/lf-athena-user-permissions.html
 */
export function readCatalogStatement(environment: Environment): Statement {
  return {
    Sid: "CatalogKey",
    Effect: "Allow",
    Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*"],
    Resource: `arn:aws:kms:${environment.region}:${environment.governance.id}:key/*`,
    Condition: { StringEquals: throughGlue(environment) },
  };
}

/**
 * Who uses the key of the Data Catalog: governance itself, its logs about table definitions, and the people of every
 * consumer account.
 */
export function catalogKeyStatements(environment: Environment): readonly Statement[] {
  const consumers = environment.consumers.map(accountRootArn);
  const own = [
    useThroughServices(environment, environment.governance, ["glue"]),
    useByLogs(environment, environment.governance),
  ];
  return consumers.length === 0
    ? own
    : [
        ...own,
        {
          Sid: "ConsumersThroughGlue",
          Effect: "Allow",
          Principal: { AWS: consumers },
          Action: [...KEY_USE],
          Resource: "*",
          Condition: {
            StringEquals: { "aws:PrincipalOrgID": environment.organizationId, ...throughGlue(environment) },
          },
        },
      ];
}
