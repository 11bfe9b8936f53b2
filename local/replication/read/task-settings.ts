import * as v from "valibot";
import type { Problem } from "../problem";
import { shown } from "../problem";
import { checkSettings } from "./setting-rule";
import { TASK_SECTIONS, WHOLE_SECTIONS } from "./task-setting-rules";

const KILOBYTE = 1024;
const flag = (unless: boolean) => v.optional(v.boolean(), unless);

const DELETES = "a truncated or dropped table would take its files out of the lake; write false";

/** What is not written is DMS's default: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.html */
const document = v.object({
  TargetMetadata: v.optional(
    v.object({
      SupportLobs: flag(true),
      LimitedSizeLobMode: flag(true),
      LobMaxSize: v.optional(v.pipe(v.number(), v.minValue(1, "write a limit")), 32),
    }),
    {},
  ),
  FullLoadSettings: v.optional(
    v.object({
      TargetTablePrepMode: v.optional(v.string(), "DROP_AND_CREATE"),
    }),
    {},
  ),
  ChangeProcessingDdlHandlingPolicy: v.optional(
    v.object({
      HandleSourceTableDropped: v.pipe(flag(true), v.literal(false, DELETES)),
      HandleSourceTableTruncated: v.pipe(flag(true), v.literal(false, DELETES)),
      HandleSourceTableAltered: flag(true),
    }),
    {},
  ),
  ErrorBehavior: v.optional(v.object({ DataTruncationErrorPolicy: v.optional(v.string(), "LOG_ERROR") }), {}),
});

/** What the settings of a task say about rows. */
export interface TaskSettings {
  /** Bytes of a large object that are taken along; nothing: none are. */
  readonly lobBytes: number | undefined;
  readonly stopsOnTruncation: boolean;
  readonly handlesAlteredTables: boolean;
}

/** Settings when there is nothing to read them from, so that other problems can still be found. */
const UNREAD: TaskSettings = { lobBytes: undefined, stopsOnTruncation: true, handlesAlteredTables: true };

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The mode that leaves what is there; both others would delete the files that are. */
const KEEPS_FILES = "DO_NOTHING";

function checkSections(where: string, settings: object): readonly Problem[] {
  return [
    ...checkSettings(where, settings, WHOLE_SECTIONS),
    ...Object.entries(settings).flatMap(([name, value]) => {
      const rules = TASK_SECTIONS[name];
      return rules === undefined || !isObject(value) ? [] : checkSettings(`${where}, ${name}`, value, rules);
    }),
  ];
}

/** Reads the JSON of a task's settings. */
export function readTaskSettings(
  where: string,
  text: string,
): { readonly settings: TaskSettings; readonly problems: readonly Problem[] } {
  const json = v.safeParse(v.pipe(v.string(), v.parseJson(), v.custom<object>(isObject, "no object")), text);
  if (!json.success) {
    const found = json.issues.map(({ message }) => message).join(", ");
    return { settings: UNREAD, problems: [{ where, found: `task settings: ${found}`, instead: "write an object" }] };
  }
  const read = v.safeParse(document, json.output);
  const problems = [
    ...checkSections(where, json.output),
    ...(read.issues ?? []).map((issue) => ({
      where,
      found: `${v.getDotPath(issue) ?? "task settings"} is ${shown(issue.input) ?? "missing"}`,
      instead: issue.message,
    })),
  ];
  if (!read.success) return { settings: UNREAD, problems };
  const { TargetMetadata, FullLoadSettings, ChangeProcessingDdlHandlingPolicy, ErrorBehavior } = read.output;
  const mode = FullLoadSettings.TargetTablePrepMode;
  return {
    settings: {
      lobBytes: TargetMetadata.SupportLobs ? TargetMetadata.LobMaxSize * KILOBYTE : undefined,
      stopsOnTruncation: ["STOP_TASK", "SUSPEND_TABLE"].includes(ErrorBehavior.DataTruncationErrorPolicy),
      handlesAlteredTables: ChangeProcessingDdlHandlingPolicy.HandleSourceTableAltered,
    },
    problems:
      mode === KEEPS_FILES
        ? problems
        : [
            ...problems,
            {
              where,
              found: `FullLoadSettings.TargetTablePrepMode is ${shown(mode)}`,
              instead: `it deletes the files that are there; write ${KEEPS_FILES}`,
            },
          ],
  };
}
