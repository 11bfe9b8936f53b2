import { DmsCertificate } from "@cdktf/provider-aws/lib/dms-certificate";
import { DmsEndpoint } from "@cdktf/provider-aws/lib/dms-endpoint";
import { Construct } from "constructs";
import { engineFacts } from "../../model/contract/engine";
import type { Account, Environment, Source } from "../../model/landscape/types";
import { replicationId, secretReaderRoleName } from "../../model/names";
import { dmsTrust } from "../../model/policy/trust";
import { isBank, sourceCertificates } from "../../model/replication/certificates";
import { HEARTBEAT_MINUTES, HEARTBEAT_SCHEMA } from "../../model/replication/heartbeat";
import { sourceSecret } from "../../model/replication/source-secret";
import { ServiceRole } from "../role/service-role";

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
    const secret = sourceSecret(environment, account, source);
    const reader = new ServiceRole(this, "secret-reader", {
      name: secretReaderRoleName(environment, source),
      description: `Lets DMS read the login to ${source.name}`,
      trust: dmsTrust(environment, account, "regional"),
      statements: [
        {
          Sid: "ReadSecret",
          Effect: "Allow",
          Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
          Resource: secret.pattern,
        },
        ...(secret.key === "aws-managed"
          ? []
          : [
              {
                Sid: "Decrypt",
                Effect: "Allow",
                Action: ["kms:Decrypt", "kms:DescribeKey"],
                Resource: secret.key === "source" ? keyArn : secret.key,
              } as const,
            ]),
      ],
    });
    const certificate = new DmsCertificate(this, "certificate", {
      certificateId: `${name}-${certificateOwner(source)}-ca`,
      certificatePem: sourceCertificates(environment, source),
    });
    const { dmsEngine, sslMode } = engineFacts(source.engine);
    this.arn = new DmsEndpoint(this, "endpoint", {
      endpointId: `${name}-source`,
      endpointType: "source",
      engineName: dmsEngine,
      sslMode,
      certificateArn: certificate.certificateArn,
      kmsKeyArn: keyArn,
      secretsManagerArn: secret.arn,
      secretsManagerAccessRoleArn: reader.arn,
      // AWS refuses to change an endpoint whose task runs (hashicorp/terraform-provider-aws#27661).
      pauseReplicationTasks: true,
      ...engineSettings(source),
      dependsOn: [reader.policy],
    }).endpointArn;
  }
}

const certificateOwner = (source: Source): string => (isBank(source) ? "bank" : "rds");

/**
 * MySQL takes no database name: DMS would put all tables into that one database. PostgreSQL needs one.
 * https://docs.aws.amazon.com/dms/latest/APIReference/API_MySQLSettings.html and API_PostgreSQLSettings.html
 */
function engineSettings({ engine, database }: Source) {
  switch (engineFacts(engine).family) {
    case "mysql":
      return {};
    case "postgresql":
      return {
        databaseName: database,
        postgresSettings: {
          captureDdls: false,
          failTasksOnLobTruncation: true,
          heartbeatEnable: true,
          heartbeatFrequency: HEARTBEAT_MINUTES,
          heartbeatSchema: HEARTBEAT_SCHEMA,
          pluginName: "test_decoding",
        },
      };
  }
}
