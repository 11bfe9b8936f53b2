import { below } from "../keys";
import { problemAt } from "../problem";
import { consumersOf, environmentsOf } from "../walk";
import type { Check } from "./check";

/**
 * An alarm reaches topics of its own account and Region only.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export const alarmTopics: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) =>
    consumersOf(environment).flatMap(({ value: { id, alarmTopic }, keys }) => {
      const { region } = environment.value;
      if (alarmTopic === undefined || id === undefined || region === undefined) return [];
      const start = `arn:aws:sns:${region}:${id}:`;
      if (alarmTopic.startsWith(start)) return [];
      const remedy = `write a topic of the account and its Region: \`${start}<name>\``;
      return [problemAt(landscape, below(keys, "alarmTopic"), alarmTopic, remedy)];
    }),
  );
