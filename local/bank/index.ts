export { type BankOrder, type SampleBank, sampleBank } from "./sample-bank";
export { COREBANK } from "./schema-corebank";
export { LENDING } from "./schema-lending";
export { BankSystems } from "./systems";
export type * from "./types";
