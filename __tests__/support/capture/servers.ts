import { isInstalled } from "../../databases/programs";
import type { RealSource } from "./source";

const PROGRAMS = [
  ["mariadbd", "mariadb-server"],
  ["mariadb-install-db", "mariadb-server"],
  ["postgres", "postgresql"],
  ["openssl", "openssl"],
] as const;

const missing = [...new Set(PROGRAMS.flatMap(([name, from]) => (isInstalled(name) ? [] : [from])))];

// The names of suites that are skipped are not shown.
if (missing.length > 0) process.stderr.write(`skipped for want of servers: apt-get install ${missing.join(" ")}\n`);

/** `describe` over real servers; where they are not installed, the suite is skipped. */
export const onServers = missing.length === 0 ? describe : describe.skip;

/** Sources that a suite starts; all are stopped after it, whatever happened. */
export function realSources(): <Real extends RealSource>(real: Real) => Real {
  const started: RealSource[] = [];
  afterAll(async () => {
    for (const real of started) await real.stop();
  });
  return (real) => {
    started.push(real);
    return real;
  };
}
