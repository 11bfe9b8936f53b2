import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const DEBIAN_POSTGRESQL = "/usr/lib/postgresql";

/** Where Debian keeps what is not on everybody's path. */
function folders(): readonly string[] {
  const versions = existsSync(DEBIAN_POSTGRESQL) ? readdirSync(DEBIAN_POSTGRESQL).toSorted().toReversed() : [];
  return [
    ...versions.map((version) => join(DEBIAN_POSTGRESQL, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
    "/usr/sbin",
    "/usr/local/sbin",
  ];
}

const found = (name: string): string | undefined =>
  folders()
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** Whether a program is there. */
export const isInstalled = (name: string): boolean => found(name) !== undefined;

/** Path of a program, or an error that says how to get it: these tests are never skipped. */
export function program(name: string, debianPackage: string): string {
  const path = found(name);
  if (path === undefined) {
    throw new Error(
      `${name} is not installed. The database tests run real servers: apt-get install mariadb-server postgresql (here: ${debianPackage})`,
    );
  }
  return path;
}
