import type { Landscape } from "../../model/landscape/types";
import { prod } from "./prod";
import { staging } from "./staging";

/** Two environments of one bank, as `accounts/` may have them: for tests of what a whole landscape gives. */
export const landscape: Landscape = { environments: [prod, staging] };
