import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKS } from "../../../../model/landscape/checks";

const FOLDER = join(__dirname, "../../../../model/landscape/checks");

describe("CHECKS", () => {
  it("has one entry for each file with a check", () => {
    const files = readdirSync(FOLDER).filter((file) =>
      /^export const \w+: Check = /m.test(readFileSync(join(FOLDER, file), "utf8")),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(new Set(CHECKS).size).toBe(files.length);
  });
});
