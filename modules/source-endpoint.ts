import { DmsCertificate } from "@cdktf/provider-aws/lib/dms-certificate";
import { DmsEndpoint } from "@cdktf/provider-aws/lib/dms-endpoint";
import { Construct } from "constructs";
import { partialSecretArn, secretArnPattern } from "../model/arns";
import { engineFacts } from "../model/contract/engine";
import type { Account, Environment, Source } from "../model/landscape/types";
import { replicationId, replicationSecretName, secretReaderRoleName } from "../model/names";
import { dmsTrust } from "../model/policy/trust";
import { rdsRootCertificates } from "../model/replication/certificates";
import { ServiceRole } from "./service-role";

/** Minutes between two writes that keep an idle replication slot from holding the write-ahead log back. */
const HEARTBEAT_MINUTES = 5;

export interface SourceEndpointProps {
  readonly environment: Environment;
  readonly account: Account;
  readonly source: Source;
  readonly keyArn: string;
}

/** How DMS reads a source: verified TLS, login from the secret, nothing written but a heartbeat. */
export class SourceEndpoint extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, { environment, account, source, keyArn }: SourceEndpointProps) {
    super(scope, id);
    const name = replicationId(environment, source);
    const secretName = replicationSecretName(environment, source);
    const reader = new ServiceRole(this, "secret-reader", {
      name: secretReaderRoleName(environment, source),
      description: `Lets DMS read the login to ${source.name}`,
      trust: dmsTrust(environment, account, "regional"),
      statements: [
        {
          Sid: "ReadSecret",
          Effect: "Allow",
          Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
          Resource: secretArnPattern(environment, account, secretName),
        },
        { Sid: "Decrypt", Effect: "Allow", Action: ["kms:Decrypt", "kms:DescribeKey"], Resource: keyArn },
      ],
    });
    const certificate = new DmsCertificate(this, "certificate", {
      certificateId: `${name}-rds-ca`,
      certificatePem: rdsRootCertificates(environment.region),
    });
    const { dmsEngine, sslMode } = engineFacts(source.engine);
    this.arn = new DmsEndpoint(this, "endpoint", {
      endpointId: `${name}-source`,
      endpointType: "source",
      engineName: dmsEngine,
      sslMode,
      certificateArn: certificate.certificateArn,
      kmsKeyArn: keyArn,
      secretsManagerArn: partialSecretArn(environment, account, secretName),
      secretsManagerAccessRoleArn: reader.arn,
      // AWS refuses to change an endpoint whose task runs (hashicorp/terraform-provider-aws#27661).
      pauseReplicationTasks: true,
      ...engineSettings(source),
      dependsOn: [reader.policy],
    }).endpointArn;
  }
}

/**
 * MySQL takes no database name: DMS would put all tables into that one database. PostgreSQL needs one.
 * https://docs.aws.amazon.com/dms/latest/APIReference/API_MySQLSettings.html and API_PostgreSQLSettings.html
 */
function engineSettings({ engine, database }: Source) {
  switch (engine) {
    case "aurora-mysql":
      return {};
    case "aurora-postgresql":
      return {
        databaseName: database,
        postgresSettings: {
          captureDdls: false,
          failTasksOnLobTruncation: true,
          heartbeatEnable: true,
          heartbeatFrequency: HEARTBEAT_MINUTES,
          heartbeatSchema: "lake_heartbeat",
          pluginName: "test_decoding",
        },
      };
  }
}
