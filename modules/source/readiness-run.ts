import { createHash } from "node:crypto";
import { LambdaInvocation } from "@cdktf/provider-aws/lib/lambda-invocation";
import { Construct } from "constructs";
import { clusterArn, partialSecretArn } from "../../model/arns";
import type { Account, ClusterSource, Environment } from "../../model/landscape/types";
import { clusterId, replicationSecretName } from "../../model/names";
import { readinessPlan } from "../../model/readiness/plan";
import { literalText } from "../terraform/literal-text";
import type { ReadinessFunction } from "./readiness-function";

export interface ReadinessRunProps {
  readonly environment: Environment;
  readonly account: Account;
  readonly source: ClusterSource;
  readonly masterSecretArn: string;
  readonly readiness: ReadinessFunction;
}

/** One run of the readiness function, and another whenever its code, its SQL or the password changes. */
export class ReadinessRun extends Construct {
  constructor(scope: Construct, id: string, props: ReadinessRunProps) {
    super(scope, id);
    const { environment, account, source, masterSecretArn, readiness } = props;
    const plan = readinessPlan(source);
    new LambdaInvocation(this, "run", {
      functionName: readiness.functionName,
      // As text: CDKTF's own jsonencode does not escape quotes inside of texts.
      input: withReference(
        {
          source: source.name,
          database: source.database,
          clusterArn: clusterArn(environment, account, clusterId(environment, source)),
          loginSecretArn: partialSecretArn(environment, account, replicationSecretName(environment, source)),
          plan,
        },
        "masterSecretArn",
        masterSecretArn,
      ),
      triggers: {
        code: readiness.codeHash,
        sql: createHash("sha256").update(JSON.stringify(plan)).digest("hex"),
        credential: String(source.credentialVersion ?? 1),
      },
    });
  }
}

/** An object as JSON text with one more property, whose value Terraform fills in; it reads nothing else of the text. */
function withReference(object: Readonly<Record<string, unknown>>, property: string, reference: string): string {
  const text = literalText(JSON.stringify(object));
  return `${text.slice(0, -1)},${JSON.stringify(property)}:"${reference}"}`;
}
