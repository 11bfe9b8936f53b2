import { commonEnvironment } from "../model/landscape/common";
import { queries } from "./queries";

/** What every environment of the bank has. */
export const bank = commonEnvironment({
  organization: "examplebank",
  organizationId: "o-exampleorg1",
  region: "eu-central-1",
  deployment: {
    pipelineRole: "arn:aws:iam::999900001111:role/lake-pipeline",
    reviewRole: "arn:aws:iam::999900001111:role/lake-review",
  },
  tags: { "cost-centre": "data-platform" },
  queries,
});
