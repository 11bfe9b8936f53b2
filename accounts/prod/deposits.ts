import type { ProducerAccount } from "../../model/landscape/types";
import { deposits as source } from "../tables/deposits";

/** The deposits department: runs clients' accounts, cards and payments. */
export const deposits: ProducerAccount = {
  name: "deposits",
  id: "333344445555",
  network: { cidr: "10.20.16.0/20", zones: ["eu-central-1a", "eu-central-1b"] },
  alarmSubscribers: ["data-platform@examplebank.example"],
  sources: [
    {
      ...source,
      engineVersion: "16.6",
      instanceClass: "db.r6g.large",
      replication: { instanceClass: "dms.t3.medium", engineVersion: "3.5.4", storageGb: 100 },
    },
  ],
};
