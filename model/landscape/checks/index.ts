import { accountIds } from "./account-ids";
import { accountNames } from "./account-names";
import { administrators } from "./administrators";
import type { Check } from "./check";
import { columnNames } from "./column-names";
import { columnTypes } from "./column-types";
import { engineVersions } from "./engine-versions";
import { environmentNames } from "./environment-names";
import { nameLengths } from "./name-lengths";
import { networkBlocks } from "./network-blocks";
import { networkOverlaps } from "./network-overlaps";
import { primaryKeys } from "./primary-keys";
import { readableColumns } from "./readable-columns";
import { shareColumns } from "./share-columns";
import { shareDomains } from "./share-domains";
import { shareDuplicates } from "./share-duplicates";
import { sourceNames } from "./source-names";
import { tableNames } from "./table-names";
import { teamMembers } from "./team-members";
import { teamNames } from "./team-names";
import { zones } from "./zones";

/** Everything that the shape of a landscape cannot say. A new check is a file and one more entry here. */
export const CHECKS: readonly Check[] = [
  accountIds,
  accountNames,
  administrators,
  columnNames,
  columnTypes,
  engineVersions,
  environmentNames,
  nameLengths,
  networkBlocks,
  networkOverlaps,
  primaryKeys,
  readableColumns,
  shareColumns,
  shareDomains,
  shareDuplicates,
  sourceNames,
  tableNames,
  teamMembers,
  teamNames,
  zones,
];
