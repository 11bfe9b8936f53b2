import { rmSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Environment } from "../../model/landscape/types";
import { askForAccess, auditWay } from "../access";
import { LENDING } from "../bank";
import {
  askSameQuestion,
  checkDenied,
  checkReaders,
  deployedQueries,
  runSavedQueries,
  type SameQuestion,
  type SavedQueryRun,
} from "../consumers";
import { DAY, HOUR } from "../durations";
import { type Comparison, compareWithSources, type Finding, typeDifferences } from "../lake";
import type { PlannedTable } from "../replication";
import { END, orderedBank } from "./bank-order";
import { rowsClients } from "./clients";
import { isoOf, shown } from "./clock";
import { type Arrival, Course } from "./course";
import { openEngine } from "./engine";
import { fineTimes } from "./fine-times";
import { forgetful, idleMachines, idleTasks } from "./idle";
import type { RowsOptions } from "./options";
import { StepFailure, within } from "./step-failure";
import type { Step, StepResult } from "./steps";
import { moments } from "./timeline";

/** Where rows go, and who hears of it. */
export interface RowsProps extends RowsOptions {
  /** Whom to ask. */
  readonly environment: Environment;
  /** Of the emulated accounts. */
  readonly endpoint: string;
  /** Emptied first. */
  readonly folder: string;
  /** Folder of the reviewed files of who may read what. */
  readonly readers: string;
  /** Called after each moment at which the lake was brought up to date. */
  readonly onArrival?: (arrival: Arrival) => void;
  readonly onStep?: (result: StepResult) => void;
}

/** What became of the rows. */
export interface RowsResult {
  /** In their order, up to the first that found something. */
  readonly steps: readonly StepResult[];
  readonly comparison?: Comparison;
  /** What different people get for the same question. */
  readonly question?: SameQuestion;
  readonly saved: readonly SavedQueryRun[];
}

/** How often the lake is brought up to date in the captured time, besides what schedules start once a day. */
const ARRIVALS = 6;

/** The column that the bank adds on request; by DMS's settings one of PostgreSQL would come with the next load only. */
const ADDED = { table: "loan", column: "channel" } as const;

const isAdded = ({ table, found }: Finding): boolean =>
  table.endsWith(`.${ADDED.table}`) && found.startsWith(`column ${ADDED.column} is in`);

/** An added column must be noticed, for the catalog learns of it from a person; it is no mistake. */
function unasked({ trouble }: RowsProps, findings: readonly Finding[]): readonly string[] {
  if (trouble !== "column") return findings.map(inWords);
  const others = findings.filter((finding) => !isAdded(finding)).map(inWords);
  return findings.some(isAdded) ? others : [...others, `nobody notices column ${ADDED.column} of ${ADDED.table}`];
}

/** A table without the column that nobody has declared yet: the lake cannot have it. */
const asDeclared = (plan: PlannedTable): PlannedTable =>
  plan.source.name === ADDED.table
    ? { ...plan, columns: plan.columns.filter(({ name }) => name !== ADDED.column) }
    : plan;

/** Sends the rows of a sample bank through what is deployed, and checks each step. */
export async function runRows(props: RowsProps): Promise<RowsResult> {
  const steps: StepResult[] = [];
  const add = (result: StepResult): void => {
    steps.push(result);
    props.onStep?.(result);
  };
  // The first step that finds something is the last one: the later ones would only say it again.
  const done = (step: Step, findings: readonly string[]): void => {
    if (findings.length > 0) throw new StepFailure(step, findings);
    add({ step, findings });
  };
  rmSync(props.folder, { recursive: true, force: true });
  const connection = await openEngine(join(props.folder, "engine"));
  try {
    const comparison = await fill(props, connection, done);
    const { environment, endpoint } = props;
    const matrix = await within("readers", "the accounts", () => askForAccess(environment, endpoint));
    done("readers", checkReaders(matrix, props.readers));
    const now = isoOf(END);
    const { saved, denied, question } = await within("questions", "the teams' catalogs", async () => ({
      saved: await runSavedQueries(connection, {
        matrix,
        now,
        ...(await deployedQueries(matrix, auditWay(environment.region, endpoint))),
      }),
      denied: await checkDenied(connection, { matrix, now }),
      question: await askSameQuestion(connection, { matrix, now }),
    }));
    done("questions", [...saved.findings, ...denied.findings, ...(question?.findings ?? ["nobody is asked"])]);
    return { steps, comparison, saved: saved.runs, ...(question === undefined ? {} : { question }) };
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    add({ step: error.step, findings: error.findings });
    return { steps, saved: [] };
  } finally {
    connection.closeSync();
  }
}

type Done = (step: Step, findings: readonly string[]) => void;

/** The steps up to tables that are equal to their sources. */
async function fill(props: RowsProps, connection: DuckDBConnection, done: Done): Promise<Comparison> {
  const clients = await rowsClients(props.environment, props.endpoint);
  const bank = orderedBank(props);
  const course = await Course.open({ connection, clients, folder: props.folder, bank, trouble: props.trouble });
  await course.clear();
  await course.start();
  // What is late comes within a day.
  const end = props.trouble === "late" ? END + DAY + HOUR : END;
  const times = moments(course.schedules, { begin: bank.begin, end, count: ARRIVALS, first: HOUR });
  const merged: string[] = [];
  let changes = 0;
  for (const [index, moment] of times.entries()) {
    if (props.trouble === "column" && index === 2)
      await course.addColumn(LENDING, ADDED.table, ADDED.column, moment.time);
    const arrival = await course.reach(moment);
    props.onArrival?.(arrival);
    changes += arrival.changes;
    merged.push(...failuresOf(arrival));
    // A file that cannot be read fails the merge, but is no mistake of the merge.
    if (merged.length > 0) break;
  }
  done("bank", [...(changes === 0 ? ["the bank changed no row"] : []), ...(await course.systems.checks())]);
  const { lake, merges, schedules } = course;
  const plans = course.plans.map(asDeclared);
  done("replication", [...idleTasks(course.replications), ...fineTimes(course.replications)]);
  const types = typeDifferences(lake.catalog, merges.flows);
  const crawled = await within("catalog", "the crawlers", () => lake.crawl());
  done("catalog", unasked(props, [...crawled, ...types]));
  merged.push(...idleMachines(merges.machines, schedules));
  const last = times.findLast(({ starts }) => starts.some(({ every }) => every.kind === "rate"));
  if (merged.length === 0 && last !== undefined) merged.push(...forgetful(await course.merge(last)));
  done("merge", merged);
  const comparison = await within("rows", "the current-state tables", () =>
    compareWithSources(connection, { catalog: lake.catalog, flows: merges.flows, plans }),
  );
  done("rows", comparison.differences);
  return comparison;
}

const failuresOf = ({ time, runs }: Arrival): readonly string[] =>
  runs.flatMap(({ machine, status, error, failures }) =>
    status === "SUCCEEDED" ? [] : [`${machine} at ${shown(time)}: ${error?.cause ?? status}`, ...failures],
  );

const inWords = ({ table, found, look }: Finding): string => `${table}: ${found}. Look at ${look}.`;
