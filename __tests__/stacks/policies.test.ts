import { ACCOUNT_IDS } from "../support/bank";
import { type Block, isBlock, text } from "../support/json";
import { allPolicies, type PlacedStatement } from "../support/policies";
import { synthesized } from "../support/synthesized";

const all = allPolicies(synthesized());

const principals = ({ Principal: principal }: Block): readonly string[] =>
  isBlock(principal) ? Object.values(principal).flat().map(text) : principal === undefined ? [] : [text(principal)];
const actions = ({ Action: action }: Block): readonly string[] => [action].flat().map(text);

const label = ({ stack, place, statement }: PlacedStatement): string => `${stack} ${place} ${text(statement["Sid"])}`;
const labels = (matching: (statement: Block) => boolean): readonly string[] =>
  all.filter(({ statement }) => matching(statement)).map(label);
const isOpenToService = (each: Block): boolean =>
  isBlock(each["Principal"]) && "Service" in each["Principal"] && each["Condition"] === undefined;
const allows = ({ Effect: effect }: Block): boolean => effect === "Allow";

/** Policies that bound roles give nothing by themselves. */
const BOUNDS = /^aws_iam_policy\.(?:boundary|limits)\./;

describe("policies of all stacks", () => {
  it("are found", () => {
    expect(all.length).toBeGreaterThan(100);
    expect(new Set(all.map(({ stack }) => stack)).size).toBeGreaterThan(15);
  });

  it("name everybody in nothing but refusals", () => {
    expect(labels((each) => allows(each) && principals(each).some((name) => name.includes("*")))).toEqual([]);
  });

  it("refuse everybody under a condition only, so that they lock nobody out by accident", () => {
    expect(
      labels((each) => !allows(each) && each["Principal"] !== undefined && each["Condition"] === undefined),
    ).toEqual([]);
  });

  it("let services in for a named account or resource only, but for EventBridge, which names none to a topic and its key", () => {
    expect(labels(isOpenToService).map((each) => each.split(" ").at(-1))).toEqual([
      "PublishersByEventBridge",
      "PublishByEventBridge",
    ]);
  });

  it("name accounts of the landscape and the pipeline's only", () => {
    const known = new Set([...Object.values(ACCOUNT_IDS), "999900001111"]);
    const foreign = (each: Block): boolean =>
      principals(each).some((name) => name.startsWith("arn:") && !known.has(name.split(":")[4] ?? ""));
    expect(labels(foreign)).toEqual([]);
  });

  it("let another account in under conditions that name one role or service, inside the organization", () => {
    const other = all
      .filter(
        ({ statement, place }) =>
          place.startsWith("aws_kms_key") && principals(statement).some((name) => name.endsWith(":root")),
      )
      .filter(
        ({ stack, statement }) =>
          stack.includes("-governance-") && !principals(statement).includes("arn:aws:iam::111122223333:root"),
      );
    expect(other.length).toBeGreaterThan(0);
    for (const { statement } of other)
      expect(statement).toHaveProperty(["Condition", "StringEquals", "aws:PrincipalOrgID"], "o-exampleorg1");
  });

  it("allow no action by a bare wildcard", () => {
    const bare = all.filter(
      ({ statement }) => allows(statement) && actions(statement).some((action) => /^\*|:\*$/.test(action)),
    );
    expect(bare.filter(({ place }) => !BOUNDS.test(place)).map(label)).toEqual([]);
  });

  it("allow actions on everything only where AWS knows no smaller place", () => {
    const identity = all.filter(
      ({ stack, statement }) => statement["Principal"] === undefined && !stack.endsWith("-bootstrap"),
    );
    const wide = identity.filter(({ statement }) => [statement["Resource"]].flat().includes("*"));
    expect(new Set(wide.flatMap(({ statement }) => actions(statement)))).toEqual(
      new Set([
        "athena:ListDataCatalogs",
        "athena:ListEngineVersions",
        "athena:ListWorkGroups",
        "glue:GetSecurityConfiguration",
        "cloudwatch:PutMetricData",
        "lakeformation:GetDataAccess",
        "logs:CreateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:DescribeLogGroups",
        "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:UpdateLogDelivery",
        "xray:GetSamplingRules",
        "xray:GetSamplingTargets",
        "xray:PutTelemetryRecords",
        "xray:PutTraceSegments",
      ]),
    );
  });

  it("name each statement once", () => {
    const places = all.map(label);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });
});
