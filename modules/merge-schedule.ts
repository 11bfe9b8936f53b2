import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import { Construct } from "constructs";
import { mergeMinutes } from "../model/curation/merge-minutes";
import { mergeWorkflow, WINDOW_DAYS } from "../model/curation/merge-workflow";
import type { Environment, Source } from "../model/landscape/types";
import { curationName, scheduleRoleName } from "../model/names";
import { serviceTrust } from "../model/policy/trust";
import { ServiceRole } from "./service-role";

export interface MergeScheduleProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly role: ServiceRole;
  readonly workgroup: string;
}

/** The workflow that merges a source's changes, and the clock that starts it. */
export class MergeSchedule extends Construct {
  constructor(scope: Construct, id: string, { environment, source, role, workgroup }: MergeScheduleProps) {
    super(scope, id);
    const name = curationName(environment, source);
    const workflow = new SfnStateMachine(this, "workflow", {
      name,
      type: "STANDARD",
      roleArn: role.arn,
      definition: mergeWorkflow(source, workgroup),
      dependsOn: [role.policy],
    });
    const starter = new ServiceRole(this, "starter", {
      name: scheduleRoleName(environment, source),
      description: `Starts the merge of ${source.name}`,
      trust: serviceTrust("scheduler.amazonaws.com", environment.governance),
      statements: [{ Sid: "Start", Effect: "Allow", Action: "states:StartExecution", Resource: workflow.arn }],
    });
    const minutes = mergeMinutes(source);
    new SchedulerSchedule(this, "schedule", {
      name,
      description: `Merges ${source.name} every ${minutes} minutes`,
      scheduleExpression: `rate(${minutes} ${minutes === 1 ? "minute" : "minutes"})`,
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: workflow.arn,
        roleArn: starter.arn,
        input: JSON.stringify({ days: String(WINDOW_DAYS) }),
        // The next run covers the same window.
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
      },
      dependsOn: [starter.policy],
    });
  }
}
