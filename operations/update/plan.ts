import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CONTROLS } from "../../audit/controls";
import { controlsPage } from "../../audit/controls-report/catalogue";
import { readOutput } from "../../audit/output/read";
import type { Environment } from "../../model/landscape/types";
import { consumerPages } from "../../model/pages";
import { READERS, RECORDS, STACKS } from "../../model/records/paths";
import { readRecords } from "../../synth/records";
import { environmentCosts } from "../costs/command";
import { costsPage } from "../costs/page";
import { USAGE } from "../costs/usage";
import { readManifest } from "../manifest";
import { gained, lost } from "./access";
import { refusedAddresses } from "./addresses";
import { answerRecords } from "./answers";
import { changedCosts } from "./costs";
import { changedEnvironments } from "./environments";
import type { Texts } from "./files";
import { builtOf, presentRecords } from "./present";
import { resourceChanges } from "./resources";
import { changedTables, refusedTables } from "./tables";
import type { Group, Refusal } from "./types";
import { changedVersions, type Version } from "./versions";

/** What an update would record, and what people should know of it. */
export interface Plan {
  /** Every recorded file. */
  readonly files: Texts;
  readonly refused: readonly Refusal[];
  readonly groups: readonly Group[];
}

const COSTS = `${RECORDS}/costs.md`;
const CONTROLS_PAGE = "docs/controls.md";

/**
 * Everything that is recorded of a landscape, as it should be.
 * @param folder of its synthesized output
 */
export function planUpdate(project: string, environments: readonly Environment[], folder: string): Plan {
  const records = readRecords(project);
  const built = builtOf(environments, readOutput(folder));
  const present = presentRecords(built);
  const manifest = readManifest(folder);
  const costs = environments.map((environment) => environmentCosts(environment, manifest));
  const versions = (name: string) => changedVersions(records, present, environments, name);
  const resources = resourceChanges(versions(STACKS), built);
  const consumers = new Set(environments.flatMap((environment) => environment.consumers.map(({ name }) => name)));
  const owners = new Set(environments.map(({ governance }) => governance.name));
  const readers = peopleFirst(versions(READERS), consumers);
  return {
    files: new Map([
      ...[...present].map(
        ([name, lines]) => [`${RECORDS}/${name}.txt`, lines.map((line) => `${line}\n`).join("")] as const,
      ),
      ...[...consumerPages({ environments })].map(([name, text]) => [`${RECORDS}/teams/${name}`, text] as const),
      ...answerRecords(
        project,
        environments.map(({ name }) => name),
      ),
      [COSTS, costsPage(costs, USAGE)],
      [CONTROLS_PAGE, controlsPage(CONTROLS)],
    ]),
    refused: [...refusedTables(records, environments), ...refusedAddresses(records, built)],
    groups: [
      { heading: "Environments", changes: changedEnvironments(records, environments) },
      { heading: "Tables", changes: changedTables(records, environments) },
      { heading: "Who may do more", changes: gained(readers, owners) },
      { heading: "Who may do less", changes: lost(readers, owners) },
      { heading: "Resources that are replaced, and lose what they hold", changes: resources.replaced },
      { heading: "Resources that go", changes: resources.gone },
      { heading: "Resources that move", changes: resources.moved },
      { heading: "Resources that come", changes: resources.created },
      { heading: "Policies that say something else", changes: resources.policies },
      { heading: "Costs", changes: changedCosts(recordedText(project, COSTS), costs) },
    ],
  };
}

/** Accounts of people before those of machines. */
const peopleFirst = (versions: readonly Version[], consumers: ReadonlySet<string>): readonly Version[] =>
  versions.toSorted((one, other) => Number(consumers.has(other.file)) - Number(consumers.has(one.file)));

const recordedText = (project: string, path: string): string =>
  existsSync(join(project, path)) ? readFileSync(join(project, path), "utf8") : "";
