import type { Control } from "../check/control";
import { accountNamed } from "./account-named";
import { accountNotPublic } from "./account-not-public";
import { accountRole } from "./account-role";
import { alarmHeard } from "./alarm-heard";
import { auroraBacktrack } from "./aurora-backtrack";
import { bucketAccessLogged } from "./bucket-access-logged";
import { bucketEncrypted } from "./bucket-encrypted";
import { bucketKeepsObjects } from "./bucket-keeps-objects";
import { bucketLifecycle } from "./bucket-lifecycle";
import { bucketNoAcl } from "./bucket-no-acl";
import { bucketNotPublic } from "./bucket-not-public";
import { bucketTls } from "./bucket-tls";
import { bucketVersioned } from "./bucket-versioned";
import { catalogEncrypted } from "./catalog-encrypted";
import { crossAccountNarrowed } from "./cross-account-narrowed";
import { databaseBackups } from "./database-backups";
import { databaseEncrypted } from "./database-encrypted";
import { databaseIamLogin } from "./database-iam-login";
import { databaseLogged } from "./database-logged";
import { databaseManagedPassword } from "./database-managed-password";
import { databaseMultiAz } from "./database-multi-az";
import { databaseTls } from "./database-tls";
import { defaultGroupClosed } from "./default-group-closed";
import { deletionProtection } from "./deletion-protection";
import { destroyProtection } from "./destroy-protection";
import { diskEncrypted } from "./disk-encrypted";
import { dmsBucketOwner } from "./dms-bucket-owner";
import { dmsNoEndpointKey } from "./dms-no-endpoint-key";
import { dmsNoGlueCatalog } from "./dms-no-glue-catalog";
import { dmsWholeSettings } from "./dms-whole-settings";
import { functionNotPublic } from "./function-not-public";
import { functionRuntime } from "./function-runtime";
import { iamNoAdministrator } from "./iam-no-administrator";
import { iamNoDataEverywhere } from "./iam-no-data-everywhere";
import { iamNoDecryptEverywhere } from "./iam-no-decrypt-everywhere";
import { iamNoServiceWildcard } from "./iam-no-service-wildcard";
import { iamNoUsers } from "./iam-no-users";
import { iamPassRole } from "./iam-pass-role";
import { keyAdministrationApart } from "./key-administration-apart";
import { keyDeletionWindow } from "./key-deletion-window";
import { keyPolicyGiven } from "./key-policy-given";
import { keyRotation } from "./key-rotation";
import { lakeCrossAccountVersion } from "./lake-cross-account-version";
import { lakeLocationRole } from "./lake-location-role";
import { lakeNoForeignEngines } from "./lake-no-foreign-engines";
import { lakeNoIamPrincipals } from "./lake-no-iam-principals";
import { lakeNoSuper } from "./lake-no-super";
import { lambdaInVpc } from "./lambda-in-vpc";
import { logGroupEncrypted } from "./log-group-encrypted";
import { logGroupsDeclared } from "./log-groups-declared";
import { logRetention } from "./log-retention";
import { messageEncrypted } from "./message-encrypted";
import { messageTls } from "./message-tls";
import { minorUpgrades } from "./minor-upgrades";
import { networkEndpoints } from "./network-endpoints";
import { networkLogged } from "./network-logged";
import { noEverybody } from "./no-everybody";
import { noInternet } from "./no-internet";
import { noOpenEgress } from "./no-open-egress";
import { noOpenIngress } from "./no-open-ingress";
import { noPublicEndpoint } from "./no-public-endpoint";
import { noPublicSubnet } from "./no-public-subnet";
import { noSecrets } from "./no-secrets";
import { oneOwner } from "./one-owner";
import { queryLogged } from "./query-logged";
import { queryResultsEncrypted } from "./query-results-encrypted";
import { replicationAlarms } from "./replication-alarms";
import { replicationEncrypted } from "./replication-encrypted";
import { replicationLogged } from "./replication-logged";
import { replicationMultiAz } from "./replication-multi-az";
import { replicationTls } from "./replication-tls";
import { secretEncrypted } from "./secret-encrypted";
import { secretNotInState } from "./secret-not-in-state";
import { secretRotation } from "./secret-rotation";
import { serviceNarrowed } from "./service-narrowed";
import { tableEncrypted } from "./table-encrypted";
import { trailComplete } from "./trail-complete";
import { trailDataEvents } from "./trail-data-events";
import { trailEncrypted } from "./trail-encrypted";
import { trailLocked } from "./trail-locked";
import { trustConfusedDeputy } from "./trust-confused-deputy";
import { trustKnownAccounts } from "./trust-known-accounts";
import { trustNoEverybody } from "./trust-no-everybody";
import { workflowLogged } from "./workflow-logged";

/** Every control, in the order of their ids. */
export const CONTROLS: readonly Control[] = [
  accountNamed,
  accountNotPublic,
  accountRole,
  alarmHeard,
  auroraBacktrack,
  bucketAccessLogged,
  bucketEncrypted,
  bucketKeepsObjects,
  bucketLifecycle,
  bucketNoAcl,
  bucketNotPublic,
  bucketTls,
  bucketVersioned,
  catalogEncrypted,
  crossAccountNarrowed,
  databaseBackups,
  databaseEncrypted,
  databaseIamLogin,
  databaseLogged,
  databaseManagedPassword,
  databaseMultiAz,
  databaseTls,
  defaultGroupClosed,
  deletionProtection,
  destroyProtection,
  diskEncrypted,
  dmsBucketOwner,
  dmsNoEndpointKey,
  dmsNoGlueCatalog,
  dmsWholeSettings,
  functionNotPublic,
  functionRuntime,
  iamNoAdministrator,
  iamNoDataEverywhere,
  iamNoDecryptEverywhere,
  iamNoServiceWildcard,
  iamNoUsers,
  iamPassRole,
  keyAdministrationApart,
  keyDeletionWindow,
  keyPolicyGiven,
  keyRotation,
  lakeCrossAccountVersion,
  lakeLocationRole,
  lakeNoForeignEngines,
  lakeNoIamPrincipals,
  lakeNoSuper,
  lambdaInVpc,
  logGroupEncrypted,
  logGroupsDeclared,
  logRetention,
  messageEncrypted,
  messageTls,
  minorUpgrades,
  networkEndpoints,
  networkLogged,
  noEverybody,
  noInternet,
  noOpenEgress,
  noOpenIngress,
  noPublicEndpoint,
  noPublicSubnet,
  noSecrets,
  oneOwner,
  queryLogged,
  queryResultsEncrypted,
  replicationAlarms,
  replicationEncrypted,
  replicationLogged,
  replicationMultiAz,
  replicationTls,
  secretEncrypted,
  secretNotInState,
  secretRotation,
  serviceNarrowed,
  tableEncrypted,
  trailComplete,
  trailDataEvents,
  trailEncrypted,
  trailLocked,
  trustConfusedDeputy,
  trustKnownAccounts,
  trustNoEverybody,
  workflowLogged,
];
