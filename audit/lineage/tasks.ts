import { firstBlock } from "../output/json";
import { resourcesOf } from "../output/read";
import type { Block, Resolver, Resource } from "../output/types";
import { type Rule, readRules } from "./mapping-rules";
import { followed, placeIn, textOf } from "./place";
import type { Break, Place } from "./types";

/** Where and how a task writes files. */
export interface LakeTarget {
  readonly bucket: string;
  /** Without slashes at its ends; may be empty. */
  readonly folder: string;
  /** Pattern of the folder that a commit's day gives, like `yyyy-MM-dd`; nothing when there is no such folder. */
  readonly dateFolder?: string;
  /** Column with the commit time that the task adds; empty for none. */
  readonly timestampColumn: string;
  readonly at: Place;
}

/** A replication task, provisioned or serverless. */
export interface Task {
  readonly account: string;
  readonly id: string;
  readonly engine: string;
  readonly rules: readonly Rule[];
  readonly target?: LakeTarget;
  readonly breaks: readonly Break[];
  readonly at: Place;
}

const KINDS = [
  { type: "aws_dms_replication_task", id: "replication_task_id" },
  { type: "aws_dms_replication_config", id: "replication_config_identifier" },
] as const;

const SEPARATORS: Readonly<Record<string, string>> = { SLASH: "/", DASH: "-", UNDERSCORE: "_", NONE: "" };
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  yyyymmdd: ["yyyy", "MM", "dd"],
  yyyymmddhh: ["yyyy", "MM", "dd", "HH"],
  yyyymm: ["yyyy", "MM"],
  mmyyyydd: ["MM", "yyyy", "dd"],
  ddmmyyyy: ["dd", "MM", "yyyy"],
};

/**
 * Pattern of the date folders of an S3 endpoint, with the defaults of DMS.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html
 */
function dateFolder(endpoint: Block): string | undefined {
  if (endpoint["date_partition_enabled"] !== true) return undefined;
  const sequence = textOf(endpoint["date_partition_sequence"], "yyyymmdd").toLowerCase();
  const separator = SEPARATORS[textOf(endpoint["date_partition_delimiter"], "SLASH").toUpperCase()] ?? "/";
  return SEQUENCES[sequence]?.join(separator);
}

const trimmed = (path: string): string => path.replaceAll(/^\/+|\/+$/g, "");

function lakeTarget(resolver: Resolver, task: Resource): LakeTarget | undefined {
  const endpoint = resolver.target(task, task.body["target_endpoint_arn"])?.resource;
  if (endpoint === undefined) return undefined;
  const settings = firstBlock(endpoint.body["s3_settings"]) ?? endpoint.body;
  const bucket = followed(resolver, endpoint, settings["bucket_name"]);
  if (bucket === "") return undefined;
  const days = dateFolder(settings);
  return {
    bucket,
    folder: trimmed(followed(resolver, endpoint, settings["bucket_folder"])),
    ...(days === undefined ? {} : { dateFolder: days }),
    timestampColumn: textOf(settings["timestamp_column_name"]),
    at: placeIn(endpoint, "bucket_folder"),
  };
}

function readTask(resolver: Resolver, task: Resource, idAttribute: string): Task {
  const { body } = task;
  const at = placeIn(task, "table_mappings");
  const rules = readRules(followed(resolver, task, body["table_mappings"]), at);
  const target = lakeTarget(resolver, task);
  const source = resolver.target(task, body["source_endpoint_arn"])?.resource;
  const noTarget: Break = {
    why: `the target ${textOf(body["target_endpoint_arn"])} is no S3 endpoint of this stack: where the files go is unknown`,
    at: placeIn(task, "target_endpoint_arn"),
  };
  return {
    account: task.account,
    id: followed(resolver, task, body[idAttribute]),
    engine: source === undefined ? "" : followed(resolver, source, source.body["engine_name"]),
    rules: "why" in rules ? [] : rules,
    ...(target === undefined ? {} : { target }),
    breaks: [...("why" in rules ? [rules] : []), ...(target === undefined ? [noTarget] : [])],
    at,
  };
}

/** Every replication task of an output. */
export const readTasks = (resolver: Resolver): readonly Task[] =>
  KINDS.flatMap(({ type, id }) => resourcesOf(resolver.output, type).map((task) => readTask(resolver, task, id)));
