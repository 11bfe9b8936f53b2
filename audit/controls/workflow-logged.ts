import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { fsbp, pci } from "../check/references";
import { blocks } from "../output/json";

export const workflowLogged: Control = {
  id: "workflow-logged",
  sentence: "Every state machine logs its executions.",
  reason: "Step Functions forgets executions after 90 days, those of express workflows at once.",
  remedy: "set logging_configuration with level ERROR or ALL and log_destination",
  severity: "medium",
  references: [...fsbp("StepFunctions.1"), ...pci("10.4.2")],
  check: eachResource(["aws_sfn_state_machine"], ({ body }) => {
    const [logging] = blocks(body["logging_configuration"]);
    if (logging === undefined) return fail("logging_configuration is not set");
    const level = logging["level"] ?? "OFF";
    return level === "OFF" ? fail("logging_configuration.level is OFF") : PASS;
  }),
};
