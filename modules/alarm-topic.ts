import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import type { Environment, ProducerAccount } from "../model/landscape/types";
import { alarmKeyAlias, alarmTopicName } from "../model/names";
import { alarmTopicPolicy, useByPublishers } from "../model/policy/alarms";
import { EncryptionKey } from "./encryption-key";

/** The topic that hears of everything that goes wrong in a producer account, encrypted, with its subscribers. */
export class AlarmTopic extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, environment: Environment, producer: ProducerAccount) {
    super(scope, id);
    const name = alarmTopicName(environment, producer);
    const key = new EncryptionKey(this, "key", {
      alias: alarmKeyAlias(environment, producer),
      description: `Alarms of ${producer.name}`,
      owner: producer,
      uses: [useByPublishers(producer)],
    });
    const topic = new SnsTopic(this, "topic", { name, kmsMasterKeyId: key.arn });
    new SnsTopicPolicy(this, "policy", { arn: topic.arn, policy: alarmTopicPolicy(environment, producer) });
    for (const address of producer.alarmSubscribers) {
      new SnsTopicSubscription(this, `to-${address}`, { topicArn: topic.arn, protocol: "email", endpoint: address });
    }
    this.arn = topic.arn;
  }
}
