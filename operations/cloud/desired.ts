import { deployRoleArn, planRoleArn } from "../../model/arns";
import type { Account, Environment } from "../../model/landscape/types";
import { waves } from "../../model/waves";
import { belongsTo, isBootstrap } from "../stacks";
import type { CloudStack } from "./settings";
import { upstreams } from "./upstreams";

/** A variable of a workspace; its value is never secret. */
export interface Variable {
  readonly key: string;
  readonly value: string;
  readonly description: string;
}

/** A repository that runs start from. */
export interface Repository {
  /** `<owner>/<name>`. */
  readonly identifier: string;
  readonly branch: string;
  /** Id of the connection to the provider of the repository, `ot-...`. */
  readonly oauthTokenId: string;
  /** Folder of the committed output, relative to the repository. */
  readonly output: string;
}

/** Attributes of a workspace that this project decides; all others are left as they are. */
export interface WorkspaceAttributes {
  readonly description: string;
  /** A bootstrap makes the roles that remote runs take on, so it runs where an administrator is; its state is here. */
  readonly "execution-mode": "remote" | "local";
  readonly "terraform-version": string;
  readonly "auto-apply": false;
  readonly "auto-apply-run-trigger": false;
  readonly "queue-all-runs": false;
  readonly "global-remote-state": false;
  readonly "file-triggers-enabled": boolean;
  readonly "working-directory": string;
  readonly "trigger-patterns"?: readonly string[];
  readonly "vcs-repo"?: {
    readonly identifier: string;
    readonly branch: string;
    readonly "oauth-token-id": string;
  };
}

/** What a workspace shall be. */
export interface DesiredWorkspace {
  readonly name: string;
  readonly attributes: WorkspaceAttributes;
  readonly tags: readonly string[];
  readonly variables: readonly Variable[];
  /** Workspaces whose successful apply queues a run here. */
  readonly after: readonly string[];
}

type Mode = WorkspaceAttributes["execution-mode"];

/** Tag of every workspace that belongs to this project. */
export const OWNER_TAG = "lake-landing";

/** Terraform of the remote runs: the release line that the stacks are tested with. */
export const TERRAFORM_VERSION = "~> 1.11.0";

/**
 * What makes a run exchange its workload identity for a role of the account: one that reads for plans, one that changes
 * for applies. https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration
 */
function identity(account: Account): readonly Variable[] {
  return [
    { key: "TFC_AWS_APPLY_ROLE_ARN", value: deployRoleArn(account), description: "Role of applies" },
    { key: "TFC_AWS_PLAN_ROLE_ARN", value: planRoleArn(account), description: "Role of plans; it only reads" },
    { key: "TFC_AWS_PROVIDER_AUTH", value: "true", description: "Runs get AWS credentials by workload identity" },
  ];
}

function attributesOf(
  id: string,
  account: string,
  mode: Mode,
  repository: Repository | undefined,
): WorkspaceAttributes {
  const common = {
    description: `Stack ${id}, in the account ${account}. Made by npm run cloud -- setup.`,
    "execution-mode": mode,
    "terraform-version": TERRAFORM_VERSION,
    "auto-apply": false,
    "auto-apply-run-trigger": false,
    "queue-all-runs": false,
    "global-remote-state": false,
  } as const;
  if (repository === undefined || mode === "local")
    return { ...common, "file-triggers-enabled": false, "working-directory": "" };
  const folder = `${repository.output}/stacks/${id}`;
  return {
    ...common,
    "file-triggers-enabled": true,
    "working-directory": folder,
    "trigger-patterns": [`/${folder}/**/*`],
    "vcs-repo": {
      identifier: repository.identifier,
      branch: repository.branch,
      "oauth-token-id": repository.oauthTokenId,
    },
  };
}

/** The workspaces of an environment, in the order of its waves. */
export function desiredWorkspaces(
  environment: Environment,
  stacks: readonly CloudStack[],
  repository?: Repository,
): readonly DesiredWorkspace[] {
  const sources = upstreams(
    environment,
    stacks.map(({ stack }) => stack),
  );
  return waves(environment).flatMap(({ number, accounts }) =>
    accounts.flatMap((account) =>
      stacks
        .filter(({ stack }) => belongsTo(environment, account, stack.id))
        .map(({ stack, workspace }) => {
          const mode = isBootstrap(environment, account, stack.id) ? "local" : "remote";
          return {
            name: workspace,
            attributes: attributesOf(stack.id, account.name, mode, repository),
            tags: [
              OWNER_TAG,
              `environment:${environment.name}`,
              `account:${account.name}`,
              `wave:${number}`,
            ].toSorted(),
            variables: mode === "local" ? [] : identity(account),
            after: sources.get(stack.id) ?? [],
          };
        }),
    ),
  );
}
