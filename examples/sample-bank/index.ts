export { type BankOrder, sampleBank } from "./sample-bank";
export { COREBANK } from "./schema-corebank";
export { LENDING } from "./schema-lending";
