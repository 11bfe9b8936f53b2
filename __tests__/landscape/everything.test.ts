import { ENGINES } from "../../model/contract/engine";
import { MYSQL_TYPES } from "../../model/contract/mysql-types";
import { POSTGRESQL_TYPES } from "../../model/contract/postgresql-types";
import type { TypeRule } from "../../model/contract/type-rule";
import { isExisting, isNewNetwork, isServerless } from "../../model/landscape/kinds";
import { loadLandscape } from "../../model/landscape/load";
import { landscapeSchema } from "../../model/landscape/schema";
import type { TableContract } from "../../model/landscape/types";
import { unusedShapes } from "../support/unused-shapes";
import { everything, whatever } from "./everything";
import { mysqlTypes, postgresqlTypes } from "./everything/types";
import { landscape } from "./index";

const sources = everything.producers.flatMap((producer) => producer.sources);
const kindsOf = (kinds: readonly string[]): readonly string[] => [...new Set(kinds)].toSorted();

describe("the landscape with everything", () => {
  it("passes the checks, and is without what waits for its promotion afterwards", () => {
    expect(JSON.stringify(whatever)).toContain("waiting");
    expect(JSON.stringify(loadLandscape(whatever))).not.toContain("waiting");
  });

  it("uses every property and option that a landscape has", () => {
    expect(unusedShapes(landscapeSchema, whatever)).toEqual([]);
  });

  it("would miss some without its environments", () => {
    expect(unusedShapes(landscapeSchema, landscape)).toContain("environments.destroyable");
    expect(unusedShapes(landscapeSchema, landscape)).toContain("environments.producers.sources.tables.onlyRows");
    expect(unusedShapes(landscapeSchema, landscape)).toContain("environments.consumers.teams.shares.layer");
  });

  it("has both forms of whatever has two", () => {
    const networks = everything.producers.map(({ network }) => (isNewNetwork(network) ? "new" : "existing"));
    expect(kindsOf(networks)).toEqual(["existing", "new"]);
    const copies = sources.map((source) =>
      [
        isExisting(source) ? `existing, run by ${source.existing.operatedBy}` : "cluster",
        isServerless(source.replication) ? "serverless" : "instance",
      ].join(", "),
    );
    expect(kindsOf(copies)).toEqual([
      "cluster, instance",
      "cluster, serverless",
      "existing, run by aws, instance",
      "existing, run by aws, serverless",
      "existing, run by bank, instance",
    ]);
    expect(kindsOf(sources.filter(isExisting).map(({ engine }) => engine))).toEqual([...ENGINES].toSorted());
    expect(kindsOf(whatever.environments.map(({ backend }) => backend.kind))).toEqual(["cloud", "local", "s3"]);
    expect(everything.consumers.map(({ grantTo }) => grantTo)).toEqual([
      "account",
      { organizationalUnit: expect.any(String) as unknown },
      { organization: expect.any(String) as unknown },
    ]);
    expect(Math.max(...everything.producers.map((producer) => producer.sources.length))).toBeGreaterThanOrEqual(5);
  });

  it.each<readonly [string, readonly TypeRule[], TableContract]>([
    ["MySQL", MYSQL_TYPES, mysqlTypes],
    ["PostgreSQL", POSTGRESQL_TYPES, postgresqlTypes],
  ])("has a column for every rule of types of %s", (_, rules, { columns }) => {
    const types = Object.values(columns).map(({ type }) => type);
    const without = rules.filter(({ pattern }) => !types.some((type) => pattern.test(type)));
    expect(without.map(({ pattern }) => pattern.source)).toEqual([]);
  });
});
