import { cutoffOf, type Figures, figures } from "../../functions/reconciliation/figures.cjs";

const askOne = (sql: string) => (sql === "bad" ? Promise.reject(new Error("timed out")) : Promise.resolve(["1", "2"]));

describe("figures", () => {
  it("are asked for with yesterday's moment, and sent table by table", async () => {
    const asked: string[] = [];
    const sent: Figures[] = [];
    const ask = (sql: string) => Promise.resolve([String(asked.push(sql)), "7"]);
    const questions = ["a", "b"].map((table) => ({ table, sql: `SELECT ${table} ':cutoff'` }));
    const cutoff = cutoffOf(new Date("2026-06-02T03:00:00.123Z"));
    await figures(questions, cutoff, ask, (found) => Promise.resolve(void sent.push(found)));
    expect(cutoff).toBe("2026-06-01 03:00:00");
    expect(asked).toEqual(["SELECT a '2026-06-01 03:00:00'", "SELECT b '2026-06-01 03:00:00'"]);
    expect(sent).toEqual([
      { table: "a", cutoff, count: "1", checksum: "7" },
      { table: "b", cutoff, count: "2", checksum: "7" },
    ]);
  });

  it("that one table lacks hold no other table up, and fail the run by name", async () => {
    const sent: string[] = [];
    const questions = [
      { table: "a", sql: "bad" },
      { table: "b", sql: "good" },
    ];
    const run = figures(questions, "now", askOne, ({ table }) => Promise.resolve(void sent.push(table)));
    await expect(run).rejects.toThrow("some tables have no figures\n- a: timed out");
    expect(sent).toEqual(["b"]);
  });

  it("that are no numbers are not sent", async () => {
    const run = figures(
      [{ table: "a", sql: "" }],
      "now",
      () => Promise.resolve([]),
      () => Promise.resolve(),
    );
    await expect(run).rejects.toThrow("a: the answer is , ");
  });
});
