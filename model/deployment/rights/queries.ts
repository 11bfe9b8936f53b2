import type { Rights } from "./right";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonathena.html */
const athena = (read: readonly string[], write: readonly string[]) => ({
  on: "workgroups" as const,
  read: read.map((action) => `athena:${action}`),
  write: write.map((action) => `athena:${action}`),
});

/** Athena and Step Functions with its schedules and events. */
export const QUERIES: Rights = {
  aws_athena_named_query: [athena(["GetNamedQuery"], ["CreateNamedQuery", "DeleteNamedQuery", "UpdateNamedQuery"])],
  aws_athena_prepared_statement: [
    athena(["GetPreparedStatement"], ["CreatePreparedStatement", "DeletePreparedStatement", "UpdatePreparedStatement"]),
  ],
  aws_athena_workgroup: [
    athena(
      ["GetWorkGroup", "ListTagsForResource"],
      ["CreateWorkGroup", "DeleteWorkGroup", "TagResource", "UntagResource", "UpdateWorkGroup"],
    ),
  ],
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html
  aws_sfn_state_machine: [
    {
      on: "stateMachines",
      read: ["states:DescribeStateMachine", "states:ListStateMachineVersions", "states:ListTagsForResource"],
      write: [
        "states:CreateStateMachine",
        "states:DeleteStateMachine",
        "states:PublishStateMachineVersion",
        "states:TagResource",
        "states:UntagResource",
        "states:UpdateStateMachine",
      ],
      passRoleTo: ["states.amazonaws.com"],
    },
    { on: "account", read: ["states:ValidateStateMachineDefinition"] },
  ],
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgescheduler.html
  aws_scheduler_schedule: [
    {
      on: "schedules",
      read: ["scheduler:GetSchedule"],
      write: ["scheduler:CreateSchedule", "scheduler:DeleteSchedule", "scheduler:UpdateSchedule"],
      passRoleTo: ["scheduler.amazonaws.com"],
    },
  ],
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
  aws_cloudwatch_event_bus: [
    {
      on: "eventBuses",
      read: ["events:DescribeEventBus", "events:ListTagsForResource"],
      write: [
        "events:CreateEventBus",
        "events:DeleteEventBus",
        "events:TagResource",
        "events:UntagResource",
        "events:UpdateEventBus",
      ],
    },
  ],
  aws_cloudwatch_event_bus_policy: [
    { on: "eventBuses", read: ["events:DescribeEventBus"] },
    // Both know no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
    { on: "account", write: ["events:PutPermission", "events:RemovePermission"] },
  ],
  aws_cloudwatch_event_rule: [
    {
      on: "eventRules",
      read: ["events:DescribeRule", "events:ListTagsForResource"],
      write: ["events:DeleteRule", "events:PutRule", "events:TagResource", "events:UntagResource"],
    },
  ],
  aws_cloudwatch_event_target: [
    {
      on: "eventRules",
      read: ["events:ListTargetsByRule"],
      write: ["events:PutTargets", "events:RemoveTargets"],
      passRoleTo: ["events.amazonaws.com"],
    },
  ],
};
