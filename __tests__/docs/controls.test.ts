import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CONTROLS } from "../../audit/controls";
import { controlsPage } from "../../audit/controls-report/catalogue";

describe("the page of controls", () => {
  it("is what `npm run update` writes", () => {
    expect(readFileSync(join(__dirname, "../../docs/controls.md"), "utf8")).toBe(controlsPage(CONTROLS));
  });

  it("has a control once, in the order of their names", () => {
    const ids = CONTROLS.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  it("says of each what, why and how to mend it, as sentences", () => {
    for (const { id, sentence, reason, remedy } of CONTROLS) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(reason).toMatch(/^\w.*\.$/);
      expect(remedy).not.toMatch(/\.$/);
    }
  });
});
