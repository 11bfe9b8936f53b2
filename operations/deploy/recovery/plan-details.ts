import * as v from "valibot";
import { asBlock } from "../../stack-json";
import type { StackContext } from "../stack/context";
import { planFile } from "../stack/plan";
import type { Creation } from "./match";

const Values = v.record(v.string(), v.unknown());
/** https://developer.hashicorp.com/terraform/internals/json-format */
const PlanJson = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    resource_changes: v.optional(
      v.array(
        v.object({
          address: v.string(),
          type: v.string(),
          change: v.object({ actions: v.array(v.string()), after: v.nullish(Values) }),
        }),
      ),
      [],
    ),
    prior_state: v.optional(
      v.object({
        values: v.optional(
          v.object({
            root_module: v.object({
              resources: v.optional(v.array(v.object({ address: v.string(), values: Values })), []),
            }),
          }),
        ),
      }),
    ),
  }),
);

/** What a saved plan knows about resources. */
export interface PlanDetails {
  readonly creations: readonly Creation[];
  /** Values of what the state has, by address. */
  readonly state: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/** Reads the stack's saved plan; nothing is known when Terraform cannot show it. */
export async function planDetails({ processes, environment, step, logs }: StackContext): Promise<PlanDetails> {
  const { stdout } = await processes.run("terraform", ["show", "-json", planFile(logs)], {
    cwd: step.folder,
    environment,
  });
  const parsed = v.safeParse(PlanJson, stdout);
  if (!parsed.success) return { creations: [], state: new Map() };
  const { resource_changes: changes, prior_state: prior } = parsed.output;
  return {
    creations: changes
      .filter(({ change }) => change.actions.length === 1 && change.actions[0] === "create")
      .map(({ address, type, change }) => ({ address, type, planned: asBlock(change.after) })),
    state: new Map(prior?.values?.root_module.resources.map(({ address, values }) => [address, values])),
  };
}

/** Ids and ARNs that the state has. */
export const knownIds = ({ state }: PlanDetails): ReadonlySet<string> =>
  new Set(
    [...state.values()].flatMap(({ id, arn }) =>
      [id, arn].filter((value): value is string => typeof value === "string"),
    ),
  );
