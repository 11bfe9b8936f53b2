import { isDeepStrictEqual } from "node:util";
import type { DesiredWorkspace, Variable, WorkspaceAttributes } from "./desired";
import { OWNER_TAG } from "./desired";
import type { Present, PresentWorkspace } from "./present";
import { MAXIMUM_SOURCES } from "./upstreams";

/** One thing to do. Workspaces are named, since those that are to be made have no id yet. */
export type Change =
  | { readonly kind: "create project"; readonly project: string }
  | { readonly kind: "create workspace"; readonly workspace: string; readonly attributes: WorkspaceAttributes }
  | {
      readonly kind: "change workspace";
      readonly workspace: string;
      readonly attributes: Partial<WorkspaceAttributes>;
      /** Into the project, from another one. */
      readonly move: boolean;
    }
  | { readonly kind: "add tags"; readonly workspace: string; readonly tags: readonly string[] }
  | { readonly kind: "remove tags"; readonly workspace: string; readonly tags: readonly string[] }
  | { readonly kind: "create variable"; readonly workspace: string; readonly variable: Variable }
  | { readonly kind: "change variable"; readonly workspace: string; readonly id: string; readonly variable: Variable }
  | { readonly kind: "create trigger"; readonly workspace: string; readonly source: string }
  | { readonly kind: "remove trigger"; readonly workspace: string; readonly id: string; readonly source: string };

/** What is to be done, and what somebody should know who is about to do it. */
export interface Changes {
  readonly changes: readonly Change[];
  readonly warnings: readonly string[];
}

/** Variables with which a run would use other credentials than those of its workload identity. */
const FOREIGN_CREDENTIALS = /^(?:AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|PROFILE)|TFC_AWS_RUN_ROLE_ARN)$/;

/** Tags that this project sets; others on the same workspace belong to somebody else. */
const OURS = new RegExp(`^(?:${OWNER_TAG}$|environment:|account:|wave:)`);

/** What makes the present state the wanted one. Nothing is ever deleted but tags and run triggers of its own kind. */
export function changesTo(project: string, desired: readonly DesiredWorkspace[], present: Present): Changes {
  // All workspaces before their triggers: a trigger names two.
  const workspaces = desired.flatMap((each) => workspaceChanges(each, present));
  const triggers = desired.flatMap((each) => triggerChanges(each, present));
  return {
    changes: [
      ...(present.projectId === undefined ? [{ kind: "create project", project } as const] : []),
      ...workspaces,
      ...triggers,
    ],
    warnings: [...desired.flatMap((each) => warningsFor(each, present)), ...orphans(desired, present)],
  };
}

function workspaceChanges(desired: DesiredWorkspace, present: Present): readonly Change[] {
  const { name: workspace, attributes } = desired;
  const now = present.workspaces.get(workspace);
  const made: readonly Change[] =
    now === undefined ? [{ kind: "create workspace", workspace, attributes }] : attributeChanges(desired, now, present);
  const add = desired.tags.filter((tag) => !now?.tags.includes(tag));
  const remove = (now?.tags ?? []).filter((tag) => OURS.test(tag) && !desired.tags.includes(tag));
  return [
    ...made,
    ...(add.length > 0 ? [{ kind: "add tags", workspace, tags: add } as const] : []),
    ...(remove.length > 0 ? [{ kind: "remove tags", workspace, tags: remove } as const] : []),
    ...desired.variables.flatMap((variable) => variableChanges(workspace, variable, now)),
  ];
}

function attributeChanges(
  { name: workspace, attributes: wanted }: DesiredWorkspace,
  { attributes: has, projectId }: PresentWorkspace,
  present: Present,
): readonly Change[] {
  const move = projectId !== undefined && projectId !== present.projectId;
  const other = Object.entries(wanted).filter(([key, value]) => !isDeepStrictEqual(comparable(key, has[key]), value));
  const attributes: Partial<WorkspaceAttributes> = Object.fromEntries(other);
  return other.length === 0 && !move ? [] : [{ kind: "change workspace", workspace, attributes, move }];
}

/** Answers say more about a repository than requests do, and leave an empty folder out. */
function comparable(key: string, value: unknown): unknown {
  if (key === "working-directory") return value ?? "";
  if (key !== "vcs-repo" || typeof value !== "object" || value === null) return value;
  const { identifier, branch, "oauth-token-id": token }: Readonly<Record<string, unknown>> = { ...value };
  return { identifier, branch, "oauth-token-id": token };
}

function variableChanges(workspace: string, variable: Variable, now: PresentWorkspace | undefined): readonly Change[] {
  const has = now?.variables.find(({ key, category }) => key === variable.key && category === "env");
  if (has === undefined) return [{ kind: "create variable", workspace, variable }];
  if (!has.sensitive && has.value === variable.value) return [];
  return [{ kind: "change variable", workspace, id: has.id, variable }];
}

function triggerChanges({ name: workspace, after }: DesiredWorkspace, present: Present): readonly Change[] {
  const triggers = (present.workspaces.get(workspace)?.triggers ?? []).map(({ id, workspaceId }) => ({
    id,
    source: present.names.get(workspaceId) ?? workspaceId,
  }));
  const missing = after.filter((source) => !triggers.some((trigger) => trigger.source === source));
  const surplus = triggers.filter(({ source }) => !after.includes(source));
  return [
    // First, since the number of sources is limited.
    ...surplus.map(({ id, source }) => ({ kind: "remove trigger", workspace, id, source }) as const),
    ...missing.map((source) => ({ kind: "create trigger", workspace, source }) as const),
  ];
}

function warningsFor({ name, after }: DesiredWorkspace, present: Present): readonly string[] {
  const now = present.workspaces.get(name);
  const foreign = (now?.variables ?? []).filter(({ key }) => FOREIGN_CREDENTIALS.test(key));
  return [
    ...foreign.map(({ key }) => `${name}: its variable ${key} wins over workload identity; delete it`),
    ...(after.length > MAXIMUM_SOURCES
      ? [`${name}: ${after.length} run triggers, HCP Terraform allows ${MAXIMUM_SOURCES}; queue its runs yourself`]
      : []),
  ];
}

function orphans(desired: readonly DesiredWorkspace[], present: Present): readonly string[] {
  const wanted = new Set(desired.map(({ name }) => name));
  return [...present.names.values()]
    .filter((name) => !wanted.has(name))
    .toSorted()
    .map((name) => `${name}: in the project, but no stack of this output; it is left alone`);
}
