import * as v from "valibot";
import type { Holdings } from "./situation";

const State = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    resources: v.array(
      v.object({
        mode: v.string(),
        type: v.string(),
        name: v.string(),
        instances: v.array(v.object({ attributes: v.optional(v.object({ id: v.optional(v.string()) }), {}) })),
      }),
    ),
  }),
);

/** What a state file manages; nothing for an empty file or something else. */
export function holdingsOf(text: string | undefined): Holdings {
  const parsed = v.safeParse(State, text ?? "");
  if (!parsed.success) return [];
  return parsed.output.resources
    .filter(({ mode }) => mode === "managed")
    .flatMap(({ type, name, instances }) => instances.map(({ attributes }) => `${type}.${name} ${attributes.id ?? ""}`))
    .toSorted();
}
