import * as fc from "fast-check";
import { MISBEHAVIOURS, type Misbehaviour, plannedTables } from "../../../local/replication";
import { writtenValue } from "../../../local/replication/sql/written-value";
import type { BankDatabase, BankTable } from "../../../local/source-systems/types";
import { CLIENT, COREBANK, LENDING, LOAN } from "../../support/replication/bank";
import { at, type SourceSystems } from "../../support/replication/source";
import { started } from "../../support/replication/started";
import { type Changes, postgresql, taskOf } from "../../support/replication/task";

/** One commit: milliseconds after the one before, and the keys that it changes, some of them twice. */
interface Commit {
  readonly pause: number;
  readonly keys: number[];
}

const histories = fc.array(
  fc.record({
    pause: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 90_000 })),
    keys: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Three times the same key within a second: a load with the time of its start lay after the last change. */
const once = { pause: 0, keys: [1] };

const START = at("2026-01-31 23:58:00.5");
const text = (moment: bigint): string => new Date(Number(moment / 1000n)).toISOString().slice(0, -1).replace("T", " ");

/** Makes and changes rows as the keys say: a new key is inserted, a known one updated, every third time deleted. */
class Writer {
  private readonly known = new Map<number, number>();
  private count = 0;
  private moment = START;

  public constructor(
    private readonly bank: SourceSystems,
    private readonly table: BankTable,
  ) {}

  public async write(commits: readonly Commit[]): Promise<bigint> {
    // A load begins between two commits.
    this.moment += 1000n;
    for (const { pause, keys } of commits) {
      this.moment += BigInt(pause) * 1000n;
      await this.bank.commit(text(this.moment), ...keys.map((key) => this.change(key)));
    }
    return this.moment;
  }

  private change(key: number) {
    this.count += 1;
    const times = this.known.get(key) ?? 0;
    this.known.set(key, (times + 1) % 3);
    const rest = this.table === LOAN ? [null, `${this.count}.00`, "1", null] : [null, null, `${this.count}.00`, null];
    const operation = times === 0 ? "I" : times === 1 ? "U" : "D";
    const values = [String(key), ...rest, ...this.table.columns.slice(rest.length + 1).map(() => null)];
    return [operation, this.table, ...values] as const;
  }
}

/** Rows in which the newest ones of the files and the current ones differ. */
async function differencesOf(
  [table, database, changes]: readonly [BankTable, BankDatabase, Changes],
  [before, during, after]: readonly (readonly Commit[])[],
  misbehaviour: Misbehaviour | undefined,
): Promise<readonly unknown[]> {
  const { bank, bucket, replication, close } = await started(database, changes, undefined, misbehaviour);
  const writer = new Writer(bank, table);
  // The load begins when some has happened; what goes on meanwhile is in its rows and is captured too.
  const loaded = await writer.write(before ?? []);
  await writer.write(during ?? []);
  await replication.fullLoad(loaded);
  const end = await writer.write(after ?? []);
  await replication.capture((loaded + end) / 2n, { open: "wait" });
  await replication.capture(end);
  await replication.capture(end + 86_400_000_000n + 60_000_000n);

  const [plan] = plannedTables(taskOf(changes), database);
  const columns = (plan?.columns ?? []).map(
    (column) => `${writtenValue(column, `"${column.source.name}"`)} AS "${column.name}"`,
  );
  const source = `SELECT ${columns.join(", ")} FROM bank."${table.schema}"."${table.name}"`;
  const names = (plan?.columns ?? []).map(({ name }) => `"${name}"`).join(", ");
  const key = plan?.columns.find(({ isKey }) => isKey)?.name ?? "";
  const current = `SELECT ${names} FROM (
    SELECT *, row_number() OVER (PARTITION BY "${key}" ORDER BY ts DESC, seq DESC) AS newest
    FROM read_parquet('${bucket.path("**/*.parquet")}')
  ) WHERE newest = 1 AND "Op" <> 'D'`;
  const differences =
    bucket.keys.length === 0
      ? await bank.rows(source)
      : await bank.rows(`((${source}) EXCEPT ALL (${current})) UNION ALL ((${current}) EXCEPT ALL (${source}))`);
  close();
  return differences;
}

test.each([
  ["MySQL", [LOAN, LENDING, {}]],
  ["PostgreSQL", [CLIENT, COREBANK, postgresql()]],
] as const)(
  "whatever %s does, the newest row of each key in the files is the current one",
  async (_, source) => {
    const any = fc.constantFrom(undefined, ...MISBEHAVIOURS);
    await fc.assert(
      fc.asyncProperty(histories, histories, histories, any, async (before, during, after, misbehaviour) => {
        expect(await differencesOf(source, [before, during, after], misbehaviour)).toEqual([]);
      }),
      { numRuns: Number(process.env["HISTORIES"] ?? 8), examples: [[[once], [once], [once], undefined]] },
    );
  },
  120_000,
);
