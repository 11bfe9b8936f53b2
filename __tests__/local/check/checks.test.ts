import type { AccessMatrix } from "../../../audit/matrix/types";
import { type Outcome, outcomeOf, printOutcomes, tally } from "../../../local/check/tally";
import { judgeValidation } from "../../../local/check/terraform";
import { checkTrial } from "../../../local/check/trial-checks";
import { judgePlan } from "../../../local/second-plan";
import { countResources } from "../../../operations/state-file";

const made = { stack: "s", file: "f", address: "a", pointer: "", says: "makes it" };

/** A matrix that lets somebody read something, and somebody reach a bucket. */
const expected: AccessMatrix = {
  schema: 1,
  principals: [],
  tables: [{ catalog: "1", database: "loans", name: "loan", columns: [], cause: made }],
  links: [],
  cells: [
    {
      principal: "analysts",
      catalog: "1",
      database: "loans",
      table: "loan",
      permission: "SELECT",
      columns: ["id"],
      rows: [],
      grantable: false,
      decision: "allowed",
      reasons: [],
      causes: [],
    },
  ],
  buckets: [
    {
      principal: "writer",
      bucket: "raw",
      access: "write",
      objects: ["*"],
      decision: "allowed",
      reasons: [],
      conditions: [],
      tables: [],
      causes: [],
    },
  ],
  keys: [],
  findings: [],
  undecided: [],
  notEvaluated: [],
};
const stacks = [{ id: "prod-a-lake", folder: "", dependencies: [] }];
const result = {
  deployed: [{ stack: "prod-a-lake", seconds: 1 }],
  leftOut: new Map<string, string>(),
  plans: [{ stack: "prod-a-lake", problems: [] as readonly string[] }],
  refused: [] as readonly string[],
  access: expected,
};
const kinds = (outcomes: readonly Outcome[]): readonly string[] => outcomes.map(({ kind }) => kind);

describe("checkTrial", () => {
  test("passes when all is well", () => {
    expect(kinds(checkTrial(stacks, result, expected))).toEqual(["passed", "passed", "passed", "passed"]);
  });

  test("fails for a stack that is not deployed and has no plan", () => {
    expect(kinds(checkTrial(stacks, { ...result, deployed: [], plans: [] }, expected))).toEqual([
      "failed",
      "failed",
      "passed",
      "passed",
    ]);
  });

  test("asks nothing of second plans where an earlier run made them", () => {
    expect(kinds(checkTrial(stacks, { ...result, plans: undefined }, expected))).toEqual([
      "passed",
      "passed",
      "passed",
    ]);
  });

  test("fails for a call that was refused, and says when nobody kept a record", () => {
    const refused = ["lake-deploy of 111122223333: s3:CreateBucket on something"];
    expect(checkTrial([], { ...result, refused }, expected)[0]).toMatchObject({ kind: "failed", problems: refused });
    expect(kinds(checkTrial([], { ...result, refused: undefined }, expected))).toEqual(["skipped", "passed"]);
  });

  test("fails for a second plan that is not empty", () => {
    const plans = [{ stack: "prod-a-lake", problems: ["update aws_s3_bucket.raw"] }];
    expect(checkTrial(stacks, { ...result, plans }, expected)[1]).toEqual({
      kind: "failed",
      name: "prod-a-lake has an empty second plan",
      problems: ["update aws_s3_bucket.raw"],
    });
  });

  test("fails for another access answer, and for one that nothing is expected of", () => {
    expect(kinds(checkTrial([], { ...result, access: { ...expected, cells: [] } }, expected))).toEqual([
      "passed",
      "failed",
    ]);
    expect(kinds(checkTrial([], result, { ...expected, cells: [] }))).toEqual(["passed", "failed"]);
  });

  test("skips a stack whose provider cannot be had", () => {
    const leftOut = new Map([["prod-a-lake", "no provider"]]);
    expect(kinds(checkTrial(stacks, { ...result, leftOut }, expected))).toEqual(["skipped", "passed", "passed"]);
  });
});

describe("the tally", () => {
  const passed = outcomeOf("a", []);
  const failed = outcomeOf("b", ["why"]);
  const skipped: Outcome = { kind: "skipped", name: "c", reason: "r" };

  test("counts skipped checks only when there are any", () => {
    expect(tally([passed, failed])).toBe("1 passed, 1 failed");
    expect(tally([passed, skipped])).toBe("1 passed, 0 failed, 1 skipped");
  });

  test("is the last line, and a run without a single pass is no success", () => {
    const lines: string[] = [];
    const print = (line: string): void => void lines.push(line);
    const terminal = { print, detail: print, heading: print };
    expect(printOutcomes(terminal, [passed, failed])).toBe(false);
    expect(lines.at(-1)).toBe("1 passed, 1 failed");
    expect(printOutcomes(terminal, [passed])).toBe(true);
    expect(printOutcomes(terminal, [skipped])).toBe(false);
    expect(printOutcomes(terminal, [])).toBe(false);
  });
});

describe("judgePlan", () => {
  test("an empty plan has no problems", () => {
    expect(judgePlan(0, "", "")).toEqual([]);
  });

  test("changes and errors are problems, and so is a plan that ends without a word", () => {
    const change = '{"type":"planned_change","change":{"resource":{"addr":"a.b"},"action":"create"}}';
    expect(judgePlan(2, change, "")).toEqual(["create a.b"]);
    expect(judgePlan(1, "", "killed\n")).toEqual(["terraform plan ended with 1: killed"]);
  });
});

describe("judgeValidation", () => {
  test("a valid stack has no problems, not even with warnings", () => {
    const warning = { severity: "warning", summary: "Deprecated" };
    expect(judgeValidation(0, JSON.stringify({ valid: true, diagnostics: [warning] }), "")).toEqual([]);
  });

  test("an invalid stack has its errors, and never none", () => {
    const error = { severity: "error", summary: "Unsupported argument", address: "a.b" };
    expect(judgeValidation(1, JSON.stringify({ valid: false, diagnostics: [error] }), "")).toEqual([
      "error: a.b: Unsupported argument",
    ]);
    expect(judgeValidation(1, JSON.stringify({ valid: false, diagnostics: [] }), "why")).toHaveLength(1);
    expect(judgeValidation(1, "crash", "why")).toEqual(["terraform validate ended with 1: why"]);
  });
});

test("resources are counted by instance, without data sources", () => {
  const state = {
    version: 4,
    resources: [
      { mode: "managed", instances: [{}, {}] },
      { mode: "data", instances: [{}] },
      { mode: "managed", instances: [{}] },
    ],
  };
  expect(countResources(JSON.stringify(state))).toBe(3);
});
