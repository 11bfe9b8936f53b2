/** Queries of the machine, on answers that Athena has been seen to give. */

import { queryFailed, ServiceError } from "../../../../local/engine/service-error";
import { after, count, waiting } from "../../../support/merge/runs";

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
