export { type BankOrder, type SampleBank, sampleBank } from "./sample-bank";
export { COREBANK } from "./schema-corebank";
export { LENDING } from "./schema-lending";
export { type Applied, BankSystems, type ValueOf } from "./systems";
export type * from "./types";
