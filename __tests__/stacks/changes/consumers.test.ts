import { changedPaths, stackChanges } from "../../support/compare";
import { grantsInOrder, selectable } from "../../support/grants";
import { prod, risk, team, treasury, withProd, withRisk } from "../../support/landscapes";
import { roleOf } from "../../support/policies";
import { synthesized } from "../../support/synthesized";

const before = synthesized();
const lakeChanges = (after: typeof before): readonly string[] =>
  changedPaths(before.stack("prod-governance-lake"), after.stack("prod-governance-lake"));

describe("a third consumer that sees deposits only", () => {
  const after = synthesized(withProd({ consumers: [...prod.consumers, treasury] }));

  it("adds its own stack and its access, and changes only the lake", () => {
    expect(stackChanges(before, after)).toEqual({
      added: ["prod-governance-access-treasury", "prod-treasury-analytics", "prod-treasury-bootstrap"],
      removed: [],
      changed: ["prod-governance-lake"],
    });
  });

  it("is let in by the policy of the catalog's key, and changes nothing else there", () => {
    expect(lakeChanges(after)).toEqual([expect.stringMatching(/^resource\.aws_kms_key\.catalog-key_\w+\.policy$/)]);
  });

  it("reads deposits and nothing of loans", () => {
    const { arn } = roleOf(after, "prod-treasury-analytics", "prod-treasury-liquidity");
    const readable = selectable(grantsInOrder(after, "prod-treasury-analytics"), arn);
    expect(Object.keys(readable).every((table) => table.startsWith("deposits."))).toBe(true);
    expect(readable["deposits.account"]).toBe("account_id district_id opened_on statements currency updated_at");
    expect(JSON.stringify(after.stack("prod-governance-access-treasury"))).not.toContain("loans");
  });
});

describe("a consumer that leaves", () => {
  const after = synthesized(withProd({ consumers: [risk] }));

  it("takes its stacks with it, and with the last row filter the right to make one", () => {
    expect(stackChanges(before, after)).toEqual({
      added: [],
      removed: ["prod-finance-analytics", "prod-finance-bootstrap", "prod-governance-access-finance"],
      changed: ["prod-governance-bootstrap", "prod-governance-lake"],
    });
    expect(lakeChanges(after)).toHaveLength(1);
  });
});

describe("a second team of a consumer", () => {
  const second = team("auditors", risk.id, "loans", "internal");
  const after = synthesized(withRisk({ teams: [...risk.teams, second] }));

  it("changes its own account only, for the account may read that much already", () => {
    expect(stackChanges(before, after)).toEqual({ added: [], removed: [], changed: ["prod-risk-analytics"] });
  });

  it("leaves the first team as it is and reads what its own share allows", () => {
    const paths = changedPaths(before.stack("prod-risk-analytics"), after.stack("prod-risk-analytics"));
    expect(paths.filter((path) => !path.includes("auditors"))).toEqual([]);
    const { arn } = roleOf(after, "prod-risk-analytics", "prod-risk-auditors");
    expect(selectable(grantsInOrder(after, "prod-risk-analytics"), arn)).toEqual({
      "loans.borrower": "client_id employment since updated_at",
      "loans.loan": "loan_id client_id account_id granted_on currency duration_months status updated_at",
      "loans.instalment": "loan_id number due_on is_paid",
      "loans.payment": "payment_id loan_id instalment_number received_at channel",
    });
  });
});

describe("a team that has another name", () => {
  const stack = "prod-risk-analytics";
  const analysts = { name: "analysts", formerly: "risk-analysts" };
  const after = synthesized(withRisk({ teams: risk.teams.map((each) => ({ ...each, ...analysts })) }));

  it("keeps every address, and what holds something keeps its name", () => {
    expect(stackChanges(before, after)).toEqual({ added: [], removed: [], changed: [stack] });
    const paths = changedPaths(before.stack(stack), after.stack(stack)).map((path) =>
      path.replace(/^resource\.(\w+)\.[\w-]+/, "$1"),
    );
    expect([...new Set(paths)].toSorted()).toEqual([
      "aws_athena_workgroup.description",
      "aws_athena_workgroup.tags.team",
      "aws_iam_role.description",
      "aws_iam_role.name",
      "aws_kms_key.description",
    ]);
    expect(after.only(stack, "aws_s3_bucket")["bucket"]).toBe("examplebank-prod-risk-analysts-results-444455556666");
    expect(after.only(stack, "aws_kms_alias")["name"]).toBe("alias/prod-risk-risk-analysts");
    expect(after.only(stack, "aws_athena_workgroup")["name"]).toBe("prod-risk-risk-analysts");
  });

  it("has a role of the new name, with all grants of before", () => {
    const { arn } = roleOf(after, stack, "prod-risk-analysts");
    const { arn: old } = roleOf(before, stack, "prod-risk-risk-analysts");
    expect(selectable(grantsInOrder(after, stack), arn)).toEqual(selectable(grantsInOrder(before, stack), old));
  });
});
