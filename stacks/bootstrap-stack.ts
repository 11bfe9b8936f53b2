import { EbsEncryptionByDefault } from "@cdktf/provider-aws/lib/ebs-encryption-by-default";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { S3AccountPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-account-public-access-block";
import type { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { limitStatements, roleStatements } from "../model/deployment/iam-rights";
import { type Content, readStatements, writeStatements } from "../model/deployment/role-rights";
import type { Account, Environment } from "../model/landscape/types";
import { boundaryName, deployRoleName, limitsName, planRoleName } from "../model/names";
import { boundaryStatements } from "../model/policy/boundary";
import { runTrust } from "../model/policy/deployment-trust";
import { policyDocument } from "../model/policy/document";
import { LIMIT_ONLY, ROOT_WITH_CONDITION } from "../model/standing-waivers";
import { DeploymentRole } from "../modules/deployment/deployment-role";
import { StateBucket } from "../modules/deployment/state-bucket";
import { StateRole } from "../modules/deployment/state-role";
import { WorkloadIdentity } from "../modules/deployment/workload-identity";
import { recordTypeWaiver, recordWaivers } from "../modules/terraform/waived";
import { LandingStack } from "./landing-stack";
import { usageIn } from "./usage";

/**
 * What an account needs before anything else can be deployed to it: a place for states, the roles that deploy, and settings
 * of the whole account. An administrator deploys it; deployments only look at it.
 */
export class BootstrapStack extends LandingStack {
  /** @param others the account's other stacks: what they hold decides what the roles may do */
  constructor(scope: Construct, environment: Environment, account: Account, others: readonly TerraformStack[]) {
    super(scope, { environment, account, concern: "bootstrap", runsAs: "role or caller" });
    new S3AccountPublicAccessBlock(this, "public-access", {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new EbsEncryptionByDefault(this, "disk-encryption", { enabled: true });
    const states = new StateBucket(this, "states", environment, account);
    new StateRole(this, "state-role", { environment, account, keyArn: states.keyArn });
    if (environment.backend.kind === "cloud") new WorkloadIdentity(this, "workload-identity", environment.backend);
    new IamPolicy(this, "boundary", {
      name: boundaryName(account),
      description: "The most that roles of the platform can do",
      policy: policyDocument(boundaryStatements(environment, account)),
    });
    recordTypeWaiver(this, "aws_iam_role", ROOT_WITH_CONDITION);
    this.addRoles({
      environment,
      account,
      managed: usageIn(others),
      bootstrap: usageIn([this]),
    });
  }

  private addRoles(content: Content): void {
    const { environment, account } = this;
    const read = readStatements(content);
    const all = [...read, ...writeStatements(content), ...roleStatements(content)];
    const limits = new IamPolicy(this, "limits", {
      name: limitsName(account),
      description: "The most that the roles can do that Terraform runs by",
      policy: policyDocument(limitStatements(content, all)),
    });
    recordWaivers(limits, [LIMIT_ONLY]);
    new DeploymentRole(this, "deploy-role", {
      name: deployRoleName(account),
      description: "Terraform deploys by this role",
      trust: runTrust(environment, account, "apply"),
      rights: all,
      limits: limits.arn,
    });
    new DeploymentRole(this, "plan-role", {
      name: planRoleName(account),
      description: "Terraform plans by this role",
      trust: runTrust(environment, account, "plan"),
      rights: read,
      limits: limits.arn,
    });
  }
}
