import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { ProcessEnvironment, Processes } from "../../operations/process/processes";

const Schema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    provider_schemas: v.record(
      v.string(),
      v.object({
        resource_schemas: v.record(
          v.string(),
          v.object({
            block: v.object({
              attributes: v.optional(
                v.record(
                  v.string(),
                  v.object({ optional: v.optional(v.boolean()), computed: v.optional(v.boolean()) }),
                ),
                {},
              ),
            }),
          }),
        ),
      }),
    ),
  }),
);

/**
 * What the record of optional attributes that a provider may compute says otherwise than the provider itself: docs/left-alone.md
 * rests on it.
 * @param providers as a stack's JSON requires them
 * @param folder where nothing else is: a stack's own would want its backend
 * @param record file with a line `<type>: <attribute> ...` for each type that is used
 */
export async function recordedAttributes(
  processes: Processes,
  providers: unknown,
  folder: string,
  environment: ProcessEnvironment,
  record: string,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: { required_providers: providers } }));
  const call = { cwd: folder, environment };
  const init = await processes.run("terraform", ["init", "-input=false", "-no-color"], call);
  if (init.status !== 0) return [`terraform init: ${init.stderr.trim()}`];
  const { status, stdout, stderr } = await processes.run("terraform", ["providers", "schema", "-json"], call);
  if (status !== 0) return [`terraform providers schema ended with ${status}: ${stderr.trim()}`];
  return schemaDifferences(stdout, readFileSync(record, "utf8"));
}

/** Lines of a record that the provider's schema has otherwise. */
export function schemaDifferences(schema: string, record: string): readonly string[] {
  const types = Object.values(v.parse(Schema, schema).provider_schemas).flatMap(({ resource_schemas: of }) =>
    Object.entries(of),
  );
  const lines = new Map(
    types.map(([type, { block }]) => {
      const names = Object.entries(block.attributes).filter(([, { optional, computed }]) => optional && computed);
      return [type, `${type}: ${names.map(([name]) => name).join(" ")}`.trimEnd()] as const;
    }),
  );
  return record
    .trimEnd()
    .split("\n")
    .flatMap((line) => {
      const now = lines.get(line.split(":")[0] ?? "");
      return now === line ? [] : [`recorded: ${line}`, `provider: ${now ?? "has no such type"}`];
    });
}
