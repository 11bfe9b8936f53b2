import { DAY, HOUR, MINUTE, SECOND } from "../../../local/durations";
import { duration, isoOf, shown, timeOf } from "../../../local/rows/clock";

test("times are read and written in UTC", () => {
  const time = timeOf("2026-06-30T21:00:01.500Z");
  expect(isoOf(time)).toBe("2026-06-30T21:00:01.500Z");
  expect(shown(time)).toBe("2026-06-30 21:00:01");
});

test.each([
  [4n * SECOND, "4 s"],
  [12n * MINUTE + 3n * SECOND, "12 min 03 s"],
  [DAY + HOUR + 5n * MINUTE, "25 h 05 min"],
])("%s microseconds are %s", (time, text) => {
  expect(duration(time)).toBe(text);
});
