import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { EXIT, Failure } from "../../failure";
import type { SynthesizedStack } from "../../manifest";

const STACK_JSON = "cdk.tf.json";
/** Beside the generated files: Terraform's own, and CDKTF's notes about the stack. */
const IGNORED =
  /^(?:\.terraform|\.terraform\.lock\.hcl|\.terraform\.tfstate\.lock\.info|.*\.tfstate(?:\.backup)?|metadata\.json|crash\.log)$/;

/**
 * A text that is another one as soon as anything that Terraform reads in a stack's folder means something else. CDKTF's
 * version and the layout of the JSON do not count.
 * @throws Failure when the folder holds no stack
 */
export function fingerprint({ id, folder }: Pick<SynthesizedStack, "id" | "folder">): string {
  const hash = createHash("sha256");
  for (const name of namesIn(id, folder)) {
    const content = readFileSync(join(folder, name));
    hash.update(`${name}\0`).update(name.endsWith(".tf.json") ? meaning(content.toString("utf8")) : content);
  }
  return hash.digest("hex");
}

/** Fingerprints by stack id. */
export const fingerprints = (stacks: readonly SynthesizedStack[]): ReadonlyMap<string, string> =>
  new Map(stacks.map((stack) => [stack.id, fingerprint(stack)]));

function namesIn(id: string, folder: string): readonly string[] {
  try {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .filter((name) => !IGNORED.test(name.split(/[\\/]/)[0] ?? ""));
    if (names.includes(STACK_JSON)) return names.toSorted();
  } catch {
    // Told below.
  }
  throw new Failure(
    `${join(folder, STACK_JSON)} does not exist: ${id} has not been synthesized. Run \`npm run synth\`, or leave out --skip-synth.`,
    EXIT.unusable,
  );
}

const Commented = v.looseObject({ "//": v.looseObject({ metadata: v.looseObject({ version: v.string() }) }) });

/** JSON without the version of CDKTF, keys sorted. */
function meaning(json: string): string {
  const parsed: unknown = JSON.parse(json);
  const commented = v.safeParse(Commented, parsed);
  const told = commented.success
    ? {
        ...commented.output,
        "//": { ...commented.output["//"], metadata: { ...commented.output["//"].metadata, version: "" } },
      }
    : parsed;
  return JSON.stringify(told, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
