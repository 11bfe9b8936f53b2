import { type Control, eachResource } from "../check/control";
import { isExpression } from "../check/json";
import { fail, PASS, undecided } from "../check/judge";
import { provider } from "../check/references";
import { isBlock } from "../output/json";

/** Sections that DMS adds to settings that lack them: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.html */
const SECTIONS = [
  "TargetMetadata",
  "FullLoadSettings",
  "Logging",
  "ErrorBehavior",
  "ChangeProcessingTuning",
  "StreamBufferSettings",
];

function sections(text: string): readonly string[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isBlock(read) ? Object.keys(read) : undefined;
  } catch {
    return undefined;
  }
}

export const dmsWholeSettings: Control = {
  id: "dms-whole-settings",
  sentence: "Every DMS task says its settings in full.",
  reason:
    "DMS completes partial settings, and the provider then finds a change at every plan, for which the task is stopped.",
  remedy: "write every section of the task settings",
  severity: "low",
  references: provider(31136, 45376),
  check: eachResource(["aws_dms_replication_task"], ({ body }) => {
    const text = body["replication_task_settings"];
    if (typeof text !== "string") return fail("replication_task_settings is not set");
    const found = sections(text);
    if (found === undefined)
      return isExpression(text) ? undecided("known after apply") : fail("the settings are no JSON");
    const missing = SECTIONS.filter((section) => !found.includes(section));
    return missing.length === 0 ? PASS : fail(`lacks ${missing.join(", ")}`);
  }),
};
