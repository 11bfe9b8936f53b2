import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../model/landscape/types";
import type { Reviewed } from "../../operations/records";
import { askForAccess, auditWay } from "../access";
import {
  askSameQuestion,
  checkDenied,
  checkReaders,
  deployedQueries,
  runSavedQueries,
  type SameQuestion,
  type SavedQueryRun,
  unasked,
  untried,
} from "../consumers";
import type { Comparison } from "../lake";
import { bankKind, END } from "./bank-order";
import { isoOf } from "./clock";
import type { Arrival } from "./course";
import { openEngine } from "./engine";
import { fill } from "./fill";
import type { RowsOptions } from "./options";
import { StepFailure, within } from "./step-failure";
import type { Step, StepResult } from "./steps";
import { toTry } from "./to-try";

/** Where rows go, and who hears of it. */
export interface RowsProps extends RowsOptions {
  /** Whom to ask. */
  readonly environment: Environment;
  /** Of the emulated accounts. */
  readonly endpoint: string;
  /** Emptied first. */
  readonly folder: string;
  /** Who may read what, as it was reviewed. */
  readonly readers: Reviewed;
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

/** Sends the rows of a bank through what is deployed, and checks each step. */
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
    const wanted = toTry(environment);
    done("questions", [
      ...saved.findings,
      ...(wanted.queries ? unasked(saved.runs, { rows: bankKind(environment) === "sample" }) : []),
      ...denied.findings,
      ...(wanted.teams ? [...untried(denied.tried, wanted), ...(question?.findings ?? ["nobody is asked"])] : []),
    ]);
    return { steps, comparison, saved: saved.runs, ...(question === undefined ? {} : { question }) };
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    add({ step: error.step, findings: error.findings });
    return { steps, saved: [] };
  } finally {
    connection.closeSync();
  }
}
