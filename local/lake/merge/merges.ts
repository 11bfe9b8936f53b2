import type { DuckDBConnection } from "@duckdb/node-api";
import type { Block } from "../../../audit/output/types";
import { block, text } from "../../engine/block";
import { duckAthena } from "../../engine/duck-athena";
import { Executions, executionArn } from "../../engine/executions";
import { interpret, type Run, type Service, type Services } from "../../engine/interpreter";
import type { LakeClients } from "../clients";
import { type Flow, flowsOf, tablesIn } from "./flows";
import { type MergeMachine, mergeMachines } from "./machines";
import { roleServices } from "./services";

/** What a run of a state machine ended as. */
export interface MergeRun extends Run {
  readonly machine: string;
  /** What services refused, by the state that asked: the machine's own outcome names only the tables. */
  readonly failures: readonly string[];
  /** Tables that its statements merged something into. */
  readonly merged: readonly string[];
}

/**
 * The deployed state machines that merge, run here step by step: locks, saved statements and metrics in the account, as
 * the machine's role; Athena's statements on DuckDB. Executions are kept here, because the account's Step Functions runs
 * none of these: asked about a lock's holder, it would know no execution and every lock would be taken over.
 */
export class Merges {
  private readonly executions = new Executions();
  private now = "";

  private constructor(
    public readonly machines: readonly MergeMachine[],
    /** From which tables each current-state table is merged, as its saved statements say. */
    public readonly flows: readonly Flow[],
    private readonly athena: Service,
    private readonly services: ReadonlyMap<string, Services>,
  ) {}

  /** @throws LakeError when no state machine merges, or its statements name no tables */
  public static async of(connection: DuckDBConnection, clients: LakeClients): Promise<Merges> {
    const machines = await mergeMachines(clients.sfn);
    const services = new Map<string, Services>();
    const flows: Flow[] = [];
    for (const machine of machines) {
      const role = await clients.as(machine.roleArn);
      services.set(machine.arn, roleServices(role));
      flows.push(...(await flowsOf(machine, role.athena)));
    }
    const merges: Merges = new Merges(
      machines,
      flows,
      duckAthena(connection, () => merges.now),
      services,
    );
    return merges;
  }

  /**
   * Runs a state machine to its end, one at a time.
   * @param now time at which every step is taken, in ISO 8601
   * @throws Error before anything runs when the definition calls a service that is not imitated
   */
  public async run(machine: MergeMachine, input: Block, now: string): Promise<MergeRun> {
    this.now = now;
    const failures: string[] = [];
    const merged: string[] = [];
    const arn = executionArn(machine.arn, `run${this.executions.size + 1}`);
    this.executions.set(arn, "RUNNING");
    try {
      const run = await interpret({
        definition: machine.definition,
        services: watched(this.servicesOf(machine), failures, merged),
        machineArn: machine.arn,
        executionArn: arn,
        input,
        now,
      });
      this.executions.set(arn, run.status);
      return { ...run, machine: machine.name, failures, merged };
    } catch (error) {
      this.executions.set(arn, "FAILED");
      throw error;
    }
  }

  private servicesOf({ arn }: MergeMachine): Services {
    return {
      ...this.services.get(arn),
      ...this.executions.services,
      "athena:startQueryExecution.sync": this.athena,
      "athena:getQueryResults": this.athena,
    };
  }
}

/** Answers that a merge reckons with: somebody else holds a lock, or has been forgotten. */
const EXPECTED = new Set(["DynamoDB.ConditionalCheckFailedException", "Sfn.ExecutionDoesNotExistException"]);

const watched = (services: Services, failures: string[], merged: string[]): Services =>
  Object.fromEntries(
    Object.entries(services).map(([name, service]) => [
      name,
      async (parameters: Block, state: string): Promise<unknown> => {
        try {
          const answer: unknown = await service(parameters, state);
          merged.push(...mergedBy(parameters));
          return answer;
        } catch (error) {
          if (error instanceof Error && !EXPECTED.has(error.name)) failures.push(wording(parameters, state, error));
          throw error;
        }
      },
    ]),
  );

/** The table that a statement merges into, if it does. */
function mergedBy({ QueryString: sql }: Block): readonly string[] {
  return typeof sql === "string" && /^\s*MERGE\b/i.test(sql) ? tablesIn(sql).slice(0, 1) : [];
}

function wording(parameters: Block, state: string, { message, name }: Error): string {
  const sql = parameters["QueryString"];
  if (typeof sql !== "string") return `${state}: ${name}: ${message}`;
  return `${state} (${tablesIn(sql).join(", ")}): ${reasonOf(message)}`;
}

const reasonOf = (cause: string): string => {
  const status = block(block(block(JSON.parse(cause))["QueryExecution"])["Status"]);
  // Below an empty line, engines repeat the statement.
  return (text(status["StateChangeReason"]).split("\n\n")[0] ?? "").replaceAll("\n", " ");
};
