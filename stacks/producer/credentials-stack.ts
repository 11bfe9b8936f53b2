import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import { RandomProvider } from "@cdktf/provider-random/lib/provider";
import { Construct } from "constructs";
import { isExisting } from "../../model/landscape/kinds";
import type { Environment, ProducerAccount } from "../../model/landscape/types";
import { sourceKeyAlias } from "../../model/names";
import { ReplicationSecret } from "../../modules/replication/replication-secret";
import { LandingStack } from "../landing-stack";

/** The logins by which DMS reads a producer's clusters. The only stack that needs the random provider. */
export class CredentialsStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, producer: ProducerAccount) {
    super(scope, { environment, account: producer, concern: "credentials" });
    new RandomProvider(this, "random", {});
    for (const source of producer.sources) {
      if (isExisting(source)) continue;
      const place = new Construct(this, source.name);
      const key = new DataAwsKmsKey(place, "key", { keyId: sourceKeyAlias(environment, source) });
      new ReplicationSecret(place, "login", { environment, source, keyArn: key.arn });
    }
  }
}
