import { Input } from 'antd';
import { isDay } from '../../shared/evidence/day.ts';

/** A day typed as YYYY-MM-DD, the same in every language of the system; what is no day is marked. */
export function DayField({
  label,
  text,
  change,
}: {
  readonly label: string;
  readonly text: string;
  readonly change: (text: string) => void;
}) {
  return (
    <Input
      aria-label={label}
      className="mono"
      placeholder="YYYY-MM-DD"
      maxLength={10}
      style={{ width: 130 }}
      {...(text !== '' && !isDay(text) && { status: 'error' as const })}
      value={text}
      onChange={(event) => change(event.target.value.trim())}
    />
  );
}
