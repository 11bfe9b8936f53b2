import * as fc from "fast-check";
import { quoted } from "../../../model/sql/identifiers";

describe("a quoted identifier", () => {
  it.each([
    ["transaction", '"transaction"'],
    ["odd name", '"odd name"'],
    ['a"b', '"a""b"'],
  ])("%s is %s", (name, expected) => {
    expect(quoted(name)).toBe(expected);
  });

  it("cannot end itself early, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const inner = quoted(name).slice(1, -1);
        expect(inner.replaceAll('""', "")).not.toContain('"');
        expect(inner.replaceAll('""', '"')).toBe(name);
      }),
    );
  });
});
