/** Days since 1970-01-01 of a day YYYY-MM-DD. */
export const dayNumber = (day: string): number =>
  Math.floor(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000);

export const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Seconds since midnight; a booking without a time stands after all others of its day. */
export function secondsOf(time: string | null): number {
  if (time === null) return 86_401;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + Math.floor(seconds);
}
