import type { Environment } from "../../../model/landscape/types";
import { COMMIT_DATE_PARTITION } from "../../../model/replication/layout";
import { ownedSources, type Plant, type Planting, replaced } from "../plant";

/** A mistake in the catalog of one of the sources. */
const inCatalog =
  (name: string, edit: Plant["edit"]): Planting =>
  (environment: Environment) => {
    const owned = ownedSources(environment).at(-1);
    if (owned === undefined) return { name, why: "there is no source" };
    return { name, stack: `${environment.governance.name}-catalog-${owned.source.name}`, edit, found: "catalog" };
  };

const folder = `$\${${COMMIT_DATE_PARTITION}}/`;
const format = `"projection.${COMMIT_DATE_PARTITION}.format": `;

/** Mistakes in catalog stacks. */
export const CATALOG_PLANTS: readonly Planting[] = [
  inCatalog("a location template with the wrong separator", (json) =>
    replaced(json, `/${folder}`, `/${COMMIT_DATE_PARTITION}=${folder}`),
  ),
  inCatalog("a partition format that differs from the folders' names", (json) =>
    replaced(json, `${format}"yyyy-MM-dd"`, `${format}"yyyyMMdd"`),
  ),
];
