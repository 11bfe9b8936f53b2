import { errorExcerpt } from "../../../local/deployment/excerpt";
import { beginnings, followProgress, unseen } from "../../../local/deployment/progress";

describe("followProgress", () => {
  test("names the stack whose lines end with a completed apply", () => {
    const finished = followProgress(["prod-a-lake", "prod-a-lake-two"]);
    expect(finished("prod-a-lake  aws_s3_bucket.raw: Creating...")).toBeUndefined();
    expect(finished("prod-a-lake-two  aws_s3_bucket.raw: Creating...")).toBeUndefined();
    expect(finished("                 Apply complete! Resources: 1 added, 0 changed, 0 destroyed.")).toBe(
      "prod-a-lake-two",
    );
    expect(finished("prod-a-lake  Apply complete! Resources: 1 added, 0 changed, 0 destroyed.")).toBe("prod-a-lake");
  });

  test("a word that is no stack does not change the current one", () => {
    const finished = followProgress(["prod-a-lake"]);
    finished("prod-a-lake  Modifying...");
    finished("Warning: something");
    expect(finished("  Apply complete! Resources: 0 added")).toBe("prod-a-lake");
  });
});

test("beginnings and endings come from the debug log", () => {
  const log = [
    "[2026-01-31T10:16:29.690] [DEBUG] default - [prod-a-lake]: planning",
    "[2026-01-31T10:16:29.702] [DEBUG] default - [prod-a-lake]: deploying",
    "[2026-01-31T10:16:35.222] [DEBUG] default - [prod-a-trail]: planning",
    "[2026-01-31T10:17:01.500] [DEBUG] default - [prod-a-lake](deploy): aws_s3_bucket.raw: Creating...",
    "[2026-01-31T10:17:02.000] [DEBUG] default - [prod-a-lake]: deployed",
  ].join("\n");
  expect(unseen(["prod-a-lake", "prod-a-trail"], [], log)).toEqual([{ stack: "prod-a-lake", seconds: 32.31 }]);
  expect(unseen(["prod-a-lake"], ["prod-a-lake"], log)).toEqual([]);
  expect(beginnings(log)).toEqual(
    new Map([
      ["prod-a-lake", new Date("2026-01-31T10:16:29.690")],
      ["prod-a-trail", new Date("2026-01-31T10:16:35.222")],
    ]),
  );
});

describe("errorExcerpt", () => {
  test("begins at the first error, drops empty lines and cuts very long ones", () => {
    const stdout = [
      "prod-a  creating",
      "prod-a  Error: creating bucket",
      "prod-a",
      "",
      `  ${"x".repeat(1000)}`,
      "1 Stack deploying     0 Stacks done     3 Stacks waiting",
    ].join("\n");
    const excerpt = errorExcerpt(stdout, "at throwUnhandledRejectionsMode (node:internal)");
    expect(excerpt).toHaveLength(2);
    expect(excerpt[0]).toBe("prod-a  Error: creating bucket");
    expect(excerpt[1]?.length).toBeLessThan(500);
  });

  test("shows the end when nothing calls itself an error", () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
    const excerpt = errorExcerpt(lines.join("\n"), "Usage: no such stack");
    expect(excerpt).toHaveLength(30);
    expect(excerpt.slice(-2)).toEqual(["line 99", "Usage: no such stack"]);
  });
});
