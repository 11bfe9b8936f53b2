/** Traps in real databases: what a log loses is found before, or the night after. */
import type { Place } from "../support/capture/line";
import { MariaDbSource } from "../support/capture/mariadb-source";
import { mysqlPlace, postgresqlPlace } from "../support/capture/places";
import { PostgresqlSource } from "../support/capture/postgresql-source";
import { onServers, realSources } from "../support/capture/servers";
import type { RealSource } from "../support/capture/source";
import { MYSQL_SETTINGS, MYSQL_TRAPS } from "../support/capture/traps/mysql";
import { POSTGRESQL_SETTINGS, POSTGRESQL_TRAPS } from "../support/capture/traps/postgresql";
import { type Sprung, sprung, trappedDatabase } from "../support/capture/traps/spring";
import type { Setting, Trap } from "../support/capture/traps/trap";

/** Traps of an engine, and how to start a server in which they can be planted. */
interface Trapped {
  readonly engine: string;
  readonly traps: readonly Trap[];
  readonly settings: readonly Setting[];
  readonly start: () => Promise<readonly [Place, RealSource]>;
}

const ENGINES: readonly Trapped[] = [
  {
    engine: "MariaDB",
    traps: MYSQL_TRAPS,
    settings: MYSQL_SETTINGS,
    start: async () => {
      const place = mysqlPlace(MYSQL_TRAPS.map(({ table }) => table));
      const database = trappedDatabase("mysql", place.source.database, MYSQL_TRAPS);
      const real = await MariaDbSource.start(place.source, database, ["--binlog-ignore-db=hidden"]);
      await real.run("CREATE TABLE bank.parent (id bigint PRIMARY KEY)");
      return [place, real];
    },
  },
  {
    engine: "PostgreSQL",
    traps: POSTGRESQL_TRAPS,
    settings: POSTGRESQL_SETTINGS,
    start: async () => {
      const place = postgresqlPlace(POSTGRESQL_TRAPS.map(({ table }) => table));
      const database = trappedDatabase("postgresql", place.source.database, POSTGRESQL_TRAPS);
      const real = await PostgresqlSource.start(place.source, database);
      await real.run(
        "CREATE COLLATION core.caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
      );
      return [place, real];
    },
  },
];

/** What is expected of a finding, if it is in there; else all of it. */
const asFar = (found: string, expected: string): string =>
  expected !== "" && found.includes(expected) ? expected : found;

onServers("traps in real databases", () => {
  describe.each(ENGINES)("$engine", ({ traps, settings, start }) => {
    const started = realSources();
    let outcomes: ReadonlyMap<string, Sprung>;
    let real: RealSource;

    beforeAll(async () => {
      const [place, source] = await start();
      real = started(source);
      outcomes = await sprung(place, real, traps);
    });

    it.each(traps)("$name", ({ name, expected }) => {
      const { isLost, readiness = "", isReconciled, differences } = outcomes.get(name) ?? {};
      const outcome = { isLost, readiness: asFar(readiness, expected.readiness), isReconciled, differences };
      expect(outcome).toEqual({ ...expected, differences });
    });

    it("nothing is lost that neither readiness nor reconciliation finds", () => {
      const lost = [...outcomes].filter(([, { isLost }]) => isLost);
      expect(lost.length).toBeGreaterThan(traps.length / 2);
      expect(lost.filter(([, { readiness, isReconciled }]) => readiness === "" && !isReconciled)).toEqual([]);
    });

    it.each(settings)("$name", async ({ plant, undo, readiness }) => {
      await real.run(plant);
      expect((await real.findings()).join("\n")).toContain(readiness);
      await real.run(undo);
      expect((await real.findings()).join("\n")).not.toContain(readiness);
    });
  });
});
