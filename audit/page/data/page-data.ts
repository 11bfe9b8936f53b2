import type { ControlReport } from "../../check/evaluate";
import type { Lineage } from "../../lineage/types";
import type { AccessMatrix } from "../../matrix/types";
import type { Output } from "../../output/types";
import type { PageData } from "../data";
import { accessOf } from "./access";
import { accountsOf, flowsOf } from "./accounts";
import { Causes } from "./causes";
import { controlsOf } from "./controls";
import { lineageOf, openEnds } from "./lineage";

/** What a page is made of. */
export interface PageInput {
  readonly output: Output;
  readonly matrix: AccessMatrix;
  readonly lineage: Lineage;
  readonly controls: ControlReport;
}

/** Everything that a page shows. It depends on its input alone: no clock, no folder name. */
export function pageData({ output, matrix, lineage, controls }: PageInput): PageData {
  const causes = new Causes();
  const { tableIndex, ...access } = accessOf(causes, matrix, lineage);
  const parts = {
    accounts: accountsOf(output, matrix, lineage),
    flows: flowsOf(causes, output, matrix, lineage),
    ...access,
    links: matrix.links.map(({ cause, ...link }) => ({ ...link, causes: causes.indices([cause]) })),
    lineage: lineageOf(causes, lineage, tableIndex),
    unexplained: openEnds(causes, lineage),
    ...controlsOf(causes, controls),
    findings: [...matrix.findings, ...controls.findings].map((each) => causes.told(each)),
    undecided: matrix.undecided.map((each) => causes.told(each)),
    notEvaluated: matrix.notEvaluated.map((each) => causes.told(each)),
  };
  return {
    title: "Who may read what",
    stacks: output.stacks.length,
    resources: output.stacks.reduce((sum, { resources }) => sum + resources.length, 0),
    causes: causes.all,
    ...parts,
  };
}
