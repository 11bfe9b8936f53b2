import * as v from "valibot";

/** The bodies that HCP Terraform's API documents, with nothing besides. */

const reference = (type: string) => v.strictObject({ data: v.strictObject({ type: v.literal(type), id: v.string() }) });
const envelope = <Schema extends v.GenericSchema>(data: Schema) => v.strictObject({ data });
const NAME = v.pipe(v.string(), v.regex(/^[\w-]{1,90}$/));
const TAG = v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9:_-]*[a-z0-9])?$/), v.maxLength(255));

const WorkspaceAttributes = v.strictObject({
  name: NAME,
  description: v.optional(v.string()),
  "execution-mode": v.optional(v.picklist(["remote", "local", "agent"])),
  "terraform-version": v.optional(v.string()),
  "auto-apply": v.optional(v.boolean()),
  "auto-apply-run-trigger": v.optional(v.boolean()),
  "queue-all-runs": v.optional(v.boolean()),
  "global-remote-state": v.optional(v.boolean()),
  "file-triggers-enabled": v.optional(v.boolean()),
  "working-directory": v.optional(v.string()),
  "trigger-patterns": v.optional(v.array(v.string())),
  "vcs-repo": v.optional(
    v.strictObject({
      identifier: v.string(),
      branch: v.string(),
      "oauth-token-id": v.pipe(v.string(), v.startsWith("ot-")),
    }),
  ),
});
export const SCHEMAS = {
  project: envelope(
    v.strictObject({
      type: v.literal("projects"),
      attributes: v.strictObject({ name: v.pipe(v.string(), v.regex(/^[\w -]{3,40}$/)) }),
    }),
  ),
  workspace: envelope(
    v.strictObject({
      type: v.literal("workspaces"),
      attributes: WorkspaceAttributes,
      relationships: v.optional(v.strictObject({ project: reference("projects") })),
    }),
  ),
  workspaceChange: envelope(
    v.strictObject({
      type: v.literal("workspaces"),
      attributes: v.partial(WorkspaceAttributes),
      relationships: v.optional(v.strictObject({ project: reference("projects") })),
    }),
  ),
  tags: envelope(
    v.pipe(
      v.array(v.strictObject({ type: v.literal("tags"), attributes: v.strictObject({ name: TAG }) })),
      v.minLength(1),
    ),
  ),
  variable: envelope(
    v.strictObject({
      type: v.literal("vars"),
      id: v.optional(v.string()),
      attributes: v.strictObject({
        key: v.string(),
        value: v.string(),
        description: v.optional(v.pipe(v.string(), v.maxLength(512))),
        category: v.picklist(["env", "terraform"]),
        hcl: v.boolean(),
        sensitive: v.boolean(),
      }),
    }),
  ),
  trigger: envelope(v.strictObject({ relationships: v.strictObject({ sourceable: reference("workspaces") }) })),
  version: envelope(
    v.strictObject({
      type: v.literal("configuration-versions"),
      attributes: v.strictObject({ "auto-queue-runs": v.boolean(), speculative: v.boolean() }),
    }),
  ),
  run: envelope(
    v.strictObject({
      type: v.literal("runs"),
      attributes: v.strictObject({ message: v.string(), "plan-only": v.boolean(), "auto-apply": v.boolean() }),
      relationships: v.strictObject({
        workspace: reference("workspaces"),
        "configuration-version": reference("configuration-versions"),
      }),
    }),
  ),
  comment: v.strictObject({ comment: v.string() }),
} as const;

/** Makes the API answer with an error. */
export class Refusal extends Error {
  public constructor(
    public readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

/** A body of the right shape. */
export function check<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  throw new Refusal(422, result.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`).join("; "));
}
