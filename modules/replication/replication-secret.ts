import { DataAwsRdsCluster } from "@cdktf/provider-aws/lib/data-aws-rds-cluster";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { engineFacts } from "../../model/contract/engine";
import type { ClusterSource, Environment } from "../../model/landscape/types";
import { clusterId, REPLICATION_USER, replicationSecretName } from "../../model/names";
import { ROTATION_BY_DEPLOYMENT } from "../../model/standing-waivers";
import { EphemeralBlock } from "../terraform/ephemeral-block";
import { recordWaivers } from "../terraform/waived";

const PASSWORD_LENGTH = 40;

/**
 * DMS refuses ; . : + in a password, Aurora refuses / @ " and spaces.
 * https://docs.aws.amazon.com/dms/latest/userguide/security_iam_secretsmanager.html
 */
const PASSWORD_SPECIAL_CHARACTERS = "!#%*-_=";

const RECOVERY_DAYS = 30;

export interface ReplicationSecretProps {
  readonly environment: Environment;
  readonly source: ClusterSource;
  readonly keyArn: string;
}

/** What DMS needs to log in to a source. The password is made at apply and written only: no state ever holds it. */
export class ReplicationSecret extends Construct {
  constructor(scope: Construct, id: string, { environment, source, keyArn }: ReplicationSecretProps) {
    super(scope, id);
    const password = new EphemeralBlock(this, "password", "random_password", {
      length: PASSWORD_LENGTH,
      special: true,
      override_special: PASSWORD_SPECIAL_CHARACTERS,
    });
    const cluster = new DataAwsRdsCluster(this, "cluster", { clusterIdentifier: clusterId(environment, source) });
    const secret = new SecretsmanagerSecret(this, "secret", {
      name: replicationSecretName(environment, source),
      description: `Login of AWS DMS to ${source.name}`,
      kmsKeyId: keyArn,
      recoveryWindowInDays: RECOVERY_DAYS,
      // How the provider is told that there is no policy; without it one that somebody adds would stay.
      policy: "{}",
      lifecycle: { preventDestroy: true },
    });
    recordWaivers(secret, [ROTATION_BY_DEPLOYMENT]);
    new SecretsmanagerSecretVersion(this, "version", {
      secretId: secret.id,
      secretStringWo: Fn.jsonencode({
        host: cluster.endpoint,
        port: engineFacts(source.engine).port,
        username: REPLICATION_USER,
        password: password.attribute("result"),
      }),
      secretStringWoVersion: source.credentialVersion ?? 1,
    });
  }
}
