import type { OutputGuard } from "../output-guard";
import { captureParameters } from "./capture-parameters";
import { columnWildcard } from "./column-wildcard";
import { dmsEngineSettings } from "./dms-engine-settings";
import { dmsGlueCatalog } from "./dms-glue-catalog";
import { dmsS3Key } from "./dms-s3-key";
import { dmsTaskSettings } from "./dms-task-settings";
import { emptyDefaults } from "./empty-defaults";
import { filterPrincipal } from "./filter-principal";
import { filterRows } from "./filter-rows";
import { linkGrant } from "./link-grant";
import { locationRole } from "./location-role";
import { permissionsAll } from "./permissions-all";
import { sharedTagGrant } from "./shared-tag-grant";
import { taggedWildcard } from "./tagged-wildcard";

/** What provider 5.100.0 accepts and then does wrong, each with the upstream issue. */
export const traps: readonly OutputGuard[] = [
  captureParameters,
  columnWildcard,
  dmsEngineSettings,
  dmsGlueCatalog,
  dmsS3Key,
  dmsTaskSettings,
  emptyDefaults,
  filterPrincipal,
  filterRows,
  linkGrant,
  locationRole,
  permissionsAll,
  sharedTagGrant,
  taggedWildcard,
];
