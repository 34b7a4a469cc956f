/** Seconds since midnight; a booking without a time stands after all others of its day. */
export function secondsOf(time: string | null): number {
  if (time === null) return 86_401;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + Math.floor(seconds);
}
