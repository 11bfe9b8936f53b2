/** Tables and steps that fail, on answers that services have been seen to give. */

import { ServiceError } from "../../../../local/engine/service-error";
import { column } from "../../../../model/contract/column";
import { after, DAY, MERGE_RUN, waiting } from "../../../support/merge/runs";
import { LOANS, Scene } from "../../../support/merge/scene";
import { sourceOf, table } from "../../../support/sources";

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
