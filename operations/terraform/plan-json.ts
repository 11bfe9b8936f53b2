import * as v from "valibot";
import { DiagnosticSchema, showDiagnostic } from "./diagnostics";

/** https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
const Message = v.pipe(
  v.string(),
  v.parseJson(),
  v.variant("type", [
    v.object({
      type: v.literal("planned_change"),
      change: v.object({ resource: v.object({ addr: v.string() }), action: v.string() }),
    }),
    v.object({
      type: v.literal("outputs"),
      outputs: v.record(v.string(), v.object({ action: v.optional(v.string(), "noop") })),
    }),
    v.object({ type: v.literal("diagnostic"), diagnostic: DiagnosticSchema }),
  ]),
);

/** What a plan would change and what went wrong, from the output of `terraform plan -json`. */
export function readPlan(output: string): { readonly changes: readonly string[]; readonly errors: readonly string[] } {
  const messages = output.split("\n").flatMap((line) => {
    const parsed = v.safeParse(Message, line);
    return parsed.success ? [parsed.output] : [];
  });
  return {
    changes: messages.flatMap((message) => {
      if (message.type === "planned_change") return [`${message.change.action} ${message.change.resource.addr}`];
      if (message.type !== "outputs") return [];
      return Object.entries(message.outputs)
        .filter(([, { action }]) => action !== "noop")
        .map(([name, { action }]) => `${action} output ${name}`);
    }),
    errors: messages.flatMap((message) =>
      message.type === "diagnostic" && message.diagnostic.severity === "error"
        ? [showDiagnostic(message.diagnostic)]
        : [],
    ),
  };
}
