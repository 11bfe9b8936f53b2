/**
 * Who may say what a source's tables hold: one role in the producer's account, to one bus in governance, about this source
 * alone. Its own policy and the bus's come from this file.
 */
import { accountRootArn, eventBusArn, roleArn } from "../arns";
import type { Environment, ProducerAccount, Source } from "../landscape/types";
import { reconciliationName } from "../names";
import { policyDocument, type Statement } from "./document";

/** `source` of the events; their `detail-type` is the name of the source. */
export const FIGURES = "lake.reconciliation";

/** A producer account, one of its sources and the environment they belong to. */
export interface Reporter {
  readonly environment: Environment;
  readonly producer: ProducerAccount;
  readonly source: Source;
}

const busOf = ({ environment, source }: Reporter): string =>
  eventBusArn(environment, environment.governance, reconciliationName(environment, source));

/** What the reporter's own role allows. */
export const reporterStatement = (reporter: Reporter): Statement => ({
  Sid: "Report",
  Effect: "Allow",
  Action: "events:PutEvents",
  Resource: busOf(reporter),
});

/**
 * What the bus allows the reporter; the root is narrowed to one role, so that the policy is valid before the role exists.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html
 */
export function reportPolicy(reporter: Reporter): string {
  const { environment, producer, source } = reporter;
  return policyDocument([
    {
      Sid: "Report",
      Effect: "Allow",
      Principal: { AWS: accountRootArn(producer) },
      Action: "events:PutEvents",
      Resource: busOf(reporter),
      Condition: {
        ArnEquals: { "aws:PrincipalArn": roleArn(producer, reconciliationName(environment, source)) },
        StringEquals: {
          "aws:PrincipalOrgID": environment.organizationId,
          "events:source": FIGURES,
          "events:detail-type": source.name,
        },
      },
    },
  ]);
}
