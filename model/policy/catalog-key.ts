import { accountRootArn } from "../arns";
import type { Environment } from "../landscape/types";
import type { Statement } from "./document";
import { KEY_USE, useThroughServices } from "./key-policy";

/**
 * Who uses the key of the Data Catalog: governance itself, and every consumer account, whose people read table
 * definitions through Glue.
 * https://docs.aws.amazon.com/athena/latest/ug/lf-athena-user-permissions.html
 */
export function catalogKeyStatements(environment: Environment): readonly Statement[] {
  const consumers = environment.consumers.map(accountRootArn);
  const own = useThroughServices(environment, environment.governance, ["glue"]);
  return consumers.length === 0
    ? [own]
    : [
        own,
        {
          Sid: "ConsumersThroughGlue",
          Effect: "Allow",
          Principal: { AWS: consumers },
          Action: [...KEY_USE],
          Resource: "*",
          Condition: {
            StringEquals: {
              "aws:PrincipalOrgID": environment.organizationId,
              "kms:ViaService": `glue.${environment.region}.amazonaws.com`,
            },
          },
        },
      ];
}
