import { SOURCES } from "../support/bank";
import { list, text } from "../support/json";
import { allPolicies } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();
const each = (value: unknown): readonly string[] => (Array.isArray(value) ? list(value).map(text) : [text(value)]);

/** Whether a resource of a policy means something in a bucket: by its name, or because it means everything. */
const means = (resource: string, bucket: string): boolean => {
  const pattern = resource
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${pattern}$`).test(`arn:aws:s3:::${bucket}/loan/data/file`) || resource.includes(bucket);
};

/** Whether an action opens or changes files: by its name, or because it means many. */
const opens = (action: string): boolean => {
  const pattern = new RegExp(`^${action.replaceAll("*", ".*")}$`);
  return ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"].some((name) => pattern.test(name));
};

describe.each(SOURCES)("direct access to the curated files of $source", ({ source }) => {
  const bucket = `examplebank-prod-${source}-curated-111122223333`;
  const allowed = allPolicies(bank).filter(
    ({ place, statement }) =>
      // Permissions boundaries take away and allow nothing by themselves.
      !/^aws_iam_policy\.(?:boundary|limits)\./.test(place) &&
      statement["Effect"] === "Allow" &&
      statement["Resource"] !== undefined &&
      each(statement["Action"]).some(opens) &&
      each(statement["Resource"]).some((resource) => means(resource, bucket)),
  );

  it("have the merge, the function that changes tables, and the role by which Lake Formation hands it out", () => {
    const found = allowed.map(({ stack, place }) => `${stack} ${/\.([\w-]+?)_/.exec(place)?.[1] ?? place}`);
    expect([...new Set(found)].toSorted()).toEqual([
      `prod-governance-catalog-${source} evolution`,
      `prod-governance-curation-${source} role`,
      `prod-governance-storage-${source} location-role`,
    ]);
  });

  it("is to metadata alone for the function that changes tables", () => {
    const metadata = allowed.filter(({ statement }) => statement["Sid"] === "TableMetadata");
    expect(metadata.map(({ statement }) => statement["Resource"])).toEqual([`arn:aws:s3:::${bucket}/*/metadata/*`]);
  });
});
