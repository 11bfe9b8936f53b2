import { DAY, HOUR, MINUTE } from "../../../local/durations";
import { timeOf } from "../../../local/rows/clock";
import { dailyTimes, everyOf, type MachineSchedule } from "../../../local/rows/schedules";
import { moments } from "../../../local/rows/timeline";

const schedule = (name: string, expression: string): MachineSchedule => ({
  name,
  machine: "arn:aws:states:eu-central-1:111122223333:stateMachine:merge",
  input: {},
  every: everyOf(expression, name),
});

describe("a schedule's expression", () => {
  test.each([
    ["rate(5 minutes)", { kind: "rate", period: 5n * MINUTE }],
    ["rate(1 hour)", { kind: "rate", period: HOUR }],
    ["cron(30 1 * * ? *)", { kind: "daily", after: HOUR + 30n * MINUTE }],
  ] as const)("%s is understood", (expression, every) => {
    expect(everyOf(expression, "often")).toEqual(every);
  });

  test.each(["rate(5 fortnights)", "cron(0 4 ? * MON *)", "at(2026-06-30T00:00:00)", ""])(
    "%s is refused by name",
    (expression) => {
      expect(() => everyOf(expression, "often")).toThrow(
        `schedule often: its expression ${expression} is not imitated`,
      );
    },
  );
});

test("a daily schedule starts once a day, not at the beginning of the time but at its end", () => {
  const from = timeOf("2026-06-29T01:30:00Z");
  expect(dailyTimes(HOUR + 30n * MINUTE, from, from + 2n * DAY)).toEqual([from + DAY, from + 2n * DAY]);
  expect(dailyTimes(HOUR + 30n * MINUTE, from, from + DAY - 1n)).toEqual([]);
});

test("moments are in order, start what is frequent each time and what is daily at its time", () => {
  const often = schedule("often", "rate(5 minutes)");
  const nightly = schedule("nightly", "cron(30 1 * * ? *)");
  const begin = timeOf("2026-06-29T12:00:00Z");
  const found = moments([often, nightly], { begin, end: begin + DAY, count: 2, first: HOUR });
  expect(found).toEqual([
    { time: begin + HOUR, starts: [often] },
    { time: begin + 12n * HOUR, starts: [often] },
    { time: begin + 13n * HOUR + 30n * MINUTE, starts: [nightly] },
    { time: begin + DAY, starts: [often] },
  ]);
});
