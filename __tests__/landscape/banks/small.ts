import { column } from "../../../model/contract/column";
import type { Landscape } from "../../../model/landscape/types";

/** The least: one environment, one database of one table, nobody who reads. */
export const small: Landscape = {
  environments: [
    {
      name: "live",
      organization: "smallbank",
      organizationId: "o-smallbank1",
      region: "eu-west-1",
      backend: { kind: "s3" },
      tags: {},
      governance: { name: "lake", id: "730000000001", administrators: [], alarmSubscribers: [], logRetentionDays: 400 },
      producers: [
        {
          name: "cards",
          id: "730000000002",
          network: { cidr: "10.1.0.0/20", zones: ["eu-west-1a", "eu-west-1b"] },
          alarmSubscribers: [],
          sources: [
            {
              name: "cards",
              domain: "cards",
              engine: "aurora-mysql",
              engineVersion: "8.0.mysql_aurora.3.08.2",
              database: "cards",
              instanceClass: "db.r6g.large",
              replication: { minimumCapacity: 1, maximumCapacity: 4 },
              tables: [
                {
                  schema: "cards",
                  name: "card",
                  description: "A card",
                  primaryKey: ["card_id"],
                  columns: {
                    card_id: column("int", "internal", "Card"),
                    issued_on: column("date", "internal", "Day of issue"),
                  },
                },
              ],
            },
          ],
        },
      ],
      consumers: [],
    },
  ],
};
