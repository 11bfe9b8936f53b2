import { whenever } from "./trouble";

/** AWS asks to go slower, and Terraform's own retries were not enough. */
export const throttled = whenever(
  "throttled",
  /Throttl(?:ing|ed)|Rate exceeded|RequestLimitExceeded|TooManyRequests|SlowDown|Please reduce your request rate/i,
  () => ({
    what: "AWS throttles this account's calls.",
    remedy:
      "Wait a few minutes, then go on with `npm run deploy -- apply --resume --parallelism 1`. AWS_MAX_ATTEMPTS=50 makes Terraform more patient.",
  }),
);

/** Terraform's `prevent_destroy`. */
export const destroyPrevented = whenever("destroy-prevented", /Instance cannot be destroyed/i, (_, { stack }) => ({
  what: `The plan would destroy something in ${stack} that holds data, keys or permissions.`,
  remedy:
    "If a rename caused it, put the old name back. If it shall go, it takes two keys: docs/day-two.md, section Destroy.",
}));

/** AWS's own deletion protection. */
export const deletionProtected = whenever(
  "deletion-protected",
  /Cannot delete protected|DeletionProtection|BucketNotEmpty|is not empty/,
  (_, { stack }) => ({
    what: `AWS keeps something in ${stack}: a protected cluster, or a bucket or database that is not empty.`,
    remedy: "The order of the steps matters: docs/day-two.md, section Destroy.",
  }),
);

/** Something of that name exists, and the state does not have it. */
export const existsAlready = whenever(
  "exists-already",
  /EntityAlreadyExists|BucketAlreadyOwnedByYou|BucketAlreadyExists|ResourceAlreadyExists|AlreadyExistsException|ResourceExistsException|ConflictException.*exists|already exists/i,
  (_, { folder }) => ({
    what: "Something of that name exists in the account and is not in the stack's state.",
    remedy: `When an interrupted run made it, the next run takes it over by itself. When it is older: \`cd ${folder} && terraform import <address> <id>\`, or delete it, or choose another name.`,
  }),
);
