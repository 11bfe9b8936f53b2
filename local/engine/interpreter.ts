import { StateMachine } from "aws-local-stepfunctions";
import { isBlock } from "../../audit/output/json";
import type { Block } from "../../audit/output/types";
import { block, text } from "./block";
import { provideWithResolvers } from "./with-resolvers";

provideWithResolvers();

/** Answers a call of a service, by the state that makes it. */
export type Service = (parameters: Block, state: string) => unknown;

/** Services by the end of the resource that calls them, without `aws-sdk:`: `dynamodb:updateItem`. */
export type Services = Readonly<Record<string, Service>>;

/** What is run, and with what. */
export interface Interpretation {
  /** In the States language. */
  readonly definition: Block;
  readonly services: Services;
  /** Answer in place of the services, by the name of the state. @default - none */
  readonly over?: Services;
  readonly machineArn: string;
  readonly executionArn: string;
  readonly input: Block;
  /** Time at which every state is entered, in ISO 8601. */
  readonly now: string;
}

/** What a run ended as. */
export interface Run {
  readonly status: "FAILED" | "SUCCEEDED";
  readonly error?: { readonly name: string; readonly cause: string };
  /** States in the order in which they were entered, those of maps included. */
  readonly states: readonly string[];
}

type StateMachineDefinition = ConstructorParameters<typeof StateMachine>[0];
type Json = Parameters<StateMachine["run"]>[0];

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

/** States that a run may enter; waits take no time here, so that a loop would never meet the machine's own limit of time. */
const MOST_STATES = 20_000;

/** All states of a definition, those of its maps included. */
export function statesOf(machine: Block): readonly (readonly [string, Block])[] {
  return Object.entries(block(machine["States"])).flatMap(([name, state]) => {
    const inner = block(state)["ItemProcessor"];
    return [[name, block(state)] as const, ...(isBlock(inner) ? statesOf(inner) : [])];
  });
}

/** Name of a task's service, as `Services` has it. */
export const serviceOf = (state: Block): string =>
  text(state["Resource"]).replace("arn:aws:states:::", "").replace("aws-sdk:", "");

/**
 * Runs a definition state by state. Waits and pauses before a retry take no time.
 * @throws Error before anything runs when a task calls a service that nothing answers
 */
export async function interpret(props: Interpretation): Promise<Run> {
  const all = statesOf(props.definition);
  const tasks = all.filter(([, state]) => state["Type"] === "Task");
  const waits = all.filter(([, state]) => state["Type"] === "Wait");
  const handlers = tasks.map(([name, state]) => [name, handler(props, name, state)] as const);
  const states: string[] = [];
  const { machineArn, executionArn, input } = props;
  const machine = new StateMachine(copy(props.definition), { validationOptions: { noValidate: true } });
  const given: unknown = JSON.parse(JSON.stringify(input));
  if (!isJson(given)) throw new Error("the input is no JSON");
  const { abort, result, eventLogs } = machine.run(given, {
    context: {
      Execution: { Id: executionArn, Input: given, Name: executionArn.split(":").at(-1) ?? "" },
      State: { EnteredTime: props.now, Name: "any" },
      StateMachine: { Id: machineArn, Name: machineArn.split(":").at(-1) ?? "" },
    },
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(handlers),
      waitTimeOverrides: Object.fromEntries(waits.map(([name]) => [name, 0])),
      retryIntervalOverrides: Object.fromEntries(tasks.map(([name]) => [name, 0])),
    },
  });
  const watched = (async () => {
    for await (const event of eventLogs) {
      if (event.type !== "StateEntered") continue;
      states.push(event.state.name);
      if (states.length === MOST_STATES) abort();
    }
  })();
  try {
    await result;
    await watched;
    return { status: "SUCCEEDED", states };
  } catch (error) {
    await watched;
    if (states.length >= MOST_STATES) return { status: "FAILED", error: endless(states), states };
    const cause = error instanceof Error ? error.cause : undefined;
    const { name, message } = cause instanceof Error ? cause : { name: "unknown", message: String(error) };
    return { status: "FAILED", error: { name, cause: message }, states };
  }
}

const endless = (states: readonly string[]): NonNullable<Run["error"]> => ({
  name: "States.Timeout",
  cause: `it entered ${MOST_STATES} states and has no end in sight, at last ${[...new Set(states.slice(-12))].join(", ")}`,
});

function handler({ services, over }: Interpretation, name: string, state: Block) {
  const service = over?.[name] ?? services[serviceOf(state)];
  if (service === undefined) throw new Error(`state ${name}: no service answers ${text(state["Resource"])}`);
  return async (parameters: unknown): Promise<Json> => {
    const answer: unknown = await service(block(parameters), name);
    if (!isJson(answer)) throw new Error(`the answer to ${name} is no JSON`);
    return answer;
  };
}
