import * as v from "valibot";
import { mapLimited } from "../concurrency";
import type { CloudClient } from "./client";

/** A workspace as it is. */
export interface PresentWorkspace {
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly projectId: string | undefined;
  readonly tags: readonly string[];
  readonly variables: readonly PresentVariable[];
  /** Sources of its run triggers. */
  readonly triggers: readonly { readonly id: string; readonly workspaceId: string }[];
}

export interface PresentVariable {
  readonly id: string;
  readonly key: string;
  /** Nothing when it is sensitive. */
  readonly value: string | null;
  readonly category: string;
  readonly sensitive: boolean;
}

/** What an organization has of what is wanted. */
export interface Present {
  readonly projectId: string | undefined;
  readonly workspaces: ReadonlyMap<string, PresentWorkspace>;
  /** Names by id, of every workspace of the project. */
  readonly names: ReadonlyMap<string, string>;
}

const Reference = v.object({ data: v.nullish(v.object({ id: v.string() })) });
const Project = v.object({ id: v.string(), attributes: v.object({ name: v.string() }) });
const Workspace = v.object({
  id: v.string(),
  attributes: v.looseObject({ name: v.string() }),
  relationships: v.optional(v.object({ project: v.optional(Reference) }), {}),
});
const Tag = v.object({ attributes: v.object({ name: v.string() }) });
const Variable = v.object({
  id: v.string(),
  attributes: v.object({
    key: v.string(),
    value: v.nullish(v.string(), null),
    category: v.string(),
    sensitive: v.optional(v.boolean(), false),
  }),
});
const Trigger = v.object({ id: v.string(), relationships: v.object({ sourceable: Reference }) });

const SIMULTANEOUS = 5;

/** Reads the project and the workspaces with these names; changes nothing. */
export async function readPresent(
  client: CloudClient,
  organization: string,
  project: string,
  names: readonly string[],
): Promise<Present> {
  const base = `organizations/${encodeURIComponent(organization)}`;
  const projects = await client.list(`${base}/projects?filter[names]=${encodeURIComponent(project)}`);
  const projectId = projects
    .map((each) => v.parse(Project, each))
    .find(({ attributes }) => attributes.name === project)?.id;
  const siblings =
    projectId === undefined
      ? []
      : await client.list(`${base}/workspaces?filter[project][id]=${encodeURIComponent(projectId)}`);
  const found = await mapLimited(names, SIMULTANEOUS, async (name) => {
    const answer = await client.find(`${base}/workspaces/${encodeURIComponent(name)}`);
    if (answer === undefined) return [];
    const { data } = v.parse(v.object({ data: Workspace }), answer);
    return [[name, await details(client, data)] as const];
  });
  return {
    projectId,
    workspaces: new Map(found.flat()),
    names: new Map(siblings.map((each) => v.parse(Workspace, each)).map(({ id, attributes }) => [id, attributes.name])),
  };
}

async function details(client: CloudClient, workspace: v.InferOutput<typeof Workspace>): Promise<PresentWorkspace> {
  const path = `workspaces/${encodeURIComponent(workspace.id)}`;
  const variables = v.parse(v.object({ data: v.array(Variable) }), await client.call("GET", `${path}/vars`)).data;
  const tags = (await client.list(`${path}/relationships/tags`)).map((each) => v.parse(Tag, each));
  const triggers = (await client.list(`${path}/run-triggers?filter[run-trigger][type]=inbound`)).map((each) =>
    v.parse(Trigger, each),
  );
  return {
    id: workspace.id,
    attributes: workspace.attributes,
    projectId: workspace.relationships.project?.data?.id,
    tags: tags.map(({ attributes }) => attributes.name),
    variables: variables.map(({ id, attributes }) => ({ id, ...attributes })),
    triggers: triggers.map(({ id, relationships }) => ({ id, workspaceId: relationships.sourceable.data?.id ?? "" })),
  };
}
