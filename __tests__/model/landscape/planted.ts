import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Landscape } from "../../../model/landscape/types";
import { changed, first } from "./sample";

/** The complete report on `withPlantedMistakes()`. */
export const PLANTED_REPORT = readFileSync(join(__dirname, "planted.txt"), "utf8").trimEnd();

/** The sample with some twenty mistakes of all kinds, in every kind of file. */
export function withPlantedMistakes(): Landscape {
  return changed(({ environment, lending, core, loans, loan, risk, team }) => {
    environment.organizationId = "exampleorg1";
    misuse(environment, "regoin", "eu-west-1");
    environment.governance.logRetentionDays = 0.5;
    lending.name = "lend-ing";
    core.id = "111122223333";
    core.network.cidr = "10.20.5.0/20";
    core.network.zones = ["eu-central-1a"];
    loans.replication.storageGb = 1;
    misuse(loans, "instances", "two");
    loans.engineVersion = "5.7";
    loan.primaryKey = [];
    loan.columns["Amount"] = { type: "int", classification: "internal", description: "Badly named" };
    misuse(loan.columns["amount"] ?? {}, "type");
    misuse(loan.columns["loan_id"] ?? {}, "classification", "secret");
    loan.columns["fee"] = { type: "decimal", classification: "internal", description: "Fee" };
    for (const source of core.sources) misuse(first(source.tables), "columns", []);
    risk.id = "4444-5555";
    first(team.shares).domain = "loan";
    first(team.shares).owner = "somebody";
  });
}

/** Sets a property to something that its type does not allow, or removes it. */
function misuse(object: object, key: string, value?: unknown): void {
  if (value === undefined) Reflect.deleteProperty(object, key);
  else Reflect.set(object, key, value);
}
