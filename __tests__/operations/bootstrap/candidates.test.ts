import { candidates, missingIn } from "../../../operations/bootstrap/candidates";
import { GOVERNANCE } from "../../support/bank";
import { block } from "../../support/json";
import { synthesized } from "../../support/synthesized";

const stack = synthesized().stack("prod-governance-bootstrap");
const known = { accountId: GOVERNANCE, stateKeyId: "key-1" };

describe("what may exist of a bootstrap", () => {
  const found = candidates(stack, known, new Set());
  const idOf = (type: string): readonly string[] =>
    found.filter(({ to }) => to.startsWith(`${type}.`)).map(({ id }) => id);

  it("is every resource of the stack, by an id without a Terraform expression", () => {
    const all = Object.entries(block(stack["resource"])).flatMap(([type, named]) =>
      Object.keys(block(named)).map((name) => `${type}.${name}`),
    );
    expect(found.map(({ to }) => to)).toEqual(all);
    expect(found.filter(({ id }) => id.includes("$") || id.includes("undefined"))).toEqual([]);
  });

  it("has the ids that the provider imports by", () => {
    expect(idOf("aws_s3_bucket_versioning")).toEqual(["examplebank-prod-state-111122223333"]);
    expect(idOf("aws_iam_role_policies_exclusive")).toEqual(["lake-deploy", "lake-deploy-plan", "lake-deploy-state"]);
    expect(idOf("aws_kms_key")).toEqual(["key-1"]);
    expect(idOf("aws_iam_role_policy")).toEqual(["lake-deploy-state:permissions"]);
    expect(idOf("aws_iam_role_policy_attachment")).toContain(
      "lake-deploy/arn:aws:iam::111122223333:policy/lake-deploy-rights-1",
    );
  });

  it("leaves out what the state has, and a key that has no alias yet", () => {
    const held = new Set(["aws_iam_policy.boundary"]);
    const rest = candidates(stack, { ...known, stateKeyId: undefined }, held).map(({ to }) => to);
    expect(rest).not.toContain("aws_iam_policy.boundary");
    expect(rest.filter((to) => to.startsWith("aws_kms_key."))).toEqual([]);
    expect(rest).toContain("aws_iam_policy.limits");
  });
});

test("what Terraform could not import is read from its output, however it is wrapped", () => {
  const output = `
╷
│ Error: Cannot import non-existent remote object
│ 
│ While attempting to import an existing object to
│ "aws_iam_role.deploy-role_94C806C7", the provider detected that no object
│ exists with the given id.
╵
Error: Cannot import non-existent remote object

While attempting to import an existing object to "aws_s3_bucket.b", the provider detected
`;
  expect(missingIn(output)).toEqual(new Set(["aws_iam_role.deploy-role_94C806C7", "aws_s3_bucket.b"]));
});
