import { block, first, leaves, text } from "../support/json";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each([
  ["loans", "prod-lending-credentials", 3306],
  ["deposits", "prod-deposits-credentials", 5432],
])("the login to %s", (source, id, port) => {
  const [key] = first(Object.entries(bank.lookups(id, "aws_kms_key")));
  const [cluster] = first(Object.entries(bank.lookups(id, "aws_rds_cluster")));
  const passwords = Object.entries(block(block(bank.stack(id)["ephemeral"])["random_password"]));
  const [password] = first(passwords);
  const [secret] = first(Object.entries(bank.resources(id, "aws_secretsmanager_secret")));

  it("is looked up by names, not by another stack's state", () => {
    expect(bank.stack(id)["data"]).toEqual({
      aws_kms_key: { [key]: { key_id: `alias/prod-${source}-source` } },
      aws_rds_cluster: { [cluster]: { cluster_identifier: `prod-${source}` } },
    });
  });

  it("has a password that exists only while Terraform runs", () => {
    expect(bank.stack(id)["ephemeral"]).toEqual({
      random_password: { [password]: { length: 40, override_special: "!#%*-_=", special: true } },
    });
  });

  it("is written only, as an expression that refers to the password and does not spell its address", () => {
    const entries = `"host" = data.aws_rds_cluster.${cluster}.endpoint, "port" = ${port}, "username" = "lake_replication", "password" = ephemeral.random_password.${password}.result`;
    expect(bank.stack(id)["resource"]).toEqual({
      aws_secretsmanager_secret: {
        [secret]: {
          name: `prod/${source}/replication`,
          description: `Login of AWS DMS to ${source}`,
          kms_key_id: `\${data.aws_kms_key.${key}.arn}`,
          recovery_window_in_days: 30,
          policy: "{}",
          lifecycle: { prevent_destroy: true },
        },
      },
      aws_secretsmanager_secret_version: {
        [first(Object.keys(bank.resources(id, "aws_secretsmanager_secret_version")))]: {
          secret_id: `\${aws_secretsmanager_secret.${secret}.id}`,
          secret_string_wo: `\${jsonencode({${entries}})}`,
          secret_string_wo_version: 1,
        },
      },
    });
  });
});

describe("stacks other than credentials", () => {
  const others = bank.ids.filter((id) => !id.endsWith("-credentials"));

  it.each(others)("%s neither holds a secret nor makes a random value", (id) => {
    expect(bank.stack(id)["ephemeral"]).toBeUndefined();
    const types = Object.keys(block(bank.stack(id)["resource"]));
    expect(types.filter((type) => /secretsmanager|random|ssm_parameter|password/.test(type))).toEqual([]);
  });

  it.each(bank.ids)("%s sets no password that a state would keep", (id) => {
    const kept = leaves(bank.stack(id)).filter(({ path, value }) => {
      const attribute = path.at(-1) ?? "";
      return /password$|secret_string$|access_key$|secret_key$|token$/.test(attribute) && typeof value === "string";
    });
    expect(kept.map(({ path }) => path.join("."))).toEqual([]);
  });

  it.each(bank.ids)("%s escapes no reference", (id) => {
    const escaped = leaves(bank.stack(id)).filter(({ value }) => typeof value === "string" && value.includes("$${"));
    expect(escaped.map(({ path, value }) => [path.at(-1), text(value).split("$${")[1]])).toEqual(
      // Athena, not Terraform, fills these in.
      escaped.map(() => [
        "storage.location.template",
        id === "prod-governance-trail" ? "region}/" : "dms_commit_date}/",
      ]),
    );
  });
});
