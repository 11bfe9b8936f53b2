import { Executions, executionArn } from "../../../local/engine/executions";
import {
  interpret,
  type Run,
  type Service,
  type Services,
  serviceOf,
  statesOf,
} from "../../../local/engine/interpreter";
import { type MergeInput, mergeWorkflow } from "../../../model/curation/merge-workflow";
import type { Environment, Source } from "../../../model/landscape/types";
import { loadStatement, mergeStatement } from "../../../model/sql/merge";
import { at, type Block, block, list, text } from "../json";
import { environmentOf } from "../sources";
import { ItemStore } from "./item-store";

const MACHINE = "arn:aws:states:eu-central-1:111122223333:stateMachine:merge";

/**
 * The merge's state machine, run state by state. Locks, executions and metrics are kept here; Athena is for the test to
 * give. Waits and pauses before a retry take no time.
 */
export class MergeMachine {
  public readonly items = new ItemStore();
  public readonly executions = new Executions();
  /** Metrics in the order of their arrival, for tables alone: `Failures loan 1`. */
  public readonly metrics: string[] = [];
  /** Time at which every state is entered, in ISO 8601. */
  public now = "2026-11-22T12:00:00.000Z";
  private definition: Block;
  private readonly queries = new Map<string, string>();
  private readonly services: Services;

  public constructor(source: Source, athena: Service, environment: Environment = environmentOf(source)) {
    this.definition = this.deploy(source, environment);
    this.services = {
      ...this.executions.services,
      "athena:startQueryExecution.sync": athena,
      "athena:getQueryResults": athena,
      "athena:getNamedQuery": ({ NamedQueryId: id }) => ({ NamedQuery: { QueryString: this.queries.get(text(id)) } }),
      "cloudwatch:putMetricData": (parameters) => this.record(parameters),
      "dynamodb:updateItem": (parameters) => this.items.update(parameters),
      "dynamodb:getItem": (parameters) => this.items.get(parameters),
    };
  }

  /** Another definition for the same locks and watermarks, as a deployment makes it. */
  public deploy(source: Source, environment: Environment = environmentOf(source)): Block {
    for (const table of source.tables) {
      this.queries.set(`merge-${table.name}`, mergeStatement(source, table));
      this.queries.set(`load-${table.name}`, loadStatement(source, table));
    }
    const definition = mergeWorkflow({
      environment,
      source,
      workgroup: "merge",
      stateTable: "state",
      items: source.tables.map(({ name }) => ({ table: name, merge: `merge-${name}`, load: `load-${name}` })),
    });
    this.definition = block(JSON.parse(definition));
    return this.definition;
  }

  /** What is remembered of a table. */
  public remembered(table: string): Readonly<Record<string, string>> {
    const item = this.items.item(table) ?? {};
    return Object.fromEntries(
      Object.entries(item).map(([name, value]) => [name.replace("merge_", ""), text(at(value, "S"))]),
    );
  }

  /** Runs the machine. `over` answers in place of the services, by the name of the state; `execution` is its ARN's end. */
  public async run(
    input: Partial<MergeInput> = {},
    over: Services = {},
    execution = `run${this.executions.size + 1}`,
  ): Promise<Run> {
    const { definition, services, now } = this;
    const arn = executionArn(MACHINE, execution);
    this.executions.set(arn, "RUNNING");
    const run = await interpret({ definition, services, over, machineArn: MACHINE, executionArn: arn, input, now });
    this.executions.set(arn, run.status);
    return run;
  }

  /** What answers a state unless a test does. */
  public answer(state: string): Service {
    const [, found] = statesOf(this.definition).find(([name]) => name === state) ?? [];
    const service = found === undefined ? undefined : this.services[serviceOf(found)];
    if (service === undefined) throw new Error(`there is no service for ${state}`);
    return service;
  }

  private record(parameters: Block): Block {
    for (const datum of list(parameters["MetricData"]).map(block)) {
      const table = list(datum["Dimensions"])
        .map(block)
        .find((dimension) => dimension["Name"] === "Table");
      if (table !== undefined) {
        this.metrics.push(`${text(datum["MetricName"])} ${text(table["Value"])} ${Number(datum["Value"])}`);
      }
    }
    return {};
  }
}
