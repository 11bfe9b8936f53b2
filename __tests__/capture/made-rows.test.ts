/** Whatever a landscape promises, changed on a real server: what its log says becomes what the server has. */
import { madeBank } from "../../local/made-rows";
import type { Bank } from "../../local/source-systems";
import { createTable } from "../databases/tables";
import { mysqlTypes, postgresqlTypes } from "../landscape/everything/types";
import { deposits } from "../landscape/tables/deposits";
import { loans } from "../landscape/tables/loans";
import { CaptureLine, type Place } from "../support/capture/line";
import { MariaDbSource } from "../support/capture/mariadb-source";
import { mysqlPlace, postgresqlPlace } from "../support/capture/places";
import { PostgresqlSource } from "../support/capture/postgresql-source";
import { INSTALL, onServers, realSources } from "../support/capture/servers";
import type { RealSource } from "../support/capture/source";
import { first } from "../support/json";

const CHANGES = 400;

const bankOf = ({ source }: Place): Bank =>
  madeBank({
    environment: { consumers: [], producers: [{ sources: [source] }] },
    seed: 15,
    changes: CHANGES,
    end: BigInt(Date.UTC(2026, 5, 30)) * 1000n,
    hours: 24,
  });

/** The bank lives on the server, and what the server logs is carried. */
async function lived(place: Place, real: RealSource, bank: Bank) {
  for (const transaction of bank.opening()) await real.commit(transaction);
  await real.prepare();
  const findings = await real.findings();
  const line = await CaptureLine.open(place, real);
  await line.load();
  let count = 0;
  for (const transaction of bank.changes()) {
    await real.commit(transaction);
    count += transaction.changes.length;
  }
  await line.carry();
  const { tables, differences } = await line.compare();
  line.close();
  return { count, tables, differences: [...findings, ...line.failures, ...differences] };
}

onServers(`made rows, of every type, on a real server${INSTALL}`, () => {
  const started = realSources();

  it("MariaDB: current-state tables are what the server has", async () => {
    const place = mysqlPlace([...loans, mysqlTypes]);
    const bank = bankOf(place);
    const real = started(await MariaDbSource.start(place.source, first(bank.databases)));
    await real.run(...place.source.tables.map((table) => createTable(table, "`")));
    const { count, tables, differences } = await lived(place, real, bank);
    expect(differences).toEqual([]);
    expect(count).toBeGreaterThan(CHANGES / 2);
    expect(tables.map(({ lakeRows }) => lakeRows)).not.toContain(0);
  });

  it("PostgreSQL: current-state tables are what the server has", async () => {
    const place = postgresqlPlace([...deposits, postgresqlTypes]);
    const bank = bankOf(place);
    const real = started(await PostgresqlSource.start(place.source, first(bank.databases)));
    await real.run("CREATE EXTENSION citext", ...place.source.tables.map((table) => createTable(table, '"')));
    const { count, tables, differences } = await lived(place, real, bank);
    expect(differences).toEqual([]);
    expect(count).toBeGreaterThan(CHANGES / 2);
    expect(tables.map(({ lakeRows }) => lakeRows)).not.toContain(0);
  });
});
