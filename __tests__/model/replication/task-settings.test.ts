import { taskSettings } from "../../../model/replication/task-settings";
import { at, block, leaves, list, parsed } from "../../support/json";

const settings = parsed(taskSettings());

describe("task settings", () => {
  it("never drop or truncate a table of the lake", () => {
    expect(at(settings, "FullLoadSettings", "TargetTablePrepMode")).toBe("DO_NOTHING");
    expect(at(settings, "ChangeProcessingDdlHandlingPolicy")).toEqual({
      HandleSourceTableDropped: false,
      HandleSourceTableTruncated: false,
      HandleSourceTableAltered: true,
    });
  });

  it("stop the task rather than lose or cut data", () => {
    const behaviour = block(at(settings, "ErrorBehavior"));
    const stops = Object.keys(behaviour).filter((name) => behaviour[name] === "STOP_TASK");
    expect(stops).toEqual([
      "DataErrorPolicy",
      "DataTruncationErrorPolicy",
      "DataErrorEscalationPolicy",
      "TableErrorPolicy",
      "TableErrorEscalationPolicy",
      "ApplyErrorDeletePolicy",
      "ApplyErrorInsertPolicy",
      "ApplyErrorUpdatePolicy",
      "ApplyErrorEscalationPolicy",
    ]);
    expect(behaviour["FailOnNoTablesCaptured"]).toBe(true);
    expect(JSON.stringify(behaviour)).not.toMatch(/IGNORE_RECORD|LOG_ERROR|SUSPEND_TABLE/);
  });

  it("do not apply in batches, which may lose data on S3", () => {
    expect(at(settings, "TargetMetadata", "BatchApplyEnabled")).toBe(false);
  });

  it("log every component", () => {
    const components = list(at(settings, "Logging", "LogComponents")).map((each) => at(each, "Id"));
    expect(new Set(components).size).toBe(components.length);
    expect(components).toEqual(
      expect.arrayContaining(["SOURCE_CAPTURE", "SOURCE_UNLOAD", "TARGET_APPLY", "TARGET_LOAD"]),
    );
  });

  it("name no log group or stream, which AWS fills in by itself", () => {
    expect(leaves(settings).filter(({ path }) => /CloudWatchLog/.test(path.join(".")))).toEqual([]);
  });
});
