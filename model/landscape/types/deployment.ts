/** Who deploys an environment. */
export interface Deployment {
  /** ARN of the role of the organization's pipeline, in an account of its own: it may plan and apply in every account. */
  readonly pipelineRole: string;
  /**
   * ARN of a role that may plan in every account and apply in none, for the pipeline of proposed changes.
   * @default - only the pipeline's role plans
   */
  readonly reviewRole?: string;
  /**
   * Role that each account keeps for emergencies: nobody else can delete Terraform states. One name, for a role without a
   * path in every account, or ARNs, one for each account of the environment.
   * @default "break-glass"
   */
  readonly breakGlassRole?: string | readonly string[];
}
