/** A table that another run of the machine holds. */

import { ServiceError } from "../../../../local/engine/service-error";
import type { MergeMachine } from "../../../support/merge/merge-machine";
import { after, count, MERGE_RUN, waiting } from "../../../support/merge/runs";

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
