import { StateMachine } from "aws-local-stepfunctions";
import { type MergeInput, mergeWorkflow } from "../../../model/curation/merge-workflow";
import type { Environment, Source } from "../../../model/landscape/types";
import { loadStatement, mergeStatement } from "../../../model/sql/merge";
import { at, type Block, block, isBlock, list, text } from "../json";
import { environmentOf } from "../sources";
import { ItemStore } from "./item-store";
import { ServiceError } from "./service-error";
import { provideWithResolvers } from "./with-resolvers";

provideWithResolvers();

/** Answers a call of a service, by the state that makes it. */
export type Service = (parameters: Block, state: string) => unknown;

/** What a run ended as. */
export interface Run {
  readonly status: "FAILED" | "SUCCEEDED";
  readonly error?: { readonly name: string; readonly cause: string };
  /** States in the order in which they were entered, those of tables included. */
  readonly states: readonly string[];
}

type StateMachineDefinition = ConstructorParameters<typeof StateMachine>[0];
type Json = Parameters<StateMachine["run"]>[0];
type Status = "ABORTED" | "FAILED" | "RUNNING" | "SUCCEEDED";

const isDefinition = (value: unknown): value is StateMachineDefinition => isBlock(value) && isBlock(value["States"]);

/** A definition of the interpreter's own: it merges objects in place, those of the definition too. */
function copy(definition: Block): StateMachineDefinition {
  const copied: unknown = JSON.parse(JSON.stringify(definition));
  if (!isDefinition(copied)) throw new Error("the definition has no states");
  return copied;
}

const isJson = (value: unknown): value is Json =>
  value === null ||
  ["boolean", "number", "string"].includes(typeof value) ||
  (Array.isArray(value) && value.every(isJson)) ||
  (isBlock(value) && Object.values(value).every(isJson));

const MACHINE = "arn:aws:states:eu-central-1:111122223333:stateMachine:merge";

/** All states of a definition, those of its maps included. */
function statesOf(machine: Block): readonly (readonly [string, Block])[] {
  return Object.entries(block(machine["States"])).flatMap(([name, state]) => {
    const inner = block(state)["ItemProcessor"];
    return [[name, block(state)] as const, ...(isBlock(inner) ? statesOf(inner) : [])];
  });
}

/**
 * The merge's state machine, run state by state. Locks, executions and metrics are kept here; Athena is for the test to
 * give. Waits and pauses before a retry take no time.
 */
export class MergeMachine {
  public readonly items = new ItemStore();
  public readonly executions = new Map<string, Status>();
  /** Metrics in the order of their arrival, for tables alone: `Failures loan 1`. */
  public readonly metrics: string[] = [];
  /** Time at which every state is entered, in ISO 8601. */
  public now = "2026-11-22T12:00:00.000Z";
  private definition: Block;
  private readonly queries = new Map<string, string>();

  public constructor(
    source: Source,
    private readonly athena: Service,
    environment: Environment = environmentOf(source),
  ) {
    this.definition = this.deploy(source, environment);
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
    over: Readonly<Record<string, Service>> = {},
    execution = `run${this.executions.size + 1}`,
  ): Promise<Run> {
    const arn = `${MACHINE.replace("stateMachine", "execution")}:${execution}`;
    this.executions.set(arn, "RUNNING");
    const all = statesOf(this.definition);
    const states: string[] = [];
    const tasks = all.filter(([, state]) => state["Type"] === "Task");
    const waits = all.filter(([, state]) => state["Type"] === "Wait");
    const machine = new StateMachine(copy(this.definition), {
      validationOptions: { noValidate: true },
    });
    const { result, eventLogs } = machine.run(input, {
      context: {
        Execution: { Id: arn, Input: input, Name: execution },
        State: { EnteredTime: this.now, Name: "any" },
        StateMachine: { Id: MACHINE, Name: "merge" },
      },
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(
          tasks.map(([name, state]) => [
            name,
            async (parameters: unknown) => {
              const service = over[name] ?? this.service(text(state["Resource"]));
              const answer: unknown = await service(block(parameters), name);
              if (!isJson(answer)) throw new Error(`the answer to ${name} is no JSON`);
              return answer;
            },
          ]),
        ),
        waitTimeOverrides: Object.fromEntries(waits.map(([name]) => [name, 0])),
        retryIntervalOverrides: Object.fromEntries(tasks.map(([name]) => [name, 0])),
      },
    });
    const watched = (async () => {
      for await (const event of eventLogs) if (event.type === "StateEntered") states.push(event.state.name);
    })();
    try {
      await result;
      this.executions.set(arn, "SUCCEEDED");
      await watched;
      return { status: "SUCCEEDED", states };
    } catch (error) {
      this.executions.set(arn, "FAILED");
      await watched;
      const cause = error instanceof Error ? error.cause : undefined;
      const { name, message } = cause instanceof Error ? cause : { name: "unknown", message: String(error) };
      return { status: "FAILED", error: { name, cause: message }, states };
    }
  }

  /** What answers a state unless a test does. */
  public answer(state: string): Service {
    const [, found] = statesOf(this.definition).find(([name]) => name === state) ?? [];
    if (found === undefined) throw new Error(`there is no state ${state}`);
    return this.service(text(found["Resource"]));
  }

  private service(resource: string): Service {
    const name = resource.replace("arn:aws:states:::", "").replace("aws-sdk:", "");
    switch (name) {
      case "dynamodb:updateItem":
        return (parameters) => this.items.update(parameters);
      case "dynamodb:getItem":
        return (parameters) => this.items.get(parameters);
      case "sfn:describeExecution":
        return ({ ExecutionArn }) => ({ Status: this.statusOf(text(ExecutionArn)) });
      case "sfn:listExecutions":
        return ({ MaxResults }) => ({
          Executions: [...this.executions]
            .filter(([, status]) => status === "RUNNING")
            .slice(0, Number(MaxResults))
            .map(([ExecutionArn]) => ({ ExecutionArn })),
        });
      case "cloudwatch:putMetricData":
        return (parameters) => this.record(parameters);
      case "athena:getNamedQuery":
        return ({ NamedQueryId }) => ({ NamedQuery: { QueryString: this.queries.get(text(NamedQueryId)) } });
      case "athena:startQueryExecution.sync":
      case "athena:getQueryResults":
        return this.athena;
      default:
        throw new Error(`no service answers ${resource}`);
    }
  }

  private statusOf(arn: string): Status {
    const status = this.executions.get(arn);
    if (status === undefined) throw new ServiceError("Sfn.ExecutionDoesNotExistException", arn);
    return status;
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
