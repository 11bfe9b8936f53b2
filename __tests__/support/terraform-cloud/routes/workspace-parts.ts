import type { Organization } from "../organization";
import { page } from "../page";
import type { Route } from "../route";
import { check, Refusal, SCHEMAS } from "../shapes";

/** Tags and variables of a workspace. */
export const workspacePartRoutes = (organization: Organization): readonly Route[] => [
  [
    /^GET workspaces\/([^/]+)\/relationships\/tags$/,
    ([id], _, url) =>
      page(
        url,
        [...organization.byId(id).tags].map((name) => ({ type: "tags", attributes: { name } })),
      ),
  ],
  [
    /^POST workspaces\/([^/]+)\/relationships\/tags$/,
    ([id], body) => {
      for (const { attributes } of check(SCHEMAS.tags, body()).data) organization.byId(id).tags.add(attributes.name);
    },
  ],
  [
    /^DELETE workspaces\/([^/]+)\/relationships\/tags$/,
    ([id], body) => {
      for (const { attributes } of check(SCHEMAS.tags, body()).data) organization.byId(id).tags.delete(attributes.name);
    },
  ],
  [
    /^GET workspaces\/([^/]+)\/vars$/,
    ([id]) => ({
      data: [...organization.byId(id).variables].map(([key, attributes]) => ({ id: key, type: "vars", attributes })),
    }),
  ],
  [
    /^POST workspaces\/([^/]+)\/vars$/,
    ([id], body) => {
      const { attributes } = check(SCHEMAS.variable, body()).data;
      const { variables } = organization.byId(id);
      if ([...variables.values()].some(({ key }) => key === attributes.key))
        throw new Refusal(422, "key has been taken");
      const made = organization.id("var");
      variables.set(made, attributes);
      return { data: { id: made, type: "vars", attributes } };
    },
  ],
  [
    /^PATCH workspaces\/([^/]+)\/vars\/([^/]+)$/,
    ([id, variable = ""], body) => {
      const { attributes, id: named } = check(SCHEMAS.variable, body()).data;
      const { variables } = organization.byId(id);
      if (!variables.has(variable) || named !== variable) throw new Refusal(404, "no such variable");
      variables.set(variable, attributes);
      return { data: { id: variable, type: "vars", attributes } };
    },
  ],
];
