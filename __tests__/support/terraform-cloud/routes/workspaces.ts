import { isBlock } from "../../json";
import type { Organization, Workspace } from "../organization";
import { page } from "../page";
import type { Route } from "../route";
import { check, Refusal, SCHEMAS } from "../shapes";

/** Workspaces and their settings. */
export const workspaceRoutes = (organization: Organization): readonly Route[] => [
  [
    /^GET organizations\/examplebank\/workspaces$/,
    (_, __, url) => {
      const wanted = url.searchParams.get("filter[project][id]");
      return page(url, [...organization.workspaces.values()].filter(({ projectId }) => projectId === wanted).map(show));
    },
  ],
  [
    /^POST organizations\/examplebank\/workspaces$/,
    (_, body) => {
      const { attributes, relationships } = check(SCHEMAS.workspace, body()).data;
      if ([...organization.workspaces.values()].some((each) => each.attributes["name"] === attributes.name)) {
        throw new Refusal(422, "name has already been taken");
      }
      const projectId = relationships?.project.data.id ?? "prj-default";
      if (!organization.projects.has(projectId)) throw new Refusal(404, "no such project");
      return { data: show(organization.addWorkspace(attributes, projectId)) };
    },
  ],
  [
    /^GET organizations\/examplebank\/workspaces\/([^/]+)$/,
    ([name]) => {
      const found = [...organization.workspaces.values()].find(({ attributes }) => attributes["name"] === name);
      if (found === undefined) throw new Refusal(404, "not found");
      return { data: show(found) };
    },
  ],
  [
    /^PATCH workspaces\/([^/]+)$/,
    ([id], body) => {
      const workspace = organization.byId(id);
      const { attributes, relationships } = check(SCHEMAS.workspaceChange, body()).data;
      workspace.attributes = { ...workspace.attributes, ...attributes };
      workspace.projectId = relationships?.project.data.id ?? workspace.projectId;
      return { data: show(workspace) };
    },
  ],
];

const show = ({ id, attributes, projectId }: Workspace): unknown => ({
  id,
  type: "workspaces",
  // What the API adds to what it was told.
  attributes: {
    ...attributes,
    locked: false,
    ...(isBlock(attributes["vcs-repo"])
      ? { "vcs-repo": { ...attributes["vcs-repo"], "display-identifier": "x" } }
      : {}),
  },
  relationships: { project: { data: { id: projectId, type: "projects" } } },
});
