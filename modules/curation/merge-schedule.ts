import { SchedulerSchedule, type SchedulerScheduleConfig } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { Construct } from "constructs";
import { mergeMinutes } from "../../model/curation/merge-minutes";
import { DAILY_INPUT } from "../../model/curation/merge-workflow";
import type { Environment, Source } from "../../model/landscape/types";
import { curationName, dailyMergeName, scheduleRoleName } from "../../model/names";
import { serviceTrust } from "../../model/policy/trust";
import { SCHEDULE_WITHOUT_DATA } from "../../model/standing-waivers";
import { ServiceRole } from "../role/service-role";
import { recordWaivers } from "../terraform/waived";

/** Night in Europe, in UTC; spread over an hour, so that the sources do not all come at once. */
const DAILY = "cron(30 1 * * ? *)";
const SPREAD_MINUTES = 60;

export interface MergeScheduleProps {
  readonly environment: Environment;
  readonly source: Source;
  /** State machine that merges the source. */
  readonly workflowArn: string;
}

/** The clock that starts a source's merge: every few minutes, and once a day over all recent changes. */
export class MergeSchedule extends Construct {
  constructor(scope: Construct, id: string, { environment, source, workflowArn }: MergeScheduleProps) {
    super(scope, id);
    const starter = new ServiceRole(this, "starter", {
      name: scheduleRoleName(environment, source),
      description: `Starts the merge of ${source.name}`,
      trust: serviceTrust("scheduler.amazonaws.com", environment.governance),
      statements: [{ Sid: "Start", Effect: "Allow", Action: "states:StartExecution", Resource: workflowArn }],
    });
    const schedule = (
      name: string,
      config: Omit<SchedulerScheduleConfig, "target">,
      input: object,
      seconds: number,
    ): void => {
      const made = new SchedulerSchedule(this, name, {
        ...config,
        target: {
          arn: workflowArn,
          roleArn: starter.arn,
          input: JSON.stringify(input),
          retryPolicy: { maximumRetryAttempts: seconds < 3600 ? 0 : 5, maximumEventAgeInSeconds: seconds },
        },
        dependsOn: [starter.policy],
      });
      recordWaivers(made, [SCHEDULE_WITHOUT_DATA]);
    };
    const minutes = mergeMinutes(source);
    schedule(
      "schedule",
      {
        name: curationName(environment, source),
        description: `Merges ${source.name} every ${minutes} minutes`,
        scheduleExpression: `rate(${minutes} ${minutes === 1 ? "minute" : "minutes"})`,
        flexibleTimeWindow: { mode: "OFF" },
      },
      {},
      // The next run covers the same window.
      60,
    );
    schedule(
      "daily",
      {
        name: dailyMergeName(environment, source),
        description: `Merges all recent changes of ${source.name} once a day, the late ones among them`,
        scheduleExpression: DAILY,
        flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes: SPREAD_MINUTES },
      },
      DAILY_INPUT,
      3600,
    );
  }
}
