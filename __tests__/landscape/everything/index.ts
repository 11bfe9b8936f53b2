import type { Environment, Landscape } from "../../../model/landscape/types";
import { prod } from "../prod";
import { insight, planning, trading } from "./consumers";
import { existing, own } from "./sources";

/** Everything that one environment may have, with states in buckets. */
export const everything: Environment = {
  name: "everything",
  organization: "everybank",
  organizationId: "o-everything1",
  region: "eu-west-1",
  backend: { kind: "s3" },
  deployment: {
    pipelineRole: "arn:aws:iam::719999999999:role/pipeline",
    reviewRole: "arn:aws:iam::719999999999:role/review",
    breakGlassRole: "emergency",
  },
  tags: { "cost-centre": "data platform" },
  governance: {
    name: "lake",
    id: "710000000001",
    deployRole: "pipeline",
    administrators: ["lake-admin"],
    readOnlyAdministrators: ["lake-audit"],
    alarmSubscribers: ["data@examplebank.example"],
    logRetentionDays: 731,
    athenaQueries: 150,
    auditors: {
      assumedBy: ["arn:aws:iam::710000000001:role/auditor"],
      resultRetentionDays: 90,
      scanLimitGb: 50,
    },
    storage: {
      raw: {
        moves: [
          { afterDays: 90, to: "STANDARD_IA" },
          { afterDays: 400, to: "GLACIER_IR" },
        ],
        noncurrentDays: 14,
      },
      curated: { moves: [{ afterDays: 45, to: "INTELLIGENT_TIERING" }] },
      logLock: { mode: "COMPLIANCE", days: 400 },
      replica: { region: "eu-central-1", removals: "repeated" },
    },
  },
  producers: [
    {
      name: "own",
      id: "710000000002",
      deployRole: "pipeline",
      network: { cidr: "10.40.0.0/20", zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] },
      alarmSubscribers: [],
      sources: own,
    },
    {
      name: "acquired",
      id: "710000000003",
      network: {
        vpcId: "vpc-0a1b2c3d4e5f60718",
        subnets: [
          { id: "subnet-0a1b2c3d4e5f60711", zone: "eu-west-1a" },
          { id: "subnet-0a1b2c3d4e5f60712", zone: "eu-west-1b" },
        ],
      },
      alarmSubscribers: ["data@examplebank.example"],
      sources: existing,
    },
  ],
  consumers: [insight, planning, trading],
  queries: [
    {
      name: "days_of_a_year",
      question: "How many days do banks work in a year?",
      tables: { d: "calendar.day" },
      parameters: [{ meaning: "Year", example: "2026" }],
      sql: "SELECT count(*) AS days FROM {d} WHERE year({d.day}) = ?",
    },
    {
      name: "waiting_days",
      question: "How many days wait?",
      tables: { w: "calendar.waiting" },
      parameters: [],
      sql: "SELECT count(*) AS days FROM {w}",
      onlyIn: ["prod"],
    },
  ],
  destroyable: [
    {
      stack: "everything-own-source-calendar",
      reason: "The calendar moves to another system",
      owner: "data@examplebank.example",
      expires: "2027-03-31",
    },
  ],
};

/** A governance account and nothing else, deployed by an installation of Terraform Enterprise. */
const beginning: Environment = {
  name: "beginning",
  organization: "newbank",
  organizationId: "o-newbank0001",
  region: "eu-north-1",
  backend: { kind: "cloud", hostname: "terraform.newbank.example", organization: "newbank", project: "lake" },
  tags: {},
  governance: {
    name: "lake",
    id: "720000000001",
    administrators: [],
    alarmSubscribers: [],
    logRetentionDays: 365,
    storage: {
      raw: { moves: [{ afterDays: 45, to: "INTELLIGENT_TIERING" }] },
      curated: {
        moves: [
          { afterDays: 30, to: "STANDARD_IA" },
          { afterDays: 365, to: "GLACIER_IR" },
        ],
        noncurrentDays: 30,
      },
      logLock: { mode: "GOVERNANCE", days: 365 },
      replica: { region: "eu-west-1", removals: "ignored" },
    },
  },
  producers: [],
  consumers: [],
};

/** Three environments that together use whatever a landscape may say; `everything.test.ts` looks. */
export const whatever: Landscape = { environments: [prod, everything, beginning] };
