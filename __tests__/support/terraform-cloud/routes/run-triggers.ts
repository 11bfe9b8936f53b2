import type { Organization } from "../organization";
import { page } from "../page";
import type { Route } from "../route";
import { check, Refusal, SCHEMAS } from "../shapes";

const MAXIMUM_SOURCES = 20;

/** Which workspaces start runs of a workspace. */
export const runTriggerRoutes = (organization: Organization): readonly Route[] => [
  [
    /^GET workspaces\/([^/]+)\/run-triggers$/,
    ([id], _, url) => {
      if (url.searchParams.get("filter[run-trigger][type]") !== "inbound") throw new Refusal(400, "type is required");
      const triggers = [...organization.byId(id).triggers].map(([trigger, source]) => ({
        id: trigger,
        type: "run-triggers",
        relationships: { sourceable: { data: { id: source, type: "workspaces" } } },
      }));
      return page(url, triggers);
    },
  ],
  [
    /^POST workspaces\/([^/]+)\/run-triggers$/,
    ([id], body) => {
      const { triggers } = organization.byId(id);
      const source = check(SCHEMAS.trigger, body()).data.relationships.sourceable.data.id;
      organization.byId(source);
      if (source === id || [...triggers.values()].includes(source)) throw new Refusal(422, "not a possible source");
      if (triggers.size === MAXIMUM_SOURCES) throw new Refusal(422, "too many sources");
      const made = organization.id("rt");
      triggers.set(made, source);
      return { data: { id: made, type: "run-triggers" } };
    },
  ],
  [
    /^DELETE run-triggers\/([^/]+)$/,
    ([id = ""]) => {
      const deleted = [...organization.workspaces.values()].some(({ triggers }) => triggers.delete(id));
      if (!deleted) throw new Refusal(404, "no such trigger");
    },
  ],
];
