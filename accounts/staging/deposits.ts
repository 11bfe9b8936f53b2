import type { ProducerAccount } from "../../model/landscape/types";
import { deposits as source } from "../tables/deposits";

/** The deposits department: runs clients' accounts, cards and payments. */
export const deposits: ProducerAccount = {
  name: "deposits",
  id: "343434343434",
  network: { cidr: "10.30.16.0/20", zones: ["eu-central-1a", "eu-central-1b"] },
  alarmSubscribers: ["data-platform@examplebank.example"],
  sources: [
    {
      ...source,
      engineVersion: "16.6",
      instanceClass: "db.serverless",
      capacity: { minimum: 0.5, maximum: 4 },
      replication: { instanceClass: "dms.t3.medium", engineVersion: "3.5.4", storageGb: 50 },
    },
  ],
};
