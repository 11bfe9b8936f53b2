import type { Environment } from "../../model/landscape/types";
import { deposits } from "./deposits";
import { finance } from "./finance";
import { governance } from "./governance";
import { lending } from "./lending";
import { queries } from "./queries";
import { risk } from "./risk";

/** A bank made for testing: what most tests start from. Tests that need more change it, or take `everything`. */
export const prod: Environment = {
  name: "prod",
  organization: "examplebank",
  organizationId: "o-exampleorg1",
  region: "eu-central-1",
  backend: { kind: "local", directory: "state" },
  deployment: {
    pipelineRole: "arn:aws:iam::999900001111:role/lake-pipeline",
    reviewRole: "arn:aws:iam::999900001111:role/lake-review",
  },
  tags: { "cost-centre": "data-platform" },
  governance,
  producers: [lending, deposits],
  consumers: [risk, finance],
  queries,
};
