import { accountRootArn } from "../arns";
import type { Account, CloudBackend, Environment } from "../landscape/types";
import { policyDocument, type Statement } from "./document";

/** What HCP Terraform does in a run: a plan gets the plan role, an apply the deploy role. */
export type RunPhase = "plan" | "apply";

/** Audience of HCP Terraform's tokens for AWS. https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration */
export const WORKLOAD_AUDIENCE = "aws.workload.identity";

const DEFAULT_HOSTNAME = "app.terraform.io";

/** DNS name of the installation that runs Terraform and signs tokens. */
export const cloudHostname = ({ hostname = DEFAULT_HOSTNAME }: CloudBackend): string => hostname;

export const identityProviderArn = (account: Account, backend: CloudBackend): string =>
  `arn:aws:iam::${account.id}:oidc-provider/${cloudHostname(backend)}`;

/**
 * Trust for one role of another account. The account is the principal, so that the role may be made later or made again; the
 * organization is asked for too, in case the account leaves it.
 */
function pipelineStatement(environment: Environment, arns: readonly string[]): Statement {
  const roots = [...new Set(arns.map((arn) => `arn:aws:iam::${arn.split(":")[4]}:root`))];
  return {
    Sid: "Pipeline",
    Effect: "Allow",
    Principal: { AWS: roots },
    Action: "sts:AssumeRole",
    Condition: {
      ArnEquals: { "aws:PrincipalArn": arns },
      StringEquals: { "aws:PrincipalOrgID": environment.organizationId },
    },
  };
}

/** Runs of the account's own workspaces, in one phase: an account's name has no hyphen, so no other account's match. */
function workloadStatement(
  environment: Environment,
  account: Account,
  backend: CloudBackend,
  phase: RunPhase,
): Statement {
  const host = cloudHostname(backend);
  const workspace = `organization:${backend.organization}:project:${backend.project}:workspace:${environment.name}-${account.name}-*`;
  return {
    Sid: "Workspaces",
    Effect: "Allow",
    Principal: { Federated: identityProviderArn(account, backend) },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: { [`${host}:aud`]: WORKLOAD_AUDIENCE },
      StringLike: { [`${host}:sub`]: `${workspace}:run_phase:${phase}` },
    },
  };
}

/** Without a pipeline, the account's own administrators decide by IAM policies who assumes the role. */
const ownAccount = (account: Account): Statement => ({
  Sid: "OwnAccount",
  Effect: "Allow",
  Principal: { AWS: accountRootArn(account) },
  Action: "sts:AssumeRole",
});

function pipeline(environment: Environment, reviews: boolean): readonly Statement[] {
  const { deployment } = environment;
  if (deployment === undefined) return [];
  const review = reviews ? [deployment.reviewRole ?? []].flat() : [];
  return [pipelineStatement(environment, [deployment.pipelineRole, ...review])];
}

/** Trust of the role that runs a phase. */
export function runTrust(environment: Environment, account: Account, phase: RunPhase): string {
  const { backend } = environment;
  const workload = backend.kind === "cloud" ? [workloadStatement(environment, account, backend, phase)] : [];
  const trusted = [...pipeline(environment, phase === "plan"), ...workload];
  return policyDocument(trusted.length === 0 ? [ownAccount(account)] : trusted);
}

/** Trust of the role that keeps states: whoever plans locks the state and may find it changed. */
export function stateTrust(environment: Environment, account: Account): string {
  const trusted = pipeline(environment, true);
  return policyDocument(trusted.length === 0 ? [ownAccount(account)] : trusted);
}
