/** Ages of the lake's files: what the landscape says, else the defaults. */
import type { GovernanceAccount, LogLock, ZoneStorage } from "../landscape/types";
import type { Zone } from "../names";

/** Time to notice a mistake and undo it. Versions that never end slow DMS down until it fails. */
const NONCURRENT_DAYS = 30;

const DEFAULTS: Readonly<Record<Zone, Required<ZoneStorage>>> = {
  // Merges read days. Older changes are read for an audit or a rebuild, whole and seldom.
  raw: {
    moves: [
      { afterDays: 60, to: "STANDARD_IA" },
      { afterDays: 365, to: "GLACIER_IR" },
    ],
    noncurrentDays: NONCURRENT_DAYS,
  },
  // Nobody knows which rows a query wants: the class that charges nothing for reading.
  curated: { moves: [{ afterDays: 30, to: "INTELLIGENT_TIERING" }], noncurrentDays: NONCURRENT_DAYS },
};

/** Ages of a zone's files. */
export const zoneStorage = ({ storage }: GovernanceAccount, zone: Zone): Required<ZoneStorage> => ({
  ...DEFAULTS[zone],
  ...storage?.[zone],
});

/** How the audit trail is locked. */
export const logLock = ({ storage, logRetentionDays }: GovernanceAccount): LogLock =>
  storage?.logLock ?? { mode: "GOVERNANCE", days: logRetentionDays };
