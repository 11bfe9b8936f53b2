import type { Construct } from "constructs";
import { accountAccess } from "../../model/access/account-access";
import { grantee } from "../../model/access/grantee";
import type { ConsumerAccount, Environment } from "../../model/landscape/types";
import { AccountShare } from "../../modules/access/account-share";
import { LandingStack } from "../landing-stack";

/** Every grant to one consumer account. Taking the consumer out destroys this small state and nothing else. */
export class AccessStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, consumer: ConsumerAccount) {
    super(scope, { environment, account: environment.governance, concern: "access", subject: consumer.name });
    new AccountShare(this, "share", {
      owner: environment.governance,
      consumer,
      principal: grantee(consumer),
      access: accountAccess(environment, consumer),
    });
  }
}
