import type { ProducerAccount } from "../../model/landscape/types";
import { loans } from "../tables/loans";

/** The lending department: grants, collects and secures loans. */
export const lending: ProducerAccount = {
  name: "lending",
  id: "232323232323",
  network: { cidr: "10.30.0.0/20", zones: ["eu-central-1a", "eu-central-1b"] },
  alarmSubscribers: ["data-platform@examplebank.example"],
  sources: [
    {
      ...loans,
      engineVersion: "8.0.mysql_aurora.3.08.2",
      instanceClass: "db.serverless",
      capacity: { minimum: 0.5, maximum: 4 },
      replication: { instanceClass: "dms.t3.medium", engineVersion: "3.5.4", storageGb: 50 },
    },
  ],
};
