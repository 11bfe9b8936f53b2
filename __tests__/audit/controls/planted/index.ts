import { BUCKETS } from "./buckets";
import { DATABASES } from "./databases";
import type { Planted } from "./edit";
import { FUNCTIONS } from "./functions";
import { IDENTITIES } from "./identities";
import { KEYS } from "./keys";
import { LAKE } from "./lake";
import { LOGS } from "./logs";
import { NETWORKS } from "./networks";
import { REPLICATION } from "./replication";

/** A mistake for every control that is about a resource; those about whole stacks have tests of their own. */
export const PLANTED: readonly Planted[] = [
  ...BUCKETS,
  ...DATABASES,
  ...FUNCTIONS,
  ...IDENTITIES,
  ...KEYS,
  ...LAKE,
  ...LOGS,
  ...NETWORKS,
  ...REPLICATION,
];
