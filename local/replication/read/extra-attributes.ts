import type { Problem } from "../problem";

/** `name=value;name=value`, as endpoints hold what they have no field for. */
const attributesOf = (text: string): readonly string[] =>
  text.split(";").flatMap((pair) => (pair.trim() === "" ? [] : [pair.split("=")[0]?.trim() ?? ""]));

/**
 * Problems with extra connection attributes: any that is not known to be without effect on rows. DMS repeats settings
 * there that have a field; those are judged by their field.
 */
export function checkAttributes(where: string, text: string | undefined, known: readonly string[]): readonly Problem[] {
  const lower = new Set(known.map((name) => name.toLowerCase()));
  return attributesOf(text ?? "")
    .filter((name) => !lower.has(name.toLowerCase()))
    .map((name) => ({ where, found: `the extra connection attribute ${name}`, instead: "it is not known here" }));
}
