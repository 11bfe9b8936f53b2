import { SOURCES } from "../support/bank";
import { policy, serviceTrust } from "../support/expected-policies";
import { first, parsed, text } from "../support/json";
import { roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("the source endpoint of $source", ({ source, producer, producerId }) => {
  const id = `prod-${producer}-replication-${source}`;
  const name = `prod-${source}`;
  const ref = (type: string, attribute: string): string =>
    `\${${type}.${first(Object.keys(bank.resources(id, type)))}.${attribute}}`;
  const lookup = (keyId: string): string => {
    const [key] = first(Object.entries(bank.lookups(id, "aws_kms_key")).filter(([, body]) => body["key_id"] === keyId));
    return `\${data.aws_kms_key.${key}.arn}`;
  };
  const ownKey = lookup(`alias/prod-${source}-source`);
  const reader = roleOf(bank, id, `${name}-dms-secret`);
  const fromDms = { ArnLike: { "aws:SourceArn": `arn:aws:dms:eu-central-1:${producerId}:*` } };

  it("reads the source over verified TLS, with the login from the secret", () => {
    const [, endpoint] = bank.find(id, "aws_dms_endpoint", { endpoint_id: `${name}-source` });
    const secret = `arn:aws:secretsmanager:eu-central-1:${producerId}:secret:prod/${source}/replication`;
    const postgresql = {
      database_name: "corebank",
      postgres_settings: {
        capture_ddls: false,
        fail_tasks_on_lob_truncation: true,
        heartbeat_enable: true,
        heartbeat_frequency: 5,
        heartbeat_schema: "lake_heartbeat",
        plugin_name: "test_decoding",
      },
    };
    expect(endpoint).toEqual({
      endpoint_id: `${name}-source`,
      endpoint_type: "source",
      engine_name: source === "loans" ? "aurora" : "aurora-postgresql",
      ssl_mode: "verify-full",
      certificate_arn: ref("aws_dms_certificate", "certificate_arn"),
      kms_key_arn: ownKey,
      secrets_manager_arn: secret,
      secrets_manager_access_role_arn: reader.arn,
      pause_replication_tasks: true,
      depends_on: [`aws_iam_role_policy.${reader.policyName}`],
      ...(source === "loans" ? {} : postgresql),
    });
    expect(parsed(reader.body["assume_role_policy"])).toEqual(
      serviceTrust("dms.eu-central-1.amazonaws.com", producerId, fromDms),
    );
    expect(parsed(reader.policy["policy"])).toEqual(
      policy(
        {
          Sid: "ReadSecret",
          Effect: "Allow",
          Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
          Resource: `${secret}-??????`,
        },
        { Sid: "Decrypt", Effect: "Allow", Action: ["kms:Decrypt", "kms:DescribeKey"], Resource: ownKey },
      ),
    );
    expect(text(bank.only(id, "aws_dms_certificate")["certificate_pem"])).toContain("-----BEGIN CERTIFICATE-----");
  });
});
