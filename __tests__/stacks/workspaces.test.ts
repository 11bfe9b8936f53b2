import { consoleStatements, queryStatements, workgroup } from "../support/athena";
import { FINANCE, GOVERNANCE, RISK } from "../support/bank";
import { bucketOf, encryptedBy, lifecycleRule, PRIVATE, privacyOf } from "../support/buckets";
import { otherKeys, policy, separated, throughServices, transport } from "../support/expected-policies";
import { parsed } from "../support/json";
import { guardedKey, readKey } from "../support/keys";
import { keyOf, roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();
const person = (account: string, name: string): string =>
  `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_${name}`;

describe.each([
  ["risk", RISK, "risk-analysts", person(RISK, "RiskAnalyst_0123456789abcdef"), 14, 500],
  ["finance", FINANCE, "controllers", person(FINANCE, "Controller_fedcba9876543210"), 30, 200],
  ["finance", FINANCE, "branch-planning", person(FINANCE, "BranchPlanner_0f1e2d3c4b5a6978"), 7, 20],
])("the workspace of %s, %#", (account, accountId, team, principal, days, gigabytes) => {
  const id = `prod-${account}-analytics`;
  const name = `prod-${account}-${team}`;
  const results = `examplebank-prod-${team}-results-${accountId}`;
  const key = keyOf(bank, id, `alias/${name}`);
  const role = roleOf(bank, id, name);
  const bucket = bucketOf(bank, id, results);

  it("is entered by its people alone", () => {
    expect(parsed(role.body["assume_role_policy"])).toEqual(
      policy({
        Sid: "People",
        Effect: "Allow",
        Principal: { AWS: [principal] },
        Action: ["sts:AssumeRole", "sts:TagSession"],
      }),
    );
  });

  it("may query in its workgroup, and has no access to the lake's buckets", () => {
    const shared = team === "branch-planning" ? ["deposits"] : ["loans", "deposits"];
    const databases = [
      [accountId, "default"],
      ...shared.map((database) => [accountId, database] as const),
      ...shared.map((database) => [GOVERNANCE, database] as const),
    ] as const;
    expect(parsed(role.policy["policy"])).toEqual(
      policy(...queryStatements(accountId, name, results, key.arn, databases), ...consoleStatements(accountId)),
    );
  });

  it("has a workgroup that limits a query and whose settings nobody overrides", () => {
    const { description: _, ...settings } = bank.find(id, "aws_athena_workgroup", { name })[1];
    expect(settings).toEqual({ ...workgroup(name, accountId, results, key.arn, gigabytes), tags: { team } });
  });

  it("has a results bucket and key of its own, whose objects end soon", () => {
    expect(privacyOf(bank, id, results)).toEqual(PRIVATE);
    expect(bucket.bucket).toEqual({ bucket: results, force_destroy: false });
    expect(bucket.encryption).toEqual(encryptedBy(key.arn));
    expect(bucket.lifecycleRule).toEqual(lifecycleRule(1, days));
    expect(parsed(bucket.policy)).toEqual(policy(...transport(results), ...otherKeys(results, key.arn)));
    expect(readKey(bank, id, `alias/${name}`)).toEqual(
      guardedKey(...separated(accountId, throughServices(accountId, "athena", "s3"))),
    );
  });
});
