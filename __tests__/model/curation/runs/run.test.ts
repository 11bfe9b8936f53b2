/** What a run of the machine does, step by step. */

import { count, DAY, MERGE_RUN, waiting } from "../../../support/merge/runs";

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
