/** A table of PostgreSQL whose rows only the last digit of a moment tells apart, on its whole way to the nightly figures. */
import type { Client } from "pg";
import { CHECKSUM_FUNCTIONS, withDuckDbMoments } from "../../local/engine/athena-checksums";
import { column } from "../../model/contract/column";
import { curatedStatement, sourceStatement } from "../../model/reconciliation/statements";
import { loadStatement } from "../../model/sql/merge";
import { DuckLake, type FileRow } from "../support/merge/duck-lake";
import { sourceOf, table } from "../support/sources";
import { Postgresql } from "./postgresql";
import { createTable } from "./tables";

const RATE = table("rate", {
  valid_from: column("timestamptz(6)", "internal", "From"),
  booked: column("timestamp(6)", "internal", "Booked"),
  rate: column("numeric(6,4)", "internal", "Rate"),
});
const base = sourceOf(RATE);
const SOURCE = "existing" in base ? base : { ...base, engine: "aurora-postgresql" as const };

let postgresql: Postgresql;
let postgres: Client;
let lake: DuckLake;

const micros = (name: string): string => `CAST(extract(epoch FROM ${name}) * 1000000 AS bigint)::text`;

/** Rows as DMS writes them: moments as microseconds since 1970. */
async function loaded(): Promise<readonly FileRow[]> {
  const { rows } = await postgres.query<string[]>({
    text: `SELECT ${micros("valid_from")}, ${micros("booked")}, rate::text FROM ${RATE.schema}.rate`,
    rowMode: "array",
  });
  return rows.map((values) => ({ op: "I", committed: "2026-06-30 00:00:00.000000", sequence: "", values }));
}

async function figures(): Promise<Readonly<Record<"lake" | "source", readonly unknown[] | undefined>>> {
  const { rows } = await postgres.query<unknown[]>({ text: sourceStatement(SOURCE, RATE), rowMode: "array" });
  return { source: rows[0], lake: (await lake.query(withDuckDbMoments(curatedStatement(SOURCE, RATE))))[0] };
}

beforeAll(async () => {
  postgresql = await Postgresql.start([]);
  postgres = await postgresql.connect("postgres", undefined, "postgres");
  await postgres.query(`CREATE SCHEMA ${RATE.schema}`);
  await postgres.query(createTable(RATE, '"'));
  await postgres.query(
    `INSERT INTO ${RATE.schema}.rate SELECT timestamptz '2026-06-30 23:59:59.999950Z' + n * interval '1 microsecond',
       timestamp '1901-12-13 20:45:51.999999' + n * interval '700000 hours', n / 1000.0 FROM generate_series(1, 100) AS numbers(n)`,
  );
  lake = await DuckLake.of(SOURCE);
  for (const sql of CHECKSUM_FUNCTIONS) await lake.connection.run(sql);
  await lake.deliver("rate", [{ name: "LOAD00000001", rows: await loaded() }]);
  await lake.query(loadStatement(SOURCE, RATE));
});
afterAll(async () => {
  lake.close();
  await postgres.end();
  await postgresql.stop();
});

it("a table with microseconds, also in its key, has the same figures at the source and in the lake", async () => {
  const { source, lake: curated } = await figures();
  expect(source?.[0]).toBe("100");
  expect(curated).toEqual(source);
});

it("a row that is lost is one less", async () => {
  await lake.query(`DELETE FROM bank.rate WHERE valid_from = TIMESTAMP '2026-07-01 00:00:00'`);
  const { source, lake: curated } = await figures();
  expect([source?.[0], curated?.[0]]).toEqual(["100", "99"]);
  expect(curated?.[1]).not.toBe(source?.[1]);
});
