import { isBlock } from "../../terraform-json";
import { eachResource } from "../output-guard";

/** Sections that AWS returns whatever was sent. */
const SECTIONS = [
  "TargetMetadata",
  "FullLoadSettings",
  "Logging",
  "ControlTablesSettings",
  "StreamBufferSettings",
  "ChangeProcessingDdlHandlingPolicy",
  "ErrorBehavior",
  "ChangeProcessingTuning",
  "ValidationSettings",
];

/** Settings as a value; nothing for what is not JSON, such as an expression. */
function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

function missingSections(text: unknown): readonly string[] {
  const settings = parsed(text);
  return SECTIONS.filter((section) => !(isBlock(settings) && section in settings));
}

/** hashicorp/terraform-provider-aws#31136, #45376: a partial document differs at every plan. */
export const dmsTaskSettings = eachResource("aws_dms_replication_task", ({ body }) => {
  const missing = missingSections(body["replication_task_settings"]);
  return missing.length > 0
    ? {
        cause: `the task settings lack ${missing.join(", ")}: partial settings differ at every plan (hashicorp/terraform-provider-aws#31136)`,
        remedy: "write the whole document (model/replication/task-settings.ts)",
      }
    : undefined;
});
