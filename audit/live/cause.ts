import type { Cause } from "../types";

/** What an account reports, as the reason for something. */
export const liveCause = (account: string, call: string, what: string): Cause => ({
  stack: `account ${account}`,
  file: "",
  address: call,
  pointer: "",
  says: what,
});
