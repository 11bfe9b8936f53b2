import { taskSettings } from "../../../../model/replication/task-settings";
import { findingsOn } from "../../../support/guarded";
import { block, parsed } from "../../../support/json";

const task = (settings: unknown) => findingsOn("aws_dms_replication_task", { replication_task_settings: settings });
const finding = (missing: string) => ({
  stack: "one",
  place: "aws_dms_replication_task.x",
  cause: `the task settings lack ${missing}: partial settings differ at every plan (hashicorp/terraform-provider-aws#31136)`,
  remedy: "write the whole document (model/replication/task-settings.ts)",
});
const ALL =
  "TargetMetadata, FullLoadSettings, Logging, ControlTablesSettings, StreamBufferSettings, ChangeProcessingDdlHandlingPolicy, ErrorBehavior, ChangeProcessingTuning, ValidationSettings";

describe("the trap of partial task settings", () => {
  it("passes the whole document", () => {
    expect(task(taskSettings())).toEqual([]);
  });

  it.each(ALL.split(", "))("finds a document without %s", (section) => {
    const { [section]: _, ...others } = block(parsed(taskSettings()));
    expect(task(JSON.stringify(others))).toEqual([finding(section)]);
  });

  it.each([[undefined], ["{}"], ["[]"], ["null"], ["${jsonencode({})}"]])("finds settings that are %j", (settings) => {
    expect(task(settings)).toEqual([finding(ALL)]);
  });
});
