import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import type { AlarmedAccount, Environment } from "../../model/landscape/types";
import { alarmKeyAlias, alarmTopicName } from "../../model/names";
import { type AlarmPublisher, alarmTopicPolicy, useByPublishers } from "../../model/policy/alarms";
import { EncryptionKey } from "../storage/encryption-key";

export interface AlarmTopicProps {
  readonly environment: Environment;
  readonly account: AlarmedAccount;
  /** Services that publish; all but EventBridge for things of this account only. */
  readonly publishers: readonly AlarmPublisher[];
}

/** The topic that hears of everything that goes wrong in an account, encrypted, with its subscribers. */
export class AlarmTopic extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, { environment, account, publishers }: AlarmTopicProps) {
    super(scope, id);
    const name = alarmTopicName(environment, account);
    const key = new EncryptionKey(this, "key", {
      alias: alarmKeyAlias(environment, account),
      description: `Alarms of ${account.name}`,
      owner: account,
      uses: useByPublishers(account, publishers),
    });
    const topic = new SnsTopic(this, "topic", { name, kmsMasterKeyId: key.arn });
    new SnsTopicPolicy(this, "policy", { arn: topic.arn, policy: alarmTopicPolicy(environment, account, publishers) });
    for (const address of account.alarmSubscribers) {
      new SnsTopicSubscription(this, `to-${address}`, { topicArn: topic.arn, protocol: "email", endpoint: address });
    }
    this.arn = topic.arn;
  }
}
