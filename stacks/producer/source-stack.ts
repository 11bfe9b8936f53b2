import type { Construct } from "constructs";
import { isExisting } from "../../model/landscape/kinds";
import type { Environment, ProducerAccount, Source } from "../../model/landscape/types";
import { sourceKeyAlias } from "../../model/names";
import { grantsForServices, useByLogs, useThroughServices } from "../../model/policy/key-policy";
import { ProducerNetworkLookup } from "../../modules/network/producer-network-lookup";
import { AuroraSource } from "../../modules/source/aurora-source";
import { EncryptionKey } from "../../modules/storage/encryption-key";
import { LandingStack } from "../landing-stack";

/** Services that encrypt with the source's key on behalf of the producer account. */
const KEY_SERVICES = ["dms", "rds", "secretsmanager"];

/** The key of all that is encrypted around a source, and its database unless that exists already. */
export class SourceStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, producer: ProducerAccount, source: Source) {
    super(scope, { environment, account: producer, concern: "source", subject: source.name });
    const key = new EncryptionKey(this, "key", {
      alias: sourceKeyAlias(environment, source),
      description: `Database, login and replication of ${source.name}`,
      owner: producer,
      uses: [
        useThroughServices(environment, producer, KEY_SERVICES),
        grantsForServices(environment, producer, KEY_SERVICES),
        useByLogs(environment, producer),
      ],
    });
    if (isExisting(source)) return;
    const network = new ProducerNetworkLookup(this, "network", environment, producer);
    new AuroraSource(this, "aurora", { environment, account: producer, source, network, keyArn: key.arn });
  }
}
