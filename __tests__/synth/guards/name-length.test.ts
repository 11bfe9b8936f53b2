import { findings, findingsOn, stackOf } from "../../support/guarded";

/** Longest names by AWS's documentation, once more by hand. */
const LIMITS: readonly (readonly [type: string, attribute: string, maximum: number])[] = [
  ["aws_athena_workgroup", "name", 128],
  ["aws_dms_endpoint", "endpoint_id", 255],
  ["aws_dms_replication_instance", "replication_instance_id", 63],
  ["aws_glue_catalog_database", "name", 255],
  ["aws_iam_role", "name", 64],
  ["aws_kms_alias", "name", 256],
  ["aws_rds_cluster", "cluster_identifier", 63],
  ["aws_s3_bucket", "bucket", 63],
  ["aws_secretsmanager_secret", "name", 512],
  ["aws_sfn_state_machine", "name", 80],
];

describe("the guard of name lengths", () => {
  it.each(LIMITS)("passes %s with the longest %s", (type, attribute, maximum) => {
    expect(findingsOn(type, { [attribute]: "n".repeat(maximum) })).toEqual([]);
  });

  it.each(LIMITS)("finds %s whose %s has more than %i characters", (type, attribute, maximum) => {
    const name = "n".repeat(maximum + 1);
    expect(findingsOn(type, { [attribute]: name })).toEqual([
      {
        stack: "one",
        place: `${type}.x`,
        cause: `${attribute} "${name}" has ${maximum + 1} characters; AWS takes ${maximum}`,
        remedy: "shorten the names in the landscape that it is made of",
      },
    ]);
  });

  it("gives a replication task no more than the end of its ARN takes", () => {
    const long = "n".repeat(32);
    const causes = findings(stackOf("one", { aws_dms_replication_task: { x: { replication_task_id: long } } })).map(
      ({ cause }) => cause,
    );
    expect(causes).toContain(`replication_task_id "${long}" has 32 characters; AWS takes 31`);
  });

  it("has nothing to say about lookups and about names that Terraform computes", () => {
    expect(findingsOn("aws_iam_role", { name: `\${upper("${"n".repeat(100)}")}` })).toEqual([]);
    const data = { aws_iam_role: { x: { name: "n".repeat(100) } } };
    expect(findings({ id: "one", json: { data } })).toEqual([]);
    expect(findingsOn("aws_iam_role", {})).toEqual([]);
  });
});
