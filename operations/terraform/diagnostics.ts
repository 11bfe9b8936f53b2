import * as v from "valibot";

/** https://developer.hashicorp.com/terraform/cli/commands/validate#json-output-format */
export const DiagnosticSchema = v.object({
  severity: v.string(),
  summary: v.string(),
  detail: v.optional(v.string(), ""),
  address: v.optional(v.string()),
  range: v.optional(v.object({ filename: v.string(), start: v.object({ line: v.number() }) })),
  snippet: v.optional(v.object({ context: v.nullish(v.string()) })),
});

export type Diagnostic = v.InferOutput<typeof DiagnosticSchema>;

/** What Terraform complains about, and where. */
export function showDiagnostic(diagnostic: Diagnostic): string {
  const { severity, summary, detail, address, range, snippet } = diagnostic;
  const place = address ?? snippet?.context ?? undefined;
  const file = range === undefined ? undefined : `${range.filename}:${range.start.line}`;
  const where = [place, file].filter((part) => part !== undefined).join(" in ");
  const what = detail === "" ? summary : `${summary}: ${detail.replace(/\s+/g, " ").trim()}`;
  return `${severity}: ${where === "" ? "" : `${where}: `}${what}`;
}
