import { LENDING, ORGANIZATION_ID } from "../support/bank";
import { at, block, parsed, text } from "../support/json";
import { prod, withProd, withRisk } from "../support/landscapes";
import { roleOf, statement, statements } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();
const ID = "prod-lending-bootstrap";
const BUCKET = `arn:aws:s3:::examplebank-prod-state-${LENDING}`;
const PIPELINE = "arn:aws:iam::999900001111:role/lake-pipeline";
const REVIEW = "arn:aws:iam::999900001111:role/lake-review";

const trustOf = (of: typeof bank, id: string, role: string) =>
  parsed(of.find(id, "aws_iam_role", { name: role })[1]["assume_role_policy"]);
const policyNamed = (id: string, name: string) => bank.find(id, "aws_iam_policy", { name })[1]["policy"];
/** All statements of a role's managed policies. */
const rightsOf = (id: string, role: string) =>
  Object.values(bank.resources(id, "aws_iam_policy"))
    .filter(({ name }) => text(name).startsWith(`${role}-rights-`))
    .flatMap(({ policy }) => statements(policy));
const actionsOf = (id: string, role: string) => rightsOf(id, role).flatMap((each) => [each["Action"]].flat().map(text));

describe("the bucket of states", () => {
  it("is versioned, encrypted by its own rotating key, and never destroyed", () => {
    expect(bank.only(ID, "aws_s3_bucket")).toEqual({
      bucket: `examplebank-prod-state-${LENDING}`,
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
    expect(bank.only(ID, "aws_s3_bucket_versioning")["versioning_configuration"]).toEqual({ status: "Enabled" });
    expect(bank.only(ID, "aws_kms_key")).toMatchObject({
      enable_key_rotation: true,
      rotation_period_in_days: 365,
      lifecycle: { prevent_destroy: true },
    });
    expect(bank.only(ID, "aws_kms_alias")["name"]).toBe("alias/prod-lending-state");
  });

  it("refuses plain HTTP, old TLS, other keys, and deletion by everybody but the role for emergencies", () => {
    const { policy } = bank.only(ID, "aws_s3_bucket_policy");
    expect(statements(policy).map(({ Sid }) => Sid)).toEqual(
      expect.arrayContaining(["DenyPlainHttp", "DenyOldTls", "DenyOtherKeys", "DenyDeletion", "DenyDeletionOfStates"]),
    );
    const unless = { ArnNotEquals: { "aws:PrincipalArn": `arn:aws:iam::${LENDING}:role/break-glass` } };
    expect(statement(policy, "DenyDeletion")).toEqual({
      Sid: "DenyDeletion",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:DeleteBucket", "s3:DeleteObjectVersion"],
      Resource: [BUCKET, `${BUCKET}/*`],
      Condition: unless,
    });
    expect(statement(policy, "DenyDeletionOfStates")).toMatchObject({ Action: "s3:DeleteObject", Condition: unless });
  });

  it("keeps old states for a year, and old locks for a day", () => {
    expect(bank.only(ID, "aws_s3_bucket_lifecycle_configuration")["rule"]).toMatchObject([
      { id: "keep-house", noncurrent_version_expiration: [{ noncurrent_days: 365 }] },
      {
        id: "expire-locks",
        filter: [{ object_size_less_than: 1024 }],
        noncurrent_version_expiration: [{ noncurrent_days: 1 }],
      },
    ]);
  });
});

/** The trust policy of a role that these roles of the pipeline's account may assume. */
const trusted = (...roles: readonly string[]) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Pipeline",
      Effect: "Allow",
      Principal: { AWS: ["arn:aws:iam::999900001111:root"] },
      Action: "sts:AssumeRole",
      Condition: {
        ArnEquals: { "aws:PrincipalArn": roles },
        StringEquals: { "aws:PrincipalOrgID": ORGANIZATION_ID },
      },
    },
  ],
});

describe("the roles", () => {
  it("trust the pipeline, and reviews for plans and states only", () => {
    expect(trustOf(bank, ID, "lake-deploy")).toEqual(trusted(PIPELINE));
    expect(trustOf(bank, ID, "lake-deploy-plan")).toEqual(trusted(PIPELINE, REVIEW));
    expect(trustOf(bank, ID, "lake-deploy-state")).toEqual(trusted(PIPELINE, REVIEW));
  });

  it("are left to the account's administrators where no pipeline is named", () => {
    const { deployment: _, ...without } = prod;
    const own = synthesized({ environments: [without] });
    expect(trustOf(own, ID, "lake-deploy")).toMatchObject({
      Statement: [{ Sid: "OwnAccount", Principal: { AWS: `arn:aws:iam::${LENDING}:root` } }],
    });
  });

  it("trust runs of the account's own workspaces, each phase its role", () => {
    const { deployment: _, ...without } = prod;
    const backend = { kind: "cloud", organization: "examplebank", project: "Lake" } as const;
    const cloud = synthesized({ environments: [{ ...without, backend }] });
    expect(cloud.only(ID, "aws_iam_openid_connect_provider")).toMatchObject({
      url: "https://app.terraform.io",
      client_id_list: ["aws.workload.identity"],
    });
    for (const [role, phase] of [
      ["lake-deploy", "apply"],
      ["lake-deploy-plan", "plan"],
    ] as const) {
      expect(trustOf(cloud, ID, role)).toEqual({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Workspaces",
            Effect: "Allow",
            Principal: { Federated: `arn:aws:iam::${LENDING}:oidc-provider/app.terraform.io` },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: {
              StringEquals: { "app.terraform.io:aud": "aws.workload.identity" },
              StringLike: {
                "app.terraform.io:sub": `organization:examplebank:project:Lake:workspace:prod-lending-*:run_phase:${phase}`,
              },
            },
          },
        ],
      });
    }
  });

  it("deploy and plan inside a limit that denies to lift it or to reach the states", () => {
    const limits = policyNamed(ID, "lake-deploy-limits");
    expect(statements(limits).map(({ Sid }) => Sid)).toEqual([
      "Services",
      "KeepBoundaries",
      "KeepOwnRights",
      "KeepStates",
      "KeepStateKey",
      "KeepOtherKeys",
      "KeepKeysOfOtherEnvironments",
      "KeepStateAlias",
    ]);
    for (const role of ["lake-deploy", "lake-deploy-plan"]) {
      expect(bank.find(ID, "aws_iam_role", { name: role })[1]["permissions_boundary"]).toBe(
        "${aws_iam_policy.limits.arn}",
      );
    }
  });

  it("keep states by a role that deletes locks and nothing else", () => {
    const deletes = statements(at(roleOf(bank, ID, "lake-deploy-state").policy, "policy")).filter((each) =>
      JSON.stringify(each["Action"]).includes("Delete"),
    );
    expect(deletes).toEqual([
      {
        Sid: "Locks",
        Effect: "Allow",
        Action: "s3:DeleteObject",
        Resource: `${BUCKET}/prod/*/terraform.tfstate.tflock`,
      },
    ]);
  });
});

describe("derived rights", () => {
  it("follow what the account holds", () => {
    expect(actionsOf(ID, "lake-deploy")).toContain("dms:CreateReplicationTask");
    expect(actionsOf("prod-risk-bootstrap", "lake-deploy").filter((action) => action.startsWith("dms:"))).toEqual([]);
    const before = actionsOf("prod-risk-bootstrap", "lake-deploy");
    expect(before).toContain("athena:CreateWorkGroup");
    const without = synthesized(withRisk({ teams: [] }));
    const after = JSON.stringify(without.resources("prod-risk-bootstrap", "aws_iam_policy"));
    expect(after).not.toContain("athena:CreateWorkGroup");
  });

  it.each(["governance", "lending", "risk"])("let the plan role of %s read and nothing else", (account) => {
    const READS = /^[a-z0-9-]+:(?:Decrypt|Describe|Get|List|Search|Validate)/;
    expect(actionsOf(`prod-${account}-bootstrap`, "lake-deploy-plan").filter((action) => !READS.test(action))).toEqual(
      [],
    );
  });

  it("change a role's rights only when it carries the boundary, and pass roles to named services only", () => {
    const bounded = rightsOf(ID, "lake-deploy").find(({ Sid }) => Sid === "ChangeBoundedRoles");
    expect(block(bounded)["Condition"]).toEqual({
      StringEquals: { "iam:PermissionsBoundary": `arn:aws:iam::${LENDING}:policy/lake-deploy-boundary` },
    });
    const pass = rightsOf(ID, "lake-deploy").find(({ Sid }) => Sid === "PassRoles");
    expect(at(block(pass)["Condition"], "StringEquals", "iam:PassedToService")).toContain(
      "dms.eu-central-1.amazonaws.com",
    );
  });

  it("are within what IAM takes, and the same when stacks come in another order", () => {
    for (const { policy } of Object.values(bank.resources(ID, "aws_iam_policy"))) {
      expect(text(policy).length).toBeLessThanOrEqual(6144);
    }
    const turned = synthesized(withProd({ producers: prod.producers.toReversed() }));
    expect(turned.stack("prod-governance-bootstrap")).toEqual(bank.stack("prod-governance-bootstrap"));
  });
});
