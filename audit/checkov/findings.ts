import type { Output, Resource } from "../output/types";
import { type Finding, finding } from "../types";
import { covers, inForce, isCheckov } from "../waivers/apply";
import { waiverFindings } from "../waivers/findings";
import { isMalformed, type Waiver, waiversOf } from "../waivers/read";
import type { CheckovFailure, CheckovReport } from "./report";

/** Checks name some resources without their type. */
const isMeant = ({ address, name }: Resource, resource: string): boolean =>
  address === resource || `resource.${name}` === resource || resource.startsWith(`${address}[`);

function resourcesOf({ stacks }: Output, { file, resource }: CheckovFailure): readonly Resource[] {
  const path = file.replace(/^\//, "");
  return stacks
    .filter(({ files }) => files.includes(path))
    .flatMap(({ resources }) => resources.filter((each) => each.kind === "resource" && isMeant(each, resource)));
}

const failureOf = ({ check, name, file, resource }: CheckovFailure, place: Resource | undefined): Finding =>
  finding({
    rule: check,
    severity: "medium",
    subject: `${place?.stack ?? file} ${place?.address ?? resource}`,
    sentence: `checkov: ${name}.`,
    remedy:
      "mend the module that makes the resource, or waive the check with a reason and a last day (docs/waivers.md)",
    causes: place === undefined ? [] : [{ ...place, says: name }],
  });

/**
 * Failures of checkov without a waiver in the JSON, and waivers of its checks that have expired or excuse nothing.
 * @param today `yyyy-MM-dd`
 */
export function checkovFindings(output: Output, { failures }: CheckovReport, today: string): readonly Finding[] {
  const waivers = waiversOf(output.stacks);
  const holding = inForce(waivers, today);
  const used = new Map<Waiver, Set<string>>();
  const unwaived = failures.flatMap((failure) => {
    const places = resourcesOf(output, failure);
    const found = holding.filter((waiver) => places.some((place) => covers(waiver, failure.check, place)));
    for (const waiver of found) used.set(waiver, new Set([...(used.get(waiver) ?? []), failure.check]));
    return found.length > 0 ? [] : [failureOf(failure, places[0])];
  });
  const about = waivers.filter((waiver) => isMalformed(waiver) || waiver.rules.some(isCheckov));
  return [
    ...unwaived,
    ...waiverFindings({
      waivers: about,
      today,
      judges: isCheckov,
      known: () => true,
      used: (waiver, rule) => used.get(waiver)?.has(rule) === true,
    }),
  ];
}
