/**
 * When the deployed schedules start which state machine, and what they ask it for.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
import { GetScheduleCommand, paginateListSchedules, type SchedulerClient } from "@aws-sdk/client-scheduler";
import { isBlock } from "../../audit/output/json";
import type { Block } from "../../audit/output/types";
import { DAY, HOUR, MINUTE } from "../durations";
import { LakeError } from "../lake";

/** A schedule that starts a state machine. */
export interface MachineSchedule {
  readonly name: string;
  /** ARN of the state machine. */
  readonly machine: string;
  /** What it is started with. */
  readonly input: Block;
  readonly every: Every;
}

/** Once in so many microseconds, or every day so many microseconds after midnight UTC. */
export type Every =
  | { readonly kind: "rate"; readonly period: bigint }
  | { readonly kind: "daily"; readonly after: bigint };

const UNITS: Readonly<Record<string, bigint>> = { minute: MINUTE, hour: HOUR, day: DAY };

/**
 * Reads an expression such as `rate(5 minutes)` or `cron(30 1 * * ? *)`.
 * @param name of the schedule
 * @throws LakeError for an expression of another form
 */
export function everyOf(expression: string, name: string): Every {
  const [, count, unit = ""] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const length = UNITS[unit];
  if (count !== undefined && length !== undefined) return { kind: "rate", period: BigInt(count) * length };
  const [, minute, hour] = /^cron\((\d+) (\d+) \* \* \? \*\)$/.exec(expression) ?? [];
  if (minute !== undefined && hour !== undefined) {
    return { kind: "daily", after: BigInt(hour) * HOUR + BigInt(minute) * MINUTE };
  }
  throw new LakeError(
    `schedule ${name}: its expression ${expression} is not imitated; rate(<n> minutes, hours or days) and cron(<minute> <hour> * * ? *) are`,
  );
}

function inputOf(text: string, name: string): Block {
  try {
    const input: unknown = JSON.parse(text);
    if (isBlock(input)) return input;
  } catch {
    // Said below: whatever it is, the machine would not read it.
  }
  throw new LakeError(`schedule ${name}: its input ${text} is no JSON object`);
}

/** The enabled schedules of an account that start one of these state machines. */
export async function readSchedules(
  client: SchedulerClient,
  machines: ReadonlySet<string>,
): Promise<readonly MachineSchedule[]> {
  const found: MachineSchedule[] = [];
  for await (const page of paginateListSchedules({ client }, {})) {
    for (const { Name: name, GroupName } of page.Schedules ?? []) {
      const schedule = await client.send(new GetScheduleCommand({ Name: name, GroupName }));
      const machine = schedule.Target?.Arn ?? "";
      if (name === undefined || schedule.State === "DISABLED" || !machines.has(machine)) continue;
      const every = everyOf(schedule.ScheduleExpression ?? "", name);
      found.push({ name, machine, input: inputOf(schedule.Target?.Input ?? "{}", name), every });
    }
  }
  return found.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** The times after `from` up to and including `to` at which a daily schedule starts. */
export function dailyTimes(after: bigint, from: bigint, to: bigint): readonly bigint[] {
  const times: bigint[] = [];
  for (let time = (from / DAY) * DAY + after; time <= to; time += DAY) if (time > from) times.push(time);
  return times;
}
