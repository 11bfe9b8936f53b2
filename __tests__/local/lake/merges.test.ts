import { Merges } from "../../../local/lake";
import { answer } from "../../support/duck";
import { first } from "../../support/json";
import { Account, type Deployed } from "../../support/lake/account";
import { CHANGE, NOW } from "../../support/lake/zone";
import { zones } from "../../support/lake/zones";

const zone = zones();
const DAY = "2026-11-22/20261122-100100000.parquet";
const LATER = CHANGE.replace("12.5", "13.5").replace("0000000'", "0000001'");

/** The deployed merge over a load and a change. */
async function deployed(otherwise?: Deployed) {
  const account = new Account(otherwise);
  await zone().put("LOAD00000001.parquet", CHANGE.replace("12.5", "11.5"));
  await zone().put(DAY);
  await zone().seen();
  const merges = await Merges.of(zone().connection, account.clients);
  const run = (input = {}, now = NOW) => merges.run(first(merges.machines), input, now);
  return { account, merges, run };
}

/** The statement of another table. */
const other = (sql: string): string => sql.replaceAll('"loan"', '"payment"');

const matchedBy = async (merge: (sql: string) => string) => (await deployed({ merge })).merges.flows[0]?.matchedBy;

const rows = (): Promise<readonly string[]> => answer(zone().connection, "SELECT loan_id, amount FROM loans.loan");

describe("the deployed merge", () => {
  it("is found among the account's state machines, with the tables that it reads and writes", async () => {
    const { merges } = await deployed();
    expect(merges.machines.map(({ name }) => name)).toEqual(["prod-loans-curation"]);
    expect(merges.flows).toEqual([
      {
        machine: "prod-loans-curation",
        current: { database: "loans", name: "loan" },
        changes: { database: "loans_changes", name: "loan" },
        computed: ["_rank", "_stage", "_order", "updated_at"],
        matchedBy: ["loan_id"],
      },
    ]);
  });

  it("brings the current rows up to date, with locks and metrics in the account, as its role", async () => {
    const { account, run } = await deployed();
    expect(await run()).toMatchObject({ status: "SUCCEEDED", failures: [] });
    expect(await rows()).toEqual(["7 12.50"]);
    expect(account.items.item("loan")).toMatchObject({ merge_watermark: { S: "2026-11-22 10:00:00.000000" } });
    expect(account.items.item("loan")).not.toHaveProperty("merge_holder");
    expect(account.metrics).toHaveLength(1);
    expect(account.roles).toEqual(["arn:aws:iam::111122223333:role/prod-loans-curation"]);
  });

  it("takes the newest of several changes of one second", async () => {
    const { run } = await deployed();
    await run();
    await zone().put("2026-11-22/20261122-110000000.parquet", `* FROM (SELECT ${LATER} UNION ALL SELECT ${CHANGE})`);
    await zone().seen();
    await run();
    expect(await rows()).toEqual(["7 13.50"]);
  });

  it("loses the newest of them when its statement orders otherwise", async () => {
    const { run } = await deployed({ merge: (sql) => sql.replace(', "_order" DESC)', ', "_order" ASC)') });
    await run();
    await zone().put("2026-11-22/20261122-110000000.parquet", `* FROM (SELECT ${LATER} UNION ALL SELECT ${CHANGE})`);
    await zone().seen();
    await run();
    expect(await rows()).toEqual(["7 12.50"]);
  });

  it("takes over the lock of an execution that nobody knows", async () => {
    const { account, run } = await deployed();
    account.items.take("loan", "arn:aws:states:eu-central-1:111122223333:execution:prod-loans-curation:killed");
    expect((await run()).states).toContain("Take over");
    expect(await rows()).toEqual(["7 12.50"]);
  });

  it("fails with Athena's reason when a statement does", async () => {
    const { run } = await deployed({ merge: (sql) => sql.replace('"amount"', '"amounts"') });
    await run();
    await zone().put("2026-11-22/20261122-110000000.parquet", LATER);
    await zone().seen();
    const { status, error, failures } = await run();
    expect(status).toBe("FAILED");
    expect(error).toEqual({ name: "TablesFailed", cause: 'Not merged: ["loan"]' });
    expect(failures).toEqual([expect.stringMatching(/^Merge \(loans\.loan, loans_changes\.loan\): .*amounts/)]);
  });

  it("is refused when the id of another table's statement stands at a table", async () => {
    const stands = "and writes loans.payment: its id stands at another table";
    await expect(deployed({ merge: other })).rejects.toThrow(
      `merging loan, saved query merge-id reads loans_changes.payment ${stands}`,
    );
    await expect(deployed({ load: other })).rejects.toThrow(
      `loading loan, saved query load-id reads loans_changes.payment ${stands}`,
    );
  });

  it("is refused when Athena has no statement of an id", async () => {
    const gone: Deployed = { definition: (json) => json.replaceAll('"merge-id"', '"gone-id"') };
    await expect(deployed(gone)).rejects.toThrow("merging loan: Athena has no saved query with the id gone-id");
  });

  it("says by which columns it finds rows, as far as that is plain", async () => {
    const on = 'ON t."loan_id" = s."loan_id"';
    expect(await matchedBy((sql) => sql.replace(on, `${on} AND t."status" = s."status"`))).toEqual([
      "loan_id",
      "status",
    ]);
    expect(await matchedBy((sql) => sql.replace(on, 'ON t."loan_id" = s."client_id"'))).toBeUndefined();
    expect(await matchedBy((sql) => sql.replace(on, `${on} OR true`))).toBeUndefined();
  });

  it("names the tables that it merged into, and none when there was nothing new", async () => {
    const { run } = await deployed();
    expect(await run()).toMatchObject({ merged: ["loans.loan"] });
    // After a load, changes are looked at in another way, once more.
    await run();
    expect(await run()).toMatchObject({ status: "SUCCEEDED", merged: [] });
  });

  it("is not run when it calls a service that is not imitated", async () => {
    const { run } = await deployed({ definition: (json) => json.replaceAll("dynamodb:getItem", "dynamodb:query") });
    await expect(run()).rejects.toThrow("state Read holder: no service answers arn:aws:states:::dynamodb:query");
  });

  it("is not found when its statements name no tables, or when nothing merges", async () => {
    await expect(deployed({ merge: () => "SELECT 1" })).rejects.toThrow(
      "prod-loans-curation, merging loan, saved query merge-id has no MERGE INTO",
    );
    const nothing: Deployed = { definition: (json) => json.replaceAll('"merge":"merge-id"', '"merged":"merge-id"') };
    await expect(deployed(nothing)).rejects.toThrow(
      "no state machine merges tables by queries of Athena; there are: prod-loans-curation, other",
    );
  });
});
