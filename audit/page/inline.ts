import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Modules of the page in the order in which they need each other; the last one starts it. */
const MODULES = [
  "dom.js",
  "unpack.js",
  "data.js",
  "search.js",
  "route.js",
  "why.js",
  "table.js",
  "filters.js",
  "parts.js",
  "picture.js",
  "view-access.js",
  "view-columns.js",
  "view-people.js",
  "view-direct.js",
  "view-open.js",
  "view-controls.js",
  "view-lineage.js",
  "view-accounts.js",
  "view-overview.js",
  "main.js",
] as const;

/** Compiled code lies in dist/, the page's own files where they are written. */
function folder(): string {
  const beside = join(__dirname, "client");
  const source = join(__dirname, "../../../audit/page/client");
  return existsSync(join(beside, "main.js")) ? beside : source;
}

const read = (name: string): string => readFileSync(join(folder(), name), "utf8");

const IMPORT = /^import [^;]*? from "\.\/([\w-]+\.js)";\n/gm;

/** A module as a function of its own, so that names of modules do not meet; what it exports goes into an object. */
function wrapped(name: string): string {
  const source = read(name);
  const exported = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, each]) => each);
  const imported = source.replaceAll(
    /^import \{([^}]*)\} from "\.\/([\w-]+\.js)";\n/gm,
    (_, names: string, from: string) => `const {${names}} = modules["${from}"];\n`,
  );
  if (IMPORT.test(imported)) throw new Error(`${name} imports in a way that is not known`);
  return `modules["${name}"] = (() => {\n${imported.replaceAll(/^export /gm, "")}\nreturn { ${exported.join(", ")} };\n})();`;
}

/** The page's script: its modules, one after the other, without anything to load. */
export const script = (): string => `"use strict";\nconst modules = {};\n${MODULES.map(wrapped).join("\n")}\n`;

export const style = (): string => read("page.css");

/** Source expression by which a content security policy lets one inline text run. */
export const allowance = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
