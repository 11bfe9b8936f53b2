import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf } from "../walk";
import type { Check } from "./check";

/** Logs are not locked for longer than they are kept: they would stay, and cost, without anybody having asked for it. */
export const logLock: Check = (landscape) =>
  environmentsOf(landscape).flatMap(({ value: { governance }, keys }) => {
    const days = governance?.storage?.logLock?.days;
    const kept = governance?.logRetentionDays;
    if (days === undefined || kept === undefined || days <= kept) return [];
    const remedy = `write at most ${kept}, or raise \`logRetentionDays\`: logs are kept for ${kept} days`;
    return [problemAt(landscape, below(keys, "governance", "storage", "logLock", "days"), days, remedy)];
  });
