import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";

/** What is made from the sources; a copy makes its own. */
const GENERATED = /^(?:node_modules|dist|cdktf\.out|\.cdktf\.out\..*|state|coverage|\.local|\.git)$/;

const PackageJson = v.pipe(
  v.string(),
  v.parseJson(),
  v.looseObject({
    dependencies: v.record(v.string(), v.string()),
    overrides: v.optional(v.record(v.string(), v.unknown()), {}),
  }),
);

/** Copies the project's sources, the lock file of its packages left out. */
export function copyProject(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  for (const name of readdirSync(from)) {
    if (!GENERATED.test(name) && name !== "package-lock.json")
      cpSync(join(from, name), join(to, name), { recursive: true });
  }
}

/**
 * `package.json` in which a package's name stands for another package, for the packages that depend on it too: npm
 * refuses the one without the other.
 */
export function withAlias(packageJson: string, name: string, target: string): string {
  const parsed = v.parse(PackageJson, packageJson);
  const aliased = {
    ...parsed,
    dependencies: { ...parsed.dependencies, [name]: target },
    overrides: { ...parsed.overrides, [name]: target },
  };
  return `${JSON.stringify(aliased, undefined, 2)}\n`;
}

/** Writes the alias into a project's `package.json`. */
export function aliasPackage(project: string, name: string, target: string): void {
  const file = join(project, "package.json");
  writeFileSync(file, withAlias(readFileSync(file, "utf8"), name, target));
}
