/** The machine step by step, on answers that services have been seen to give. */

import type { Service } from "../../../local/engine/interpreter";
import { queryFailed, ServiceError } from "../../../local/engine/service-error";
import { column } from "../../../model/contract/column";
import type { MergeMachine } from "../../support/merge/merge-machine";
import { LOANS, Scene } from "../../support/merge/scene";
import { sourceOf, table } from "../../support/sources";

const DAY = "2026-11-22";
const MERGE_RUN = "arn:aws:states:eu-central-1:111122223333:execution:merge:";

/** A scene with a merged load and a change that waits. */
async function waiting(): Promise<Scene> {
  const scene = await Scene.of();
  await scene.load(1, `${DAY} 08:00:00`, { 1: "10.00" });
  await scene.machine.run({ rebuild: true });
  await scene.file(`${DAY} 11:00:00`, { op: "U", id: 1, amount: "11.00", at: `${DAY} 10:59:00` });
  scene.machine.metrics.length = 0;
  return scene;
}

const count = (states: readonly string[], name: string): number => states.filter((each) => each === name).length;

/** Answers with errors first, then as the service does. */
function after(errors: readonly Error[], service: Service): Service {
  const left = [...errors];
  return (parameters, state) => {
    const error = left.shift();
    if (error !== undefined) throw error;
    return service(parameters, state);
  };
}

describe("a run", () => {
  it("looks, merges, remembers and reports, in this order", async () => {
    const scene = await waiting();
    const { status, states } = await scene.machine.run();
    expect(status).toBe("SUCCEEDED");
    expect(states.slice(states.indexOf("Lock"))).toEqual([
      "Lock",
      "What to look at",
      "Look at window",
      "Read window",
      "Anything new",
      "Keep generation",
      "Fetch merge",
      "Merge",
      "Remember merged",
      "Report merged",
      "Merged",
      "Count",
      "Are all merged",
      "Done",
    ]);
    expect(scene.machine.remembered("loan")).toEqual({
      watermark: `${DAY} 10:59:00.000000`,
      cursor: "20261122-110000000.parquet/1",
      generation: "1",
    });
    // An hour and a minute from the commit to the run, which is at noon.
    expect(scene.machine.metrics).toEqual([
      "Failures loan 0",
      "Lag loan 3660",
      expect.stringMatching(/^RunTime loan [1-9]\d*$/),
      "Successes loan 1",
      "WaitingForLoad loan 0",
    ]);
  });

  it("that finds nothing new merges nothing, and says that all is well", async () => {
    const scene = await waiting();
    await scene.machine.run();
    await scene.machine.run();
    scene.machine.metrics.length = 0;
    const { states } = await scene.machine.run();
    expect(states).not.toContain("Merge");
    expect(scene.machine.metrics).toContain("Successes loan 1");
    expect(scene.machine.metrics).toContain("Lag loan 0");
  });

  it("for one table leaves the others alone", async () => {
    const scene = await waiting();
    const { states } = await scene.machine.run({ only: "card" });
    expect(states).toContain("Skipped");
    expect(states).not.toContain("Lock");
  });

  it("is left to the runs that work already, two at a time", async () => {
    const { machine } = await waiting();
    machine.executions.set(`${MERGE_RUN}a`, "RUNNING");
    expect((await machine.run()).states).toContain("Each table");
    machine.executions.set(`${MERGE_RUN}b`, "RUNNING");
    const { status, states } = await machine.run();
    expect(status).toBe("SUCCEEDED");
    expect(states.at(-1)).toBe("Left to other runs");
  });

  it("that is patient waits for them", async () => {
    const { machine } = await waiting();
    machine.executions.set(`${MERGE_RUN}a`, "RUNNING");
    machine.executions.set(`${MERGE_RUN}b`, "RUNNING");
    const running = machine.run(
      { wide: true, patient: true },
      {
        "Each table": () => ({}),
        "Other runs": (() => {
          let asked = 0;
          return () => ({ Executions: (asked += 1) < 3 ? [1, 2, 3].map((ExecutionArn) => ({ ExecutionArn })) : [] });
        })(),
      },
    );
    const { status, states } = await running;
    expect(status).toBe("SUCCEEDED");
    expect(count(states, "Wait for other runs")).toBe(2);
    expect(states).toContain("Look at days");
  });
});

const dead = () => {
  throw new ServiceError("Killed", "nothing answers any more");
};

/** A run that is killed before it remembers what it has merged. */
async function killed(machine: MergeMachine): Promise<void> {
  await machine.run({}, { "Remember merged": dead, Failed: dead, "Report failed": dead }, "killed");
  expect(machine.remembered("loan")["holder"]).toBe(`${MERGE_RUN}killed`);
}

describe("a table that another run holds", () => {
  it("is left to it while it works", async () => {
    const scene = await waiting();
    await killed(scene.machine);
    scene.machine.executions.set(`${MERGE_RUN}killed`, "RUNNING");
    const { status, states } = await scene.machine.run();
    expect(status).toBe("SUCCEEDED");
    expect(states).toContain("Busy");
    expect(states).not.toContain("Merge");
  });

  it.each(["ABORTED", "FAILED", "SUCCEEDED"] as const)(
    "is taken over when it has %s, and merged again",
    async (status) => {
      const scene = await waiting();
      await killed(scene.machine);
      const before = scene.machine.remembered("loan");
      expect(before["watermark"]).toBe("1970-01-01 00:00:00");
      expect(await scene.rows()).toEqual(["1|11.00"]);
      scene.machine.executions.set(`${MERGE_RUN}killed`, status);
      const { states } = await scene.machine.run();
      expect(states).toContain("Take over");
      expect(states).toContain("Merge");
      expect(await scene.rows()).toEqual(["1|11.00"]);
      expect(scene.machine.remembered("loan")).not.toHaveProperty("holder");
    },
  );

  it("is taken over when the execution is forgotten", async () => {
    const scene = await waiting();
    await killed(scene.machine);
    scene.machine.executions.delete(`${MERGE_RUN}killed`);
    expect((await scene.machine.run()).states).toContain("Take over");
  });

  it("is locked again when it is released in between", async () => {
    const scene = await waiting();
    await killed(scene.machine);
    scene.machine.executions.set(`${MERGE_RUN}killed`, "FAILED");
    const { states } = await scene.machine.run(
      {},
      { "Read holder": after([], () => scene.machine.items.release("loan")) },
    );
    expect(count(states, "Lock")).toBe(2);
    expect(states).toContain("Merged");
  });

  it("is waited for by a patient run", async () => {
    const scene = await waiting();
    await killed(scene.machine);
    scene.machine.executions.set(`${MERGE_RUN}killed`, "RUNNING");
    let asked = 0;
    const { states } = await scene.machine.run(
      { patient: true },
      { "Ask for holder": () => ({ Status: (asked += 1) < 3 ? "RUNNING" : "TIMED_OUT" }) },
    );
    expect(count(states, "Wait for holder")).toBe(2);
    expect(states).toContain("Merged");
  });
});

describe("a query", () => {
  it("that loses against another commit looks and merges again", async () => {
    const scene = await waiting();
    const conflict = queryFailed("ICEBERG_COMMIT_ERROR: Failed to commit Iceberg update to table: bank.loan");
    const { status, states } = await scene.machine.run({}, { Merge: after([conflict, conflict], scene.athena) });
    expect(status).toBe("SUCCEEDED");
    expect(count(states, "Back off")).toBe(2);
    expect(count(states, "Look at window")).toBe(3);
    expect(await scene.rows()).toEqual(["1|11.00"]);
  });

  it("that keeps losing is given up after five more attempts", async () => {
    const scene = await waiting();
    const conflict = queryFailed("ICEBERG_COMMIT_ERROR: Failed to commit Iceberg update to table: bank.loan");
    const { status, states } = await scene.machine.run(
      {},
      {
        Merge: after(
          Array.from({ length: 9 }, () => conflict),
          scene.athena,
        ),
      },
    );
    expect(status).toBe("FAILED");
    expect(count(states, "Merge")).toBe(6);
  });

  it("that Athena calls worth another attempt gets one", async () => {
    const scene = await waiting();
    const { states } = await scene.machine.run(
      {},
      { "Look at window": after([queryFailed("GENERIC_INTERNAL_ERROR", true)], scene.athena) },
    );
    expect(count(states, "Back off")).toBe(1);
    expect(states).toContain("Merged");
  });

  it("above the account's quota is sent again", async () => {
    const scene = await waiting();
    const refused = new ServiceError(
      "Athena.TooManyRequestsException",
      "You have exceeded the limit for running queries",
    );
    const { status, states } = await scene.machine.run(
      {},
      {
        Merge: after(
          Array.from({ length: 8 }, () => refused),
          scene.athena,
        ),
      },
    );
    expect(status).toBe("SUCCEEDED");
    expect(states).not.toContain("Back off");
  });

  it("with an error in it is not repeated, moves no watermark, frees the table and fails the run", async () => {
    const scene = await waiting();
    const before = scene.machine.remembered("loan");
    const wrong = queryFailed("COLUMN_NOT_FOUND: line 3:14: Column 'amount' cannot be resolved");
    const { status, error, states } = await scene.machine.run({}, { Merge: after([wrong], scene.athena) });
    expect(status).toBe("FAILED");
    expect(error).toEqual({ name: "TablesFailed", cause: 'Not merged: ["loan"]' });
    expect(count(states, "Merge")).toBe(1);
    expect(scene.machine.remembered("loan")).toEqual(before);
    expect(scene.machine.metrics).toEqual(["Failures loan 1", "Successes loan 0"]);
  });
});

describe("a table that fails", () => {
  it("stops no other", async () => {
    const [loan] = LOANS.tables;
    if (loan === undefined) throw new Error("there is no table");
    const card = table("card", {
      id: column("bigint", "internal", "Key"),
      amount: column("int", "internal", "Amount"),
    });
    const scene = await Scene.of(sourceOf(card, loan));
    await scene.load(1, `${DAY} 08:00:00`, { 1: "10.00" });
    await scene.lake.connection.run('DROP TABLE "bank"."card"');
    const { error } = await scene.machine.run({ rebuild: true });
    expect(error?.cause).toBe('Not merged: ["card"]');
    expect(await scene.rows()).toEqual(["1|10.00"]);
    expect(scene.machine.metrics).toContain("Failures card 1");
    expect(scene.machine.metrics).toContain("Successes loan 1");
  });
});

describe("a step beside the queries", () => {
  it.each([
    ["Lock", "DynamoDB.ProvisionedThroughputExceededException"],
    ["Remember merged", "DynamoDB.ThrottlingException"],
    ["Fetch merge", "Athena.TooManyRequestsException"],
    ["Read window", "Athena.InternalServerException"],
    ["Report merged", "CloudWatch.ThrottlingException"],
    ["Other runs", "Sfn.ThrottlingException"],
  ])("%s is repeated after %s", async (state, error) => {
    const scene = await waiting();
    const real = scene.machine.answer(state);
    const { status } = await scene.machine.run({}, { [state]: after([new ServiceError(error, "slow down")], real) });
    expect(status).toBe("SUCCEEDED");
    expect(await scene.rows()).toEqual(["1|11.00"]);
  });

  it("that only reports does not undo what was done", async () => {
    const scene = await waiting();
    const { status } = await scene.machine.run(
      {},
      {
        "Report merged": () => {
          throw new ServiceError("CloudWatch.AccessDeniedException", "no");
        },
      },
    );
    expect(status).toBe("SUCCEEDED");
    expect(scene.machine.remembered("loan")["watermark"]).toBe(`${DAY} 10:59:00.000000`);
  });

  it("that finds the lock gone after the merge fails the table", async () => {
    const scene = await waiting();
    const { status } = await scene.machine.run(
      {},
      {
        "Remember merged": after([], (parameters) => {
          scene.machine.items.take("loan", `${MERGE_RUN}thief`);
          return scene.machine.items.update(parameters);
        }),
      },
    );
    expect(status).toBe("FAILED");
    expect(scene.machine.remembered("loan")["holder"]).toBe(`${MERGE_RUN}thief`);
  });
});
