/** Whether a text `yyyy-MM-dd` is a day of the calendar, which 30 February is not. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
