import { SOURCES } from "../support/bank";
import { KEY_USE, policy, serviceTrust } from "../support/expected-policies";
import { at, block, first, list, parsed, text } from "../support/json";
import { lending, withLoans } from "../support/landscapes";
import { roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("readiness of $source", ({ source, producer, producerId }) => {
  const id = `prod-${producer}-readiness-${source}`;
  const name = `prod-${source}-readiness`;
  const role = roleOf(bank, id, name);
  const master = `data.aws_rds_cluster.${first(Object.keys(bank.lookups(id, "aws_rds_cluster")))}.master_user_secret[0].secret_arn`;
  const run = bank.only(id, "aws_lambda_invocation");

  it("is a function without a network, whose code lies beside the JSON", () => {
    const logs = first(Object.keys(bank.resources(id, "aws_cloudwatch_log_group")));
    expect(bank.only(id, "aws_lambda_function")).toEqual({
      function_name: name,
      description: `Makes ${source} ready for change capture`,
      role: role.arn,
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      filename: "readiness.zip",
      source_code_hash: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) as unknown,
      timeout: 300,
      memory_size: 256,
      logging_config: { log_format: "JSON", log_group: `\${aws_cloudwatch_log_group.${logs}.name}` },
      depends_on: [`aws_iam_role_policy.${role.policyName}`],
    });
    expect(bank.only(id, "aws_cloudwatch_log_group")).toMatchObject({
      name: `/aws/lambda/${name}`,
      retention_in_days: 365,
      kms_key_id: expect.stringContaining("data.aws_kms_key") as unknown,
    });
  });

  it("may run SQL on its cluster, read its two secrets and write its log, and nothing else", () => {
    const key = `\${data.aws_kms_key.${first(Object.keys(bank.lookups(id, "aws_kms_key")))}.arn}`;
    const calls = ["BeginTransaction", "CommitTransaction", "ExecuteStatement", "RollbackTransaction"];
    expect(parsed(role.body["assume_role_policy"])).toEqual(serviceTrust("lambda.amazonaws.com", producerId));
    expect(parsed(role.policy["policy"])).toEqual(
      policy(
        {
          Sid: "RunSql",
          Effect: "Allow",
          Action: calls.map((call) => `rds-data:${call}`),
          Resource: `arn:aws:rds:eu-central-1:${producerId}:cluster:prod-${source}`,
        },
        {
          Sid: "ReadSecrets",
          Effect: "Allow",
          Action: "secretsmanager:GetSecretValue",
          Resource: [
            `\${${master}}`,
            `arn:aws:secretsmanager:eu-central-1:${producerId}:secret:prod/${source}/replication-??????`,
          ],
        },
        {
          Sid: "DecryptSecrets",
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: key,
          Condition: { StringEquals: { "kms:ViaService": "secretsmanager.eu-central-1.amazonaws.com" } },
        },
        {
          Sid: "WriteLogs",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: `arn:aws:logs:eu-central-1:${producerId}:log-group:/aws/lambda/${name}:*`,
        },
      ),
    );
    expect(KEY_USE.length).toBeGreaterThan(1);
  });

  it("is run with a plan and the names of two secrets, and with no secret", () => {
    const input = block(parsed(run["input"]));
    expect(Object.keys(input)).toEqual([
      "source",
      "database",
      "clusterArn",
      "loginSecretArn",
      "plan",
      "masterSecretArn",
    ]);
    expect(input["masterSecretArn"]).toBe(`\${${master}}`);
    expect(list(at(input, "plan", "statements")).length).toBeGreaterThan(5);
    expect(text(run["input"]).match(/\$\{/g)).toHaveLength(1);
    expect(text(run["input"])).not.toContain("%{");
  });
});

describe("the readiness of loans runs again", () => {
  const id = "prod-lending-readiness-loans";
  const triggers = (output: typeof bank) => block(output.only(id, "aws_lambda_invocation")["triggers"]);
  const before = triggers(bank);

  it("when the password changes", () => {
    expect(triggers(synthesized(withLoans({ credentialVersion: 2 })))).toEqual({ ...before, credential: "2" });
  });

  it("when its SQL changes", () => {
    const tables = first(lending.sources).tables.map((table) => {
      const { channel: _, ...columns } = table.columns;
      return { ...table, columns };
    });
    const after = triggers(synthesized(withLoans({ tables })));
    expect(after).toEqual({ ...before, sql: expect.any(String) as unknown });
    expect(after["sql"]).not.toBe(before["sql"]);
  });

  it("when its code changes", () => {
    expect(before["code"]).toBe(bank.only(id, "aws_lambda_function")["source_code_hash"]);
  });
});
