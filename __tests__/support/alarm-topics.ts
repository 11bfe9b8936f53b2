import { administration } from "./expected-policies";
import { at, first, list, parsed } from "./json";
import { guardedKey, readKey } from "./keys";
import type { Synthesized } from "./output";

/** The stack's one topic as the JSON has it: its settings, its policy's statements and its key. */
export function alarmTopicOf(bank: Synthesized, id: string, alias: string) {
  const name = first(Object.keys(bank.resources(id, "aws_sns_topic")));
  return {
    ref: `\${aws_sns_topic.${name}.arn}`,
    parts: {
      topic: bank.only(id, "aws_sns_topic"),
      statements: list(at(parsed(bank.only(id, "aws_sns_topic_policy")["policy"]), "Statement")),
      key: readKey(bank, id, alias),
    },
    subscribers: Object.values(bank.resources(id, "aws_sns_topic_subscription")),
  };
}

/** Statements by which these services do something, all but EventBridge for one account: EventBridge does not say for which. */
function byPublishers(sid: string, accountId: string, publishers: readonly string[], allowed: object) {
  const bus = "events.amazonaws.com";
  const naming = publishers.filter((publisher) => publisher !== bus);
  const ours = { StringEquals: { "aws:SourceAccount": accountId } };
  return [
    { Sid: sid, Effect: "Allow", Principal: { Service: naming }, ...allowed, Condition: ours },
    ...(publishers.includes(bus)
      ? [{ Sid: `${sid}ByEventBridge`, Effect: "Allow", Principal: { Service: bus }, ...allowed }]
      : []),
  ];
}

/** An encrypted topic to which these services publish, over TLS. */
export function expectedAlarmTopic(accountName: string, accountId: string, publishers: readonly string[]) {
  const arn = `arn:aws:sns:eu-central-1:${accountId}:prod-${accountName}-alarms`;
  return {
    topic: {
      name: `prod-${accountName}-alarms`,
      kms_master_key_id: expect.stringContaining("aws_kms_key.") as unknown,
    },
    statements: [
      ...byPublishers("Publish", accountId, publishers, { Action: "sns:Publish", Resource: arn }),
      expect.objectContaining({
        Sid: "Own",
        Principal: { AWS: `arn:aws:iam::${accountId}:root` },
        Resource: arn,
      }) as unknown,
      {
        Sid: "OnlyTls",
        Effect: "Deny",
        Principal: "*",
        Action: "sns:Publish",
        Resource: arn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
    key: guardedKey(
      administration(accountId),
      ...byPublishers("Publishers", accountId, publishers, {
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
      }),
    ),
  };
}
