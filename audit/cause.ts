import type { Resource } from "./output/types";
import type { Cause } from "./types";

/**
 * A resource as the reason for something.
 * @param inside JSON Pointer from the resource's body, such as `/policy#/Statement/0`
 */
export const causeOf = (
  { stack, file, address, constructPath, pointer }: Resource,
  says: string,
  inside = "",
): Cause => ({
  stack,
  file,
  address,
  ...(constructPath === undefined ? {} : { constructPath }),
  pointer: pointer + inside,
  says,
});
