import { accountIds } from "./account-ids";
import { accountNames } from "./account-names";
import { administrators } from "./administrators";
import { alarmSubscribers } from "./alarm-subscribers";
import { alarmTopics } from "./alarm-topics";
import { auditors } from "./auditors";
import { breakGlassRoles } from "./break-glass-roles";
import { capacities } from "./capacities";
import { changedAt } from "./changed-at";
import type { Check } from "./check";
import { columnNames } from "./column-names";
import { columnTypes } from "./column-types";
import { consumerOrganization } from "./consumer-organization";
import { consumerPrincipals } from "./consumer-principals";
import { dataApi } from "./data-api";
import { databaseBlocks } from "./database-blocks";
import { deployedTables } from "./deployed-tables";
import { descriptions } from "./descriptions";
import { destroyable } from "./destroyable";
import { dmsVersions } from "./dms-versions";
import { droppedColumns } from "./dropped-columns";
import { engineVersions } from "./engine-versions";
import { environmentNames } from "./environment-names";
import { formerNames } from "./former-names";
import { immutableColumns } from "./immutable-columns";
import { keyTypes } from "./key-types";
import { largeObjects } from "./large-objects";
import { logLock } from "./log-lock";
import { nameLengths } from "./name-lengths";
import { networkBlocks } from "./network-blocks";
import { networkOverlaps } from "./network-overlaps";
import { partitions } from "./partitions";
import { primaryKeys } from "./primary-keys";
import { queryColumns } from "./query-columns";
import { queryNames } from "./query-names";
import { queryText } from "./query-text";
import { readableColumns } from "./readable-columns";
import { regions } from "./regions";
import { replicaRegion } from "./replica-region";
import { rowConditionTables } from "./row-condition-tables";
import { rowConditions } from "./row-conditions";
import { shareColumns } from "./share-columns";
import { shareCovers } from "./share-covers";
import { shareDomains } from "./share-domains";
import { shareDuplicates } from "./share-duplicates";
import { shareExpiry } from "./share-expiry";
import { shareMeetings } from "./share-meetings";
import { shareRaw } from "./share-raw";
import { shareRows } from "./share-rows";
import { shareTables } from "./share-tables";
import { sourceNames } from "./source-names";
import { storageMoves } from "./storage-moves";
import { systemSchemas } from "./system-schemas";
import { tableNames } from "./table-names";
import { tableWaivers } from "./table-waivers";
import { tableWidth } from "./table-width";
import { tagKeys } from "./tag-keys";
import { teamAdministrators } from "./team-administrators";
import { teamMembers } from "./team-members";
import { teamNames } from "./team-names";
import { teamRoles } from "./team-roles";
import { trustLengths } from "./trust-lengths";
import { waivers } from "./waivers";
import { zones } from "./zones";

/** Everything that the shape of a landscape cannot say. A new check is a file and one more entry here. */
export const CHECKS: readonly Check[] = [
  accountIds,
  accountNames,
  administrators,
  alarmSubscribers,
  alarmTopics,
  auditors,
  breakGlassRoles,
  capacities,
  changedAt,
  columnNames,
  columnTypes,
  consumerOrganization,
  consumerPrincipals,
  dataApi,
  databaseBlocks,
  descriptions,
  destroyable,
  deployedTables,
  dmsVersions,
  droppedColumns,
  engineVersions,
  environmentNames,
  formerNames,
  immutableColumns,
  keyTypes,
  largeObjects,
  logLock,
  nameLengths,
  networkBlocks,
  networkOverlaps,
  partitions,
  primaryKeys,
  queryColumns,
  queryNames,
  queryText,
  readableColumns,
  regions,
  replicaRegion,
  rowConditionTables,
  rowConditions,
  shareColumns,
  shareCovers,
  shareDomains,
  shareDuplicates,
  shareExpiry,
  shareMeetings,
  shareRaw,
  shareRows,
  shareTables,
  sourceNames,
  storageMoves,
  systemSchemas,
  tableNames,
  tableWaivers,
  tableWidth,
  teamAdministrators,
  teamMembers,
  teamNames,
  teamRoles,
  tagKeys,
  trustLengths,
  waivers,
  zones,
];
