import type { MergeMachine, MergeRun } from "../lake";
import type { Counters, DeployedTask } from "../replication";
import type { MachineSchedule } from "./schedules";

/** Tasks that carried nothing. */
export const idleTasks = (
  replications: readonly { readonly task: Pick<DeployedTask, "name">; readonly counters: Counters }[],
): readonly string[] => [
  ...(replications.length === 0 ? ["no replication task is deployed"] : []),
  ...replications.flatMap(({ task, counters }) => (counters.rows === 0 ? [`task ${task.name} carried no row`] : [])),
];

/** State machines that nothing starts, or nothing before the night. */
export const idleMachines = (
  machines: readonly Pick<MergeMachine, "arn" | "name">[],
  schedules: readonly MachineSchedule[],
): readonly string[] =>
  machines.flatMap(({ arn, name }) => {
    const own = schedules.filter(({ machine }) => machine === arn);
    const look = "look at state and target of the schedules in EventBridge Scheduler";
    if (own.length === 0) return [`no enabled schedule starts state machine ${name}: ${look}`];
    if (own.some(({ every }) => every.kind === "rate")) return [];
    const known = own.map((schedule) => schedule.name).join(", ");
    return [`state machine ${name} is started once a day only, by ${known}, and changes wait for that: ${look}`];
  });

/** State machines that merge again what they have merged: started once more, at the same time, with nothing new. */
export const forgetful = (again: readonly MergeRun[]): readonly string[] =>
  again.flatMap(({ machine, merged }) =>
    merged.length === 0
      ? []
      : [
          `${machine}, started again with nothing new, merges ${merged.join(", ")} once more: its states do not remember how far they came`,
        ],
  );
