import type { DuckDBConnection } from "@duckdb/node-api";
import type { Environment } from "../../model/landscape/types";
import { DAY, HOUR } from "../durations";
import { type Comparison, compareWithSources, typeDifferences } from "../lake";
import { type AddedColumn, asDeclared, unasked } from "./added-column";
import { END, HOURS, orderedBank } from "./bank-order";
import { rowsClients } from "./clients";
import { shown } from "./clock";
import { type Arrival, Course } from "./course";
import { expectedRows } from "./expected-rows";
import { forgetful, idleMachines, idleTasks } from "./idle";
import type { RowsOptions } from "./options";
import { within } from "./step-failure";
import type { Step } from "./steps";
import { moments } from "./timeline";

/** Which bank, and where its rows go. */
export interface FillProps extends RowsOptions {
  readonly environment: Environment;
  readonly endpoint: string;
  readonly folder: string;
  readonly onArrival?: (arrival: Arrival) => void;
}

/** How often the lake is brought up to date in the captured time, besides what schedules start once a day. */
const ARRIVALS = 6;

/** Takes the outcome of a step; throws when it found something. */
type Done = (step: Step, findings: readonly string[]) => void;

/** The steps up to tables that are equal to their sources. */
export async function fill(props: FillProps, connection: DuckDBConnection, done: Done): Promise<Comparison> {
  const clients = await rowsClients(props.environment, props.endpoint);
  const bank = orderedBank({ ...props, end: END, hours: HOURS });
  const course = await Course.open({ connection, clients, folder: props.folder, bank, trouble: props.trouble });
  await course.clear();
  await course.start();
  // What is late comes within a day.
  const end = props.trouble === "late" ? END + DAY + HOUR : END;
  const times = moments(course.schedules, { begin: bank.begin, end, count: ARRIVALS, first: HOUR });
  const merged: string[] = [];
  let changes = 0;
  let added: AddedColumn | undefined;
  for (const [index, moment] of times.entries()) {
    if (props.trouble === "column" && index === 2) added = await course.addColumn(moment.time);
    const arrival = await course.reach(moment);
    props.onArrival?.(arrival);
    changes += arrival.changes;
    merged.push(...failuresOf(arrival));
    // A file that cannot be read fails the merge, but is no mistake of the merge.
    if (merged.length > 0) break;
  }
  done("bank", [...(changes === 0 ? ["the bank changed no row"] : []), ...(await course.systems.checks())]);
  const { lake, merges, schedules } = course;
  const plans = course.plans.map((plan) => asDeclared(added, plan));
  done("replication", idleTasks(course.replications));
  const types = typeDifferences(lake.catalog, merges.flows);
  const crawled = await within("catalog", "the crawlers", () => lake.crawl());
  done("catalog", unasked(added, [...crawled, ...types]));
  merged.push(...idleMachines(merges.machines, schedules));
  const last = times.findLast(({ starts }) => starts.some(({ every }) => every.kind === "rate"));
  if (merged.length === 0 && last !== undefined) merged.push(...forgetful(await course.merge(last)));
  done("merge", merged);
  const comparison = await within("rows", "the current-state tables", () =>
    compareWithSources(connection, {
      catalog: lake.catalog,
      flows: merges.flows,
      plans,
      rowsOf: expectedRows(props.environment),
    }),
  );
  done("rows", comparison.differences);
  return comparison;
}

const failuresOf = ({ time, runs }: Arrival): readonly string[] =>
  runs.flatMap(({ machine, status, error, failures }) =>
    status === "SUCCEEDED" ? [] : [`${machine} at ${shown(time)}: ${error?.cause ?? status}`, ...failures],
  );
