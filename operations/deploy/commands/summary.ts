import { ENDING_WORDS } from "../../display/display";
import { ENDINGS } from "../order/settle";
import type { RecordedCommand } from "./names";
import type { Session } from "./session";

/** Says how a run ended, where its record is, and how to go on. */
export function printSummary({ run, steps, display, scope }: Session, command: RecordedCommand): void {
  const last = new Map(
    run.journal.read().flatMap((entry) => (entry.kind === "ended" ? [[entry.stack, entry.ending] as const] : [])),
  );
  const endings = steps.map(({ id }) => last.get(id) ?? "left");
  const counts = ENDINGS.map((ending) => ({ ending, count: endings.filter((other) => other === ending).length }));
  const told = counts.filter(({ count }) => count > 0).map(({ ending, count }) => `${count} ${ENDING_WORDS[ending]}`);
  display.say(`\n${told.join(", ")}. Record: ${run.folder}`);
  if (command !== "plan" && endings.some((ending) => ending !== "done")) {
    display.say(`To go on: npm run deploy -- ${command} --env ${scope.environment.name} --resume`);
  }
}
