import { CloudBackend, LocalBackend, NamedCloudWorkspace, S3Backend, type TerraformStack } from "cdktf";
import { keyAliasArn, stateRoleArn } from "../../model/arns";
import { sessionName, stateKey } from "../../model/deployment/state-key";
import type { Account, Environment } from "../../model/landscape/types";
import { stateBucketName, stateKeyAlias } from "../../model/names";
import { cloudHostname } from "../../model/policy/deployment-trust";

/** Gives a stack its one backend, of the kind that the environment's landscape names. */
export function addStateBackend(stack: TerraformStack, environment: Environment, account: Account): void {
  const { backend } = environment;
  const id = stack.node.id;
  if (backend.kind === "local") {
    // Relative to the stack's folder <output>/stacks/<stack id>; CDKTF's default would be an absolute path.
    new LocalBackend(stack, { path: `../../../${backend.directory}/${id}.tfstate` });
  } else if (backend.kind === "s3") {
    addBucket(stack, environment, account);
  } else {
    new CloudBackend(stack, {
      // Written out even when it is the default: a machine's TF_CLOUD_HOSTNAME would otherwise decide.
      hostname: cloudHostname(backend),
      organization: backend.organization,
      workspaces: new NamedCloudWorkspace(id, backend.project),
    });
  }
}

function addBucket(stack: TerraformStack, environment: Environment, account: Account): void {
  const backend = new S3Backend(stack, {
    bucket: stateBucketName(environment, account),
    key: stateKey(environment, stack.node.id),
    region: environment.region,
    encrypt: true,
    kmsKeyId: keyAliasArn(environment, account, stateKeyAlias(environment, account)),
    allowedAccountIds: [account.id],
    assumeRole: { roleArn: stateRoleArn(account), sessionName: sessionName(stack.node.id) },
  });
  // CDKTF 0.21 has no property for it; without it two runs could write one state.
  backend.addOverride("use_lockfile", true);
}
