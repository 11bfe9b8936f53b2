/**
 * Sends the rows of one bank through copied accounts, with objects in folders: `rows-once <endpoint> <changes>
 * <folder>`. Prints a JSON object of seconds and counts.
 */
import { join } from "node:path";
import { compareWithSources } from "../local/lake";
import { END, orderedBank } from "../local/rows/bank-order";
import { rowsClients } from "../local/rows/clients";
import { Course } from "../local/rows/course";
import { openEngine } from "../local/rows/engine";
import { moments } from "../local/rows/timeline";
import { chooseEnvironment, loadEnvironments } from "../operations/landscape";

/** An hour of a very busy bank: files fill up by size as well as by time. */
const HOURS = 1;
const MERGES = 6;

async function main([endpoint = "", changes = "", folder = ""]: readonly string[]): Promise<void> {
  const spent = { bank: 0, replication: 0, merge: 0, comparison: 0 };
  const timed = async <Result>(part: keyof typeof spent, work: () => Promise<Result>): Promise<Result> => {
    const began = process.hrtime.bigint();
    const result = await work();
    spent[part] += Number(process.hrtime.bigint() - began) / 1e9;
    return result;
  };
  const connection = await openEngine(join(folder, "engine"));
  const environment = chooseEnvironment(loadEnvironments(), undefined);
  const clients = await rowsClients(environment, endpoint);
  const bank = orderedBank({ environment, seed: 1, changes: Number(changes), end: END, hours: HOURS });
  const props = { connection, clients, folder, bank, trouble: undefined, buckets: "folders" } as const;
  const course = await timed("bank", () => Course.open(props));
  await course.clear();
  await timed("replication", () => course.start());
  for (const moment of moments(course.schedules, { begin: bank.begin, end: END, count: MERGES })) {
    await timed("bank", () => course.commit(moment.time));
    await timed("replication", () => course.carry(moment.time, "write"));
    await timed("merge", () => course.merge(moment));
  }
  const { lake, merges, plans, replications } = course;
  const { differences } = await timed("comparison", () =>
    compareWithSources(connection, { catalog: lake.catalog, flows: merges.flows, plans }),
  );
  if (differences.length > 0) throw new Error(differences.join("\n"));
  const rows = replications.reduce((sum, { counters }) => sum + counters.rows, 0);
  const files = replications.reduce((sum, { counters }) => sum + counters.files, 0);
  process.stdout.write(JSON.stringify({ ...spent, rows, files }));
}

void main(process.argv.slice(2));
