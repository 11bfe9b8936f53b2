import { rmSync } from "node:fs";
import { databaseOf, Replication, ReplicationError } from "../../../local/replication";
import { readTask } from "../../../local/replication/read/deployed-task";
import { END, HOURS, orderedBank } from "../../../local/rows/bank-order";
import { BankSystems } from "../../../local/source-systems";
import { loadLandscape } from "../../../model/landscape/load";
import type { Landscape } from "../../../model/landscape/types";
import { engine } from "../../examples/sample-bank/support/engine";
import { landscape } from "../../landscape";
import { many } from "../../landscape/banks/many";
import { shops } from "../../landscape/banks/shops";
import { small } from "../../landscape/banks/small";
import { whatever } from "../../landscape/everything";
import { generatedTask } from "../../support/replication/generated";
import { FolderBucket, writingFolder } from "../../support/replication/source";
import { synthesized } from "../../support/synthesized";

/** Environments with sources, of landscapes that have little in common. */
const ENVIRONMENTS = [landscape, whatever, many, small, shops].flatMap((each: Landscape) =>
  loadLandscape(each, { isFile: () => true })
    .environments.filter(({ producers }) => producers.length > 0)
    .map((environment) => ({ name: `${environment.organization} ${environment.name}`, environment, each })),
);

/** Names of tables, as the lake has them. */
const folded = (tables: readonly { readonly schema: string; readonly name: string }[]) =>
  tables.map(({ schema, name }) => `${schema}.${name}`.toLowerCase()).toSorted();

test.each(ENVIRONMENTS)(
  "the rows of $name go through each of its tasks, out of its own database",
  async ({ environment, each }) => {
    const output = synthesized(each);
    const bank = orderedBank({ environment, seed: 1, changes: 300, end: END, hours: HOURS });
    const connection = await engine();
    const systems = await BankSystems.open(connection, bank.databases, { rules: bank.rules });
    await systems.applyOpening(bank.opening());
    const [bucket, folder] = [new FolderBucket(), writingFolder()];
    const replications = environment.producers.flatMap(({ name: producer, sources }) =>
      sources.map((source) => {
        const task = readTask(generatedTask(output, `${environment.name}-${producer}-replication-${source.name}`));
        if (!("name" in task)) throw new ReplicationError(task);
        const database = databaseOf(task, bank.databases);
        return { source, database, replication: Replication.of(connection, task, database, bucket, { folder }) };
      }),
    );
    for (const { replication } of replications) await replication.fullLoad(bank.begin);
    await systems.apply(bank.changes());
    for (const { source, database, replication } of replications) {
      await replication.capture(END);
      expect(folded(replication.plans.map((plan) => plan.source))).toEqual(folded(source.tables));
      expect(replication.counters.rows).toBeGreaterThan(0);
      for (const { system } of database.tables) expect(system ?? source.name).toBe(source.name);
    }
    expect(await systems.checks()).toEqual([]);
    connection.closeSync();
    bucket.remove();
    rmSync(folder, { recursive: true, force: true });
  },
);
