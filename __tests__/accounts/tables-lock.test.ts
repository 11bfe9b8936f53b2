import { landscape } from "../../accounts";
import { tableChanges } from "../../model/tables/changes";
import { tablesLock } from "../../model/tables/lock";
import { readTablesLocks } from "../../synth/tables-locks";

const names = landscape.environments.map(({ name }) => name);
const recorded = readTablesLocks(names);

describe("the record of tables", () => {
  it("is committed for every environment", () => {
    expect(Object.keys(recorded)).toEqual(names);
  });

  it.each(landscape.environments)(
    "of $name is what the contracts say; else run `npm run schema:lock`",
    (environment) => {
      expect(tableChanges(recorded[environment.name] ?? {}, tablesLock(environment))).toEqual([]);
    },
  );
});
