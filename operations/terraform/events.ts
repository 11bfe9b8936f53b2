import * as v from "valibot";
import { type Diagnostic, DiagnosticSchema } from "./diagnostics";

/** https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
const Hook = v.object({ resource: v.object({ addr: v.string() }), action: v.string() });
const Message = v.pipe(
  v.string(),
  v.parseJson(),
  v.variant("type", [
    v.object({ type: v.literal("planned_change"), change: Hook }),
    v.object({ type: v.literal("resource_drift"), change: Hook }),
    v.object({
      type: v.literal("outputs"),
      outputs: v.record(v.string(), v.object({ action: v.optional(v.string(), "noop") })),
    }),
    v.object({ type: v.literal("apply_start"), hook: Hook }),
    v.object({ type: v.literal("apply_complete"), hook: Hook }),
    v.object({ type: v.literal("apply_errored"), hook: Hook }),
    v.object({
      type: v.literal("change_summary"),
      changes: v.object({ add: v.number(), change: v.number(), remove: v.number(), operation: v.string() }),
    }),
    v.object({ type: v.literal("diagnostic"), diagnostic: DiagnosticSchema }),
  ]),
);

/** A message of `terraform -json` that a deployment acts on. */
export type Event = v.InferOutput<typeof Message>;

/** Reads a line; nothing when it is another message or none. */
export function readEvent(line: string): Event | undefined {
  const parsed = v.safeParse(Message, line);
  return parsed.success ? parsed.output : undefined;
}

/** Errors among messages. */
export const errorsIn = (events: readonly Event[]): readonly Diagnostic[] =>
  events.flatMap((event) =>
    event.type === "diagnostic" && event.diagnostic.severity === "error" ? [event.diagnostic] : [],
  );

/** What a plan would change: action and address. */
export const changesIn = (events: readonly Event[]): readonly string[] =>
  events.flatMap((event) => {
    if (event.type === "planned_change") return [`${event.change.action} ${event.change.resource.addr}`];
    if (event.type !== "outputs") return [];
    return Object.entries(event.outputs)
      .filter(([, { action }]) => action !== "noop")
      .map(([name, { action }]) => `${action} output ${name}`);
  });
