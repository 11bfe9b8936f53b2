import { SOURCES } from "../support/bank";
import { CONTRACTS } from "../support/contracts";
import { at, type Block, block, list, parsed, text } from "../support/json";
import { roleOf } from "../support/policies";
import { reachableStates } from "../support/states";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("the workflow of $source", ({ source }) => {
  const id = `prod-governance-curation-${source}`;
  const { definition, ...machine } = bank.only(id, "aws_sfn_state_machine");
  const workflow = block(parsed(definition));
  const role = roleOf(bank, id, `prod-${source}-curation`);

  it("runs by the curation role, once the role may do anything", () => {
    expect(machine).toEqual({
      name: `prod-${source}-curation`,
      type: "STANDARD",
      role_arn: role.arn,
      depends_on: [`aws_iam_role_policy.${role.policyName}`],
    });
  });

  it("has no state that is never reached, and none that leads nowhere", () => {
    expect(reachableStates(workflow)).toEqual(new Set(["Tables", "Each table", "Merge"]));
  });

  it("merges every table of the source once", () => {
    const tables = list(at(workflow, "States", "Tables", "Result")).map(block);
    expect(tables.map(({ table }) => table)).toEqual(CONTRACTS[source].map(({ name }) => name));
    for (const { table, statement } of tables) {
      expect(text(statement)).toContain(`MERGE INTO "${source}"."${text(table)}" AS t`);
      expect(text(statement)).toContain(`FROM "${source}_changes"."${text(table)}"`);
    }
  });

  it("waits for each query in the workgroup and tries again a few times", () => {
    const merge = block(at(workflow, "States", "Each table", "ItemProcessor", "States", "Merge"));
    expect(merge).toEqual({
      Type: "Task",
      Resource: "arn:aws:states:::athena:startQueryExecution.sync",
      Parameters: {
        "QueryString.$": "$.statement",
        "ExecutionParameters.$": "States.Array($.days)",
        WorkGroup: `prod-${source}-curation`,
      },
      Retry: [
        { ErrorEquals: ["States.ALL"], IntervalSeconds: 10, BackoffRate: 2, MaxAttempts: 4, JitterStrategy: "FULL" },
      ],
      End: true,
    });
  });
});

const machineOf = (states: Block): Block => ({ StartAt: "a", States: states });

describe("the check of workflows", () => {
  it("refuses a state that leads to one that is missing", () => {
    expect(() => reachableStates(machineOf({ a: { Type: "Pass", Next: "b" } }))).toThrow("there is no state b");
  });

  it("refuses a state that is never reached", () => {
    const states = { a: { Type: "Pass", End: true }, b: { Type: "Pass", End: true } };
    expect(() => reachableStates(machineOf(states))).toThrow("b is never reached");
  });

  it("refuses a state without an end", () => {
    expect(() => reachableStates(machineOf({ a: { Type: "Pass" } }))).toThrow("a leads nowhere");
  });
});
