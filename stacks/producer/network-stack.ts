import type { Construct } from "constructs";
import { isNewNetwork } from "../../model/landscape/kinds";
import type { Environment, NewNetwork, ProducerAccount } from "../../model/landscape/types";
import { flowLogRoleName, networkKeyAlias, vpcName } from "../../model/names";
import { useByLogs } from "../../model/policy/key-policy";
import { FlowLogs } from "../../modules/network/flow-logs";
import { PrivateEndpoints } from "../../modules/network/private-endpoints";
import { PrivateNetwork } from "../../modules/network/private-network";
import { ProducerNetworkLookup } from "../../modules/network/producer-network-lookup";
import { DmsServiceRoles } from "../../modules/replication/dms-service-roles";
import { EncryptionKey } from "../../modules/storage/encryption-key";
import { LandingStack } from "../landing-stack";

/** A producer's private network unless it has one already, and the roles that DMS wants once per account. */
export class NetworkStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, producer: ProducerAccount) {
    super(scope, { environment, account: producer, concern: "network" });
    const { network } = producer;
    if (isNewNetwork(network)) this.addNetwork(producer, network);
    else new ProducerNetworkLookup(this, "existing", environment, producer);
    new DmsServiceRoles(this, "dms-roles", producer);
  }

  private addNetwork(producer: ProducerAccount, network: NewNetwork): void {
    const { environment } = this;
    const name = vpcName(environment, producer);
    const place = new PrivateNetwork(this, "network", { name, network });
    new PrivateEndpoints(this, "endpoints", { environment, producer, network, place });
    const key = new EncryptionKey(this, "log-key", {
      alias: networkKeyAlias(environment, producer),
      description: `Flow logs of ${name}`,
      owner: producer,
      uses: [useByLogs(environment, producer)],
    });
    new FlowLogs(this, "flow-logs", {
      environment,
      account: producer,
      name,
      roleName: flowLogRoleName(environment, producer),
      vpcId: place.vpcId,
      keyArn: key.arn,
    });
  }
}
