import type { Service } from "../../../local/engine/interpreter";
import { Scene } from "./scene";

/** Day on which the changes of the scenes below are made. */
export const DAY = "2026-11-22";
/** ARN of a run, without its name. */
export const MERGE_RUN = "arn:aws:states:eu-central-1:111122223333:execution:merge:";

/** A scene with a merged load and a change that waits. */
export async function waiting(): Promise<Scene> {
  const scene = await Scene.of();
  await scene.load(1, `${DAY} 08:00:00`, { 1: "10.00" });
  await scene.machine.run({ rebuild: true });
  await scene.file(`${DAY} 11:00:00`, { op: "U", id: 1, amount: "11.00", at: `${DAY} 10:59:00` });
  scene.machine.metrics.length = 0;
  return scene;
}

/** How often the machine was in a state. */
export const count = (states: readonly string[], name: string): number => states.filter((each) => each === name).length;

/** Answers with errors first, then as the service does. */
export function after(errors: readonly Error[], service: Service): Service {
  const left = [...errors];
  return (parameters, state) => {
    const error = left.shift();
    if (error !== undefined) throw error;
    return service(parameters, state);
  };
}
