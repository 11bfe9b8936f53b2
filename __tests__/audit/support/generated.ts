import { readOutput } from "../../../audit/output/read";
import type { Output } from "../../../audit/output/types";
import type { Landscape } from "../../../model/landscape/types";
import { landscape } from "../../landscape";
import { keptOutput } from "../../support/kept";

/** The output of a landscape, comments with construct paths included, read as the audit reads it. */
export const generatedOutput = (of: Landscape = landscape): Output => readOutput(keptOutput(of));
