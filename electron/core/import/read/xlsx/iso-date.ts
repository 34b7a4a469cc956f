const form = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;

/** A day or time as ISO 8601 writes it (cells of type d) as a number of days, as every other cell holds it. */
export function serialOf(text: string, date1904: boolean): number | undefined {
  const parts = form.exec(text.trim());
  if (!parts || (parts[1] === undefined && parts[4] === undefined)) return undefined;
  const time = (Number(parts[4] ?? 0) + Number(parts[5] ?? 0) / 60 + Number(parts[6] ?? 0) / 3600) / 24;
  if (parts[1] === undefined) return time;
  const day = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  if (new Date(day).getUTCDate() !== Number(parts[3])) return undefined;
  const serial = (day - Date.UTC(1899, 11, 30)) / 86_400_000;
  // Excel counts a 29 February 1900 that never was
  const counted = date1904 ? serial - 1462 : serial < 61 ? serial - 1 : serial;
  return counted + time;
}
