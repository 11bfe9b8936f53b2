import type { Landscape } from "../model/landscape/types";
import { prod } from "./prod";
import { staging } from "./staging";

/** Everything that exists. A new environment is a folder beside `prod` and one more entry here. */
export const landscape: Landscape = { environments: [prod, staging] };
