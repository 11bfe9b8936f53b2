import { outputOf } from "../../../audit/output/read";
import { costsPage } from "../../../operations/costs/page";
import { USAGE } from "../../../operations/costs/usage";
import { gained, lost } from "../../../operations/update/access";
import { changedCosts } from "../../../operations/update/costs";
import { resourceChanges } from "../../../operations/update/resources";
import { reviewLines } from "../../../operations/update/review-text";
import type { Change } from "../../../operations/update/types";
import { prod } from "../../landscape/prod";

const version = (before: readonly string[], after: readonly string[]) => ({
  environment: "prod",
  file: "lending-source",
  before,
  after,
});
const change = (text: string, environment?: string): Change => ({
  text,
  ...(environment === undefined ? {} : { environment }),
});

const bucket = (name: string) => ["aws_s3_bucket.b", `  bucket = ${name}`];
const changes = (
  before: readonly string[],
  after: readonly string[],
  documents: Parameters<typeof outputOf>[0] = {},
) => {
  const found = resourceChanges(
    [version(before, after)],
    Object.keys(documents).length === 0 ? [] : [{ environment: prod, output: outputOf(documents) }],
  );
  return Object.fromEntries(
    Object.entries<readonly Change[]>({ ...found }).flatMap(([kind, each]) =>
      each.length === 0 ? [] : [[kind, each.map(({ text }) => text)]],
    ),
  );
};

describe("what becomes of resources", () => {
  it("is nothing when nothing changes", () => {
    expect(changes(bucket("x"), bucket("x"))).toEqual({});
  });

  it("is a number by type for what comes and goes", () => {
    expect(changes(["aws_x.a", "aws_x.b", "aws_y.c"], ["aws_z.d"])).toEqual({
      created: ["lending-source: 1 aws_z"],
      gone: ["lending-source: 2 aws_x, 1 aws_y"],
    });
  });

  it("names what is replaced, with what forces it", () => {
    expect(changes(bucket("x"), bucket("y"))).toEqual({
      replaced: ["lending-source: aws_s3_bucket.b: bucket = x becomes bucket = y"],
    });
  });

  it("names policies that say something else", () => {
    expect(changes(["aws_iam_policy.p", "  allow a"], ["aws_iam_policy.p", "  allow b"])).toEqual({
      policies: ["lending-source: aws_iam_policy.p"],
    });
  });

  it("takes a moved block at its word", () => {
    const moved = { "prod-lending-source": { moved: [{ from: "aws_s3_bucket.b", to: "aws_s3_bucket.c" }] } };
    expect(changes(["aws_s3_bucket.b"], ["aws_s3_bucket.c"], moved)).toEqual({
      moved: ["lending-source: aws_s3_bucket.b becomes aws_s3_bucket.c"],
    });
  });
});

describe("who may do more or less", () => {
  const role = "arn:aws:iam::{risk}:role/{ENVIRONMENT}-analysts";
  const before = { ...version([role, "  SELECT on {hub}.loans.loan (a, b)"], []), file: "risk" };
  const narrowed = { ...before, after: [role, "  SELECT on {hub}.loans.loan (a) where x = 1"] };

  it("is said by column, without the owner's catalog", () => {
    const more = { ...before, after: [role, "  DESCRIBE, SELECT on {hub}.loans.loan (a, b, c)"] };
    expect(gained([more], new Set(["hub"])).map(({ text }) => text)).toEqual([
      "{ENVIRONMENT}-analysts (risk): DESCRIBE loans.loan (a, b, c)",
      "{ENVIRONMENT}-analysts (risk): SELECT loans.loan (c)",
    ]);
    expect(lost([more], new Set(["hub"]))).toEqual([]);
  });

  it("counts fewer rows as less, and other rows as both", () => {
    expect(lost([narrowed], new Set()).map(({ text }) => text)).toEqual([
      "{ENVIRONMENT}-analysts (risk): SELECT {hub}.loans.loan (a, b)",
    ]);
    expect(gained([narrowed], new Set())).toEqual([]);
    const other = { ...narrowed, before: [role, "  SELECT on {hub}.loans.loan (a) where x = 2"] };
    expect(gained([other], new Set()).map(({ text }) => text)).toEqual([
      "{ENVIRONMENT}-analysts (risk): SELECT {hub}.loans.loan (a) where x = 1",
    ]);
  });
});

const costs = (dollars: number, account = "lending") => ({
  name: "prod",
  accounts: [{ account, items: [], dollars, unpriced: [] }],
});

test("what costs more is said by account, and nothing of one that is new", () => {
  const page = costsPage([costs(10)], USAGE);
  expect(changedCosts(page, [costs(10)])).toEqual([]);
  expect(changedCosts(page, [costs(250)])).toEqual([change("lending: 10 becomes 250 dollars a month", "prod")]);
  expect(changedCosts(page, [costs(10, "new")])).toEqual([]);
  expect(changedCosts("", [costs(10)])).toEqual([]);
});

describe("what a reviewer reads", () => {
  it("has once what several environments share", () => {
    const all = [change("a", "prod"), change("b", "prod"), change("a", "staging"), change("c")];
    expect(reviewLines([{ heading: "H", changes: all }], ["prod", "staging"])).toEqual([
      "H",
      "  a",
      "  prod: b",
      "  c",
    ]);
  });

  it("is short: twelve of a kind and a number, and no heading without any", () => {
    const many = Array.from({ length: 20 }, (_, index) => change(`${index}`));
    const lines = reviewLines(
      [
        { heading: "none", changes: [] },
        { heading: "many", changes: many },
      ],
      ["prod"],
    );
    expect(lines).toHaveLength(14);
    expect(lines.at(-1)).toBe("  ... and 8 more: git diff");
  });
});
