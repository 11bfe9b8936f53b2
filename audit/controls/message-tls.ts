import { type Control, eachResource } from "../check/control";
import { fail, PASS, undecided } from "../check/judge";
import { statementsOf } from "../check/policy";

export const messageTls: Control = {
  id: "message-tls",
  sentence: "Every policy of a topic or queue refuses requests without TLS.",
  reason: "Alarms and events name what the bank runs.",
  remedy: "deny publishing or sending when aws:SecureTransport is false",
  severity: "medium",
  references: [],
  check: eachResource(["aws_sns_topic_policy", "aws_sqs_queue_policy"], (policy, world) => {
    const statements = statementsOf(world, policy, policy.body["policy"]);
    if (statements === undefined) return undecided("the policy is known after apply");
    const refuses = statements.some(
      ({ allows, conditions }) =>
        !allows && conditions.some(({ key, values }) => key === "aws:securetransport" && values.includes("false")),
    );
    return refuses ? PASS : fail("no statement denies plain HTTP");
  }),
};
