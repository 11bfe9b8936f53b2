import { type Control, eachResource } from "../check/control";
import { isExpression } from "../check/json";
import { all, fail, PASS, undecided, wants } from "../check/judge";
import { fsbp } from "../check/references";
import { blocks, isBlock } from "../output/json";
import type { Block } from "../output/types";

/** Components whose log says what was read and written; severities below DEFAULT leave that out. */
const COMPONENTS = ["SOURCE_UNLOAD", "SOURCE_CAPTURE", "TARGET_LOAD", "TARGET_APPLY"];
const ENOUGH = /_(?:DEFAULT|DEBUG|DETAILED_DEBUG)$/;

function settingsOf(text: unknown): Block | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const read: unknown = JSON.parse(text);
    return isBlock(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

export const replicationLogged: Control = {
  id: "replication-logged",
  sentence: "Every DMS task logs what it reads and writes.",
  reason: "A task without a log stops without a reason.",
  remedy:
    "set Logging.EnableLogging and severity LOGGER_SEVERITY_DEFAULT of SOURCE_* and TARGET_* in the task's settings",
  severity: "medium",
  references: fsbp("DMS.7", "DMS.8"),
  check: eachResource(["aws_dms_replication_task", "aws_dms_replication_config"], ({ type, body }) => {
    const text = body[type === "aws_dms_replication_task" ? "replication_task_settings" : "replication_settings"];
    if (text === undefined) return fail("the task has no settings, and DMS's default is no log");
    const settings = settingsOf(text);
    if (settings === undefined) {
      return isExpression(text) ? undecided("the settings are known after apply") : fail("the settings are no JSON");
    }
    const [logging] = blocks(settings["Logging"]);
    const severities = new Map(
      blocks(logging?.["LogComponents"]).map((each) => [String(each["Id"]), String(each["Severity"])]),
    );
    return all(
      wants("Logging.EnableLogging", logging?.["EnableLogging"], (value) => value === true),
      ...COMPONENTS.map((component) => {
        const severity = severities.get(component);
        return severity === undefined || ENOUGH.test(severity) ? PASS : fail(`${component} is at ${severity}`);
      }),
    );
  }),
};
