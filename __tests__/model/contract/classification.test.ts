import * as fc from "fast-check";
import {
  CLASSIFICATIONS,
  highest,
  LAKE_CLASSIFICATIONS,
  mayRead,
  readableUpTo,
} from "../../../model/contract/classification";

const any = fc.constantFrom(...CLASSIFICATIONS);

describe("classification", () => {
  it("has no forbidden values in the lake", () => {
    expect(LAKE_CLASSIFICATIONS).toEqual(["public", "internal", "confidential", "restricted"]);
  });

  it("lets people read up to their clearance", () => {
    expect(readableUpTo("public")).toEqual(["public"]);
    expect(readableUpTo("confidential")).toEqual(["public", "internal", "confidential"]);
    expect(readableUpTo("restricted")).toEqual(LAKE_CLASSIFICATIONS);
  });

  it("lets nobody read what is forbidden", () => {
    expect(CLASSIFICATIONS.filter((clearance) => mayRead(clearance, "forbidden"))).toEqual([]);
  });

  it("lets a higher clearance read at least as much", () => {
    fc.assert(
      fc.property(any, any, any, (one, other, value) => {
        expect(mayRead(highest([one, other]), value)).toBe(mayRead(one, value) || mayRead(other, value));
      }),
    );
  });

  it("takes the most sensitive of several, in any order", () => {
    fc.assert(
      fc.property(fc.array(any), (values) => {
        const top = highest(values);
        expect(highest(values.toReversed())).toBe(top);
        for (const value of values) {
          expect(CLASSIFICATIONS.indexOf(value)).toBeLessThanOrEqual(CLASSIFICATIONS.indexOf(top));
        }
      }),
    );
    expect(highest([])).toBe("public");
  });
});
