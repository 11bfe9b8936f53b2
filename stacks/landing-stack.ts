import { AwsProvider, type AwsProviderConfig } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { Account, Environment } from "../model/landscape/types";
import { stackId } from "../model/names";
import { assumeRunRole, type RunsAs } from "../modules/deployment/run-role";
import { addStateBackend } from "../modules/deployment/state-backend";
import { setBoundary } from "../modules/role/boundary";

/** Terraform versions that the stacks are tested with; ephemeral and write-only values need 1.11. */
const TERRAFORM_VERSION = ">= 1.11.0, < 2.0.0";

/** Where a stack belongs. */
export interface LandingStackProps {
  readonly environment: Environment;
  readonly account: Account;
  /** What the stack holds, for example `network`; part of its id. */
  readonly concern: string;
  /**
   * The bootstrap makes the account's roles: whoever runs it the first time cannot assume one.
   * @default "role"
   */
  readonly runsAs?: RunsAs;
  /** Source or consumer that the stack serves; last part of its id. */
  readonly subject?: string;
}

/** One Terraform state in one account: backend, provider and tags. What it holds is for the subclasses. */
export class LandingStack extends TerraformStack {
  protected readonly environment: Environment;
  protected readonly account: Account;
  /** How every provider of the stack reaches the account. */
  private readonly reach: AwsProviderConfig;
  private readonly runsAs: RunsAs;

  constructor(scope: Construct, { environment, account, concern, subject, runsAs = "role" }: LandingStackProps) {
    const id = stackId(environment, account, concern, subject);
    super(scope, id);
    this.environment = environment;
    this.account = account;
    setBoundary(this, account);
    this.addOverride("terraform.required_version", TERRAFORM_VERSION);

    addStateBackend(this, environment, account);
    this.runsAs = runsAs;
    this.reach = {
      allowedAccountIds: [account.id],
      defaultTags: [{ tags: { ...environment.tags, account: account.name, environment: environment.name, stack: id } }],
    };
    this.addProvider("aws", { region: environment.region });
  }

  /** The same account in another Region. */
  protected providerIn(region: string): AwsProvider {
    return this.addProvider("elsewhere", { alias: "elsewhere", region });
  }

  /** A remote run gets the role's credentials by its workload identity; whoever runs Terraform elsewhere assumes it. */
  private addProvider(id: string, where: Pick<AwsProviderConfig, "alias" | "region">): AwsProvider {
    const provider = new AwsProvider(this, id, { ...where, ...this.reach });
    if (this.environment.backend.kind !== "cloud") assumeRunRole(provider, this.account, this.runsAs);
    return provider;
  }

  /**
   * CDKTF resolves every stack once more than needed, to find references between stacks and wire them by remote state.
   * Those are refused here (synth/guards/reference-guard.ts), and the pass is a quarter of a synthesis.
   */
  public override prepareStack(): void {}
}
