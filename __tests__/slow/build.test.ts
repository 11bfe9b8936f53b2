import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

describe("the build", () => {
  const root = join(__dirname, "..", "..");

  it("removes what an older one made of sources that are gone, and keeps the rest", () => {
    const build = (): Buffer => execFileSync(process.execPath, ["build.cjs"], { cwd: root });
    build();
    const stale = join(root, "dist", "model", "gone.js");
    writeFileSync(stale, "");
    build();
    expect(existsSync(stale)).toBe(false);
    expect(existsSync(join(root, "dist", "main.js"))).toBe(true);
  });
});
