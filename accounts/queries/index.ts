import type { SavedQuery } from "../../model/landscape/types";
import { delinquencyToday } from "./delinquency_today";
import { exposurePerClient } from "./exposure_per_client";
import { largeMovementsLastHour } from "./large_movements_last_hour";
import { liquidityByDistrict } from "./liquidity_by_district";

/** Questions that people ask about loans and deposits together. Times are UTC, as in the lake. */
export const queries: readonly SavedQuery[] = [
  exposurePerClient,
  delinquencyToday,
  largeMovementsLastHour,
  liquidityByDistrict,
];
