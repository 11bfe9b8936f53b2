import { HOUR, MINUTE } from "../../../local/durations";
import { forgetful, idleMachines, idleTasks } from "../../../local/rows/idle";
import type { Every, MachineSchedule } from "../../../local/rows/schedules";

const machine = { arn: "arn:loans", name: "loans-curation" };
const schedule = (name: string, every: Every, target = machine.arn): MachineSchedule => ({
  name,
  machine: target,
  input: {},
  every,
});
const often = schedule("often", { kind: "rate", period: 5n * MINUTE });
const nightly = schedule("nightly", { kind: "daily", after: HOUR });
const LOOK = "look at state and target of the schedules in EventBridge Scheduler";

const replication = (rows: number) => ({ task: { name: "loans" }, counters: { files: 0, rows, bytes: 0 } });

const run = (merged: readonly string[]) =>
  ({ machine: "loans-curation", status: "SUCCEEDED", states: [], failures: [], merged }) as const;

test("a state machine that is started often is not idle", () => {
  expect(idleMachines([machine], [often, nightly])).toEqual([]);
});

test.each([
  ["by nothing", [], `no enabled schedule starts state machine loans-curation: ${LOOK}`],
  [
    "another one",
    [{ ...often, machine: "arn:deposits" }],
    `no enabled schedule starts state machine loans-curation: ${LOOK}`,
  ],
  [
    "at night alone",
    [nightly],
    `state machine loans-curation is started once a day only, by nightly, and changes wait for that: ${LOOK}`,
  ],
])("a state machine is idle when schedules start %s", (_, schedules, finding) => {
  expect(idleMachines([machine], schedules)).toEqual([finding]);
});

test("a task that carried no row is named, and that there is none", () => {
  expect(idleTasks([replication(1)])).toEqual([]);
  expect(idleTasks([replication(0)])).toEqual(["task loans carried no row"]);
  expect(idleTasks([])).toEqual(["no replication task is deployed"]);
});

test("a state machine that merges what it has merged is named with its tables", () => {
  expect(forgetful([run([])])).toEqual([]);
  expect(forgetful([run(["loans.loan"])])).toEqual([
    "loans-curation, started again with nothing new, merges loans.loan once more: its states do not remember how far they came",
  ]);
});
