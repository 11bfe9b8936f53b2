import { temporaryFolder } from "../folders";
import { Zone } from "./zone";

/** A raw zone for each test of a file, closed after it. */
export function zones(): () => Zone {
  const folder = temporaryFolder();
  let zone: Zone | undefined;
  beforeEach(async () => {
    zone = await Zone.of(folder());
  });
  afterEach(() => zone?.close());
  return () => {
    if (zone === undefined) throw new Error("there is no zone outside tests");
    return zone;
  };
}
