import { type Identity, isSame } from "../../model/records/identity";
import type { Records } from "../../synth/records";

/** How an environment of the landscape was recorded; nothing when it is new, or another bank's of the same name was. */
export const recordedAs = ({ environments }: Records, identity: Identity): Identity | undefined =>
  environments.find((each) => isSame(each, identity));
