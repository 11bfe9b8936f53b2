import type { ScopeName } from "../scopes";

/** IAM actions that Terraform's AWS provider 5.100.0 needs for one type of resource or data source. */
export interface Right {
  /** What the actions are limited to. */
  readonly on: ScopeName;
  /** For plans: the plan role gets these alone. */
  readonly read?: readonly string[];
  /** To create, change and destroy. */
  readonly write?: readonly string[];
  /** AWS services that get a role passed when the resource is made; `{region}` stands for the Region. */
  readonly passRoleTo?: readonly string[];
}

/** Rights by Terraform type; data sources and ephemeral resources have `data.` or `ephemeral.` in front. */
export type Rights = Readonly<Record<string, readonly Right[]>>;
