import type { Organization } from "../organization";
import { page } from "../page";
import type { Route } from "../route";
import { check, Refusal, SCHEMAS } from "../shapes";

/** Projects of the organization. */
export const projectRoutes = (organization: Organization): readonly Route[] => [
  [
    /^GET organizations\/examplebank\/projects$/,
    (_, __, url) => {
      const wanted = url.searchParams.get("filter[names]");
      const found = [...organization.projects].filter(([, name]) => wanted === null || name === wanted);
      return page(
        url,
        found.map(([id, name]) => ({ id, type: "projects", attributes: { name } })),
      );
    },
  ],
  [
    /^POST organizations\/examplebank\/projects$/,
    (_, body) => {
      const { name } = check(SCHEMAS.project, body()).data.attributes;
      if ([...organization.projects.values()].includes(name)) throw new Refusal(422, "name has already been taken");
      const id = organization.id("prj");
      organization.projects.set(id, name);
      return { data: { id, type: "projects", attributes: { name } } };
    },
  ],
];
