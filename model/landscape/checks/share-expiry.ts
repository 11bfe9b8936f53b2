import { isDay } from "../day";
import { below } from "../keys";
import { problemAt } from "../problem";
import type { Check } from "./check";
import { eachShare } from "./every-share";

/** A share ends on a day that exists and has not passed. Without a day of the synthesis nothing has. */
export const shareExpiry: Check = (landscape, { today } = {}) =>
  eachShare(landscape, ({ share: { value, keys } }) => {
    const { until } = value;
    if (until === undefined) return [];
    const here = below(keys, "until");
    if (!isDay(until)) return [problemAt(landscape, here, until, "write a day that exists, for example `2027-06-30`")];
    if (today === undefined || until >= today) return [];
    const remedy = `remove the share, or write a later day if its owner still needs it: it ended before ${today}`;
    return [problemAt(landscape, here, until, remedy)];
  });
