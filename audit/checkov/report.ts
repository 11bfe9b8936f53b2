import { blocks, isBlock } from "../output/json";

/** What checkov says of one resource. */
export interface CheckovFailure {
  readonly check: string;
  readonly name: string;
  /** The checked file, as checkov writes it: relative to the folder, with a slash before it. */
  readonly file: string;
  /** `aws_s3_bucket.raw` or `resource.raw`, depending on the check. */
  readonly resource: string;
}

export interface CheckovReport {
  readonly version: string;
  readonly passed: number;
  readonly failures: readonly CheckovFailure[];
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * Reads `checkov --output json`.
 * @throws Error when it is no such report, or checkov could not read a file or read none
 */
export function readCheckov(json: string): CheckovReport {
  const read: unknown = JSON.parse(json);
  const reports = blocks(read).filter(({ check_type: type }) => type === "terraform_json");
  const [report] = reports;
  if (report === undefined || reports.length > 1) throw new Error("checkov reports nothing on Terraform JSON");
  const summary = isBlock(report["summary"]) ? report["summary"] : {};
  const results = isBlock(report["results"]) ? report["results"] : {};
  const unread = Number(summary["parsing_errors"] ?? 0);
  if (unread > 0) throw new Error(`checkov could not read ${unread} files`);
  const passed = Number(summary["passed"] ?? 0);
  if (passed === 0) throw new Error("checkov has checked nothing");
  return {
    version: text(summary["checkov_version"]),
    passed,
    failures: blocks(results["failed_checks"]).map((each) => ({
      check: text(each["check_id"]),
      name: text(each["check_name"]),
      file: text(each["file_path"]),
      resource: text(each["resource"]),
    })),
  };
}
