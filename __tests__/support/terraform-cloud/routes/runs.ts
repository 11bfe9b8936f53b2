import type { Organization } from "../organization";
import type { Route } from "../route";
import { check, Refusal, SCHEMAS } from "../shapes";

/** Versions of a configuration, and runs of them. */
export const runRoutes = (organization: Organization): readonly Route[] => [
  [
    /^POST workspaces\/([^/]+)\/configuration-versions$/,
    ([id], body) => {
      check(SCHEMAS.version, body());
      const made = organization.id("cv");
      organization.versions.set(made, { workspaceId: organization.byId(id).id, status: "pending" });
      return {
        data: {
          id: made,
          attributes: { status: "pending", "upload-url": `https://archives.example/upload/${made}` },
        },
      };
    },
  ],
  [
    /^GET configuration-versions\/([^/]+)$/,
    ([id = ""]) => {
      const version = organization.versions.get(id);
      if (version === undefined) throw new Refusal(404, "no such version");
      return { data: { id, attributes: { status: version.status, "upload-url": null } } };
    },
  ],
  [
    /^POST runs$/,
    (_, body) => {
      const { attributes, relationships } = check(SCHEMAS.run, body()).data;
      const version = organization.versions.get(relationships["configuration-version"].data.id);
      const workspaceId = relationships.workspace.data.id;
      if (version?.status !== "uploaded" || version.workspaceId !== workspaceId) throw new Refusal(422, "not uploaded");
      const id = organization.id("run");
      organization.runs.set(id, { workspaceId, planOnly: attributes["plan-only"], status: "pending" });
      return shown(organization, id);
    },
  ],
  [/^GET runs\/([^/]+)$/, ([id = ""]) => shown(organization, id)],
  [
    /^POST runs\/([^/]+)\/actions\/apply$/,
    ([id = ""], body) => {
      check(SCHEMAS.comment, body());
      const run = organization.runs.get(id);
      if (run?.status !== "planned") throw new Refusal(409, "transition not allowed");
      run.status = "confirmed";
    },
  ],
];

function shown(organization: Organization, id: string): unknown {
  const run = organization.runs.get(id);
  if (run === undefined) throw new Refusal(404, "no such run");
  const actions = { "is-confirmable": run.status === "planned" };
  return { data: { id, type: "runs", attributes: { status: run.status, actions } } };
}
