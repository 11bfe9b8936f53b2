import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { deployRoleArn } from "../model/arns";
import type { Account, Environment } from "../model/landscape/types";
import { stackId } from "../model/names";

/** Terraform versions that the stacks are tested with; ephemeral and write-only values need 1.11. */
const TERRAFORM_VERSION = ">= 1.11.0, < 2.0.0";

/** Where a stack belongs. */
export interface LandingStackProps {
  readonly environment: Environment;
  readonly account: Account;
  /** What the stack holds, for example `network`; part of its id. */
  readonly concern: string;
  /** Source or consumer that the stack serves; last part of its id. */
  readonly subject?: string;
}

/** One Terraform state in one account: backend, provider and tags. What it holds is for the subclasses. */
export class LandingStack extends TerraformStack {
  protected readonly environment: Environment;
  protected readonly account: Account;

  constructor(scope: Construct, { environment, account, concern, subject }: LandingStackProps) {
    const id = stackId(environment, account, concern, subject);
    super(scope, id);
    this.environment = environment;
    this.account = account;
    this.addOverride("terraform.required_version", TERRAFORM_VERSION);

    // Relative to the stack's folder <output>/stacks/<stack id>; CDKTF's default would be an absolute path.
    new LocalBackend(this, { path: `../../../${environment.backend.directory}/${id}.tfstate` });

    new AwsProvider(this, "aws", {
      region: environment.region,
      allowedAccountIds: [account.id],
      assumeRole: [{ roleArn: deployRoleArn(account), sessionName: id.slice(0, 64) }],
      defaultTags: [{ tags: { ...environment.tags, account: account.name, environment: environment.name, stack: id } }],
    });
  }

  /**
   * CDKTF resolves every stack once more than needed, to find references between stacks and wire them by remote state.
   * Those are refused here (synth/guards/reference-guard.ts), and the pass is a quarter of a synthesis.
   */
  public override prepareStack(): void {}
}
