import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf } from "../walk";
import type { Check } from "./check";

/** A lock that ends sooner would be weaker than the default, and than what auditors ask for. */
const A_YEAR = 365;

/**
 * Logs are locked for a year, or as long as they are kept if that is less, and never longer than they are kept: they would
 * stay, and cost, without anybody having asked for it.
 */
export const logLock: Check = (landscape) =>
  environmentsOf(landscape).flatMap(({ value: { governance }, keys }) => {
    const days = governance?.storage?.logLock?.days;
    const kept = governance?.logRetentionDays;
    if (days === undefined || kept === undefined) return [];
    const least = Math.min(A_YEAR, kept);
    if (days >= least && days <= kept) return [];
    const remedy =
      days > kept
        ? `write at most ${kept}, or raise \`logRetentionDays\`: logs are kept for ${kept} days`
        : `write at least ${least}: log files stay locked for a year, or for as long as they are kept`;
    return [problemAt(landscape, below(keys, "governance", "storage", "logLock", "days"), days, remedy)];
  });
