import { Executions, executionArn } from "../../../local/engine/executions";
import { interpret, type Services } from "../../../local/engine/interpreter";

const MACHINE = "arn:aws:states:eu-central-1:111122223333:stateMachine:two";
const definition = {
  StartAt: "Ask",
  States: {
    Ask: { Type: "Task", Resource: "arn:aws:states:::aws-sdk:a:ask", ResultPath: "$.answer", Next: "Tell" },
    Tell: {
      Type: "Task",
      Resource: "arn:aws:states:::b:tell",
      Parameters: { "answer.$": "$.answer", "at.$": "$$.State.EnteredTime", "by.$": "$$.Execution.Id" },
      End: true,
    },
  },
};

const broken = () => {
  throw new Error("nobody there");
};

function run(services: Services) {
  const executionOfTwo = executionArn(MACHINE, "one");
  const now = "2026-11-22T12:00:00.000Z";
  return interpret({ definition, services, machineArn: MACHINE, executionArn: executionOfTwo, input: { x: 1 }, now });
}

describe("the interpreter", () => {
  it("hands a task's parameters to the service that its resource names", async () => {
    const told: unknown[] = [];
    const outcome = await run({
      "a:ask": ({ x }) => ({ y: Number(x) + 1 }),
      "b:tell": (parameters) => told.push(parameters),
    });
    expect(outcome).toEqual({ status: "SUCCEEDED", states: ["Ask", "Tell"] });
    const by = "arn:aws:states:eu-central-1:111122223333:execution:two:one";
    expect(told).toEqual([{ answer: { y: 2 }, at: "2026-11-22T12:00:00.000Z", by }]);
  });

  it("runs nothing when a task calls a service that nothing answers", async () => {
    let asked = 0;
    await expect(run({ "a:ask": () => (asked += 1) })).rejects.toThrow(
      "state Tell: no service answers arn:aws:states:::b:tell",
    );
    expect(asked).toBe(0);
  });

  it("ends a run that goes in a circle", async () => {
    const circle = {
      StartAt: "Wait",
      States: { Wait: { Type: "Wait", Seconds: 60, Next: "Look" }, Look: { Type: "Pass", Next: "Wait" } },
    };
    const names = { machineArn: MACHINE, executionArn: executionArn(MACHINE, "one"), now: "2026-11-22T12:00:00.000Z" };
    const { status, error } = await interpret({ ...names, definition: circle, services: {}, input: {} });
    expect([status, error?.name]).toEqual(["FAILED", "States.Timeout"]);
    expect(error?.cause).toMatch(/^it entered \d+ states and has no end in sight, at last .*Wait/);
  });

  it("says what a run failed of", async () => {
    expect(await run({ "a:ask": broken, "b:tell": broken })).toMatchObject({
      status: "FAILED",
      error: { cause: "nobody there" },
    });
  });
});

describe("executions", () => {
  it("are listed by machine and status", () => {
    const executions = new Executions();
    const other = MACHINE.replace("two", "twofold");
    for (const [machine, name, status] of [
      [MACHINE, "a", "RUNNING"],
      [MACHINE, "b", "FAILED"],
      [other, "c", "RUNNING"],
    ] as const) {
      executions.set(executionArn(machine, name), status);
    }
    const listed = executions.services["sfn:listExecutions"]?.(
      { StateMachineArn: MACHINE, StatusFilter: "RUNNING", MaxResults: 3 },
      "any",
    );
    expect(listed).toEqual({ Executions: [{ ExecutionArn: executionArn(MACHINE, "a") }] });
  });
});
