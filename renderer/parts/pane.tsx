import type { ReactNode } from 'react';

/** The head line of a pane: title, a quiet remark, and what can be done at the right. */
export function Head({
  title,
  sub,
  extra,
  tall = false,
  icon,
}: {
  title: ReactNode;
  sub?: ReactNode;
  extra?: ReactNode;
  tall?: boolean;
  icon?: ReactNode;
}) {
  return (
    <div className={tall ? 'head tall' : 'head'}>
      {icon}
      <h2>{title}</h2>
      {sub && <span className="t3 s12 ell">{sub}</span>}
      <span className="grow" />
      {extra}
    </div>
  );
}

/** One figure with its label, unit and remark; `tone` only where the figure crosses a threshold. */
export function Figure({
  label,
  value,
  unit,
  note,
  tone,
}: {
  label: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  note?: ReactNode;
  tone?: 'high' | 'mid' | 'ok' | undefined;
}) {
  return (
    <div className="col">
      <span className="t3 s12 nw">{label}</span>
      <span className={tone ? `nw tone-${tone}` : 'nw'}>
        <span className="b s20">{value}</span>
        {unit && <span className="s12 t2"> {unit}</span>}
      </span>
      {note && <span className="t3 s12 nw">{note}</span>}
    </div>
  );
}

/** Small upright bars, all slate; only those in `hot` are red because a finding sits on them. */
export function Bars({
  values,
  width = 84,
  height = 18,
  hot = [],
  label,
}: {
  values: readonly number[];
  width?: number;
  height?: number;
  hot?: readonly number[];
  label: string;
}) {
  const most = Math.max(1, ...values.map(Math.abs));
  const step = width / Math.max(1, values.length);
  return (
    <svg width={width} height={height} role="img" aria-label={label} style={{ display: 'block' }}>
      {values.map((value, index) => {
        const tall = value === 0 ? 0 : Math.max(1, (Math.abs(value) / most) * height);
        return (
          <rect
            key={index}
            x={index * step}
            width={Math.max(1, step - 1)}
            y={height - tall}
            height={tall}
            fill={hot.includes(index) ? 'var(--highFill)' : 'var(--lowFill)'}
          />
        );
      })}
    </svg>
  );
}

/** A share between 0 and 1 as a thin line. */
export function Meter({ share, tone = 'var(--accent)', label }: { share: number; tone?: string; label?: string }) {
  return (
    <div className="meter" {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      <i style={{ width: `${Math.min(100, Math.max(0, share * 100))}%`, background: tone }} />
    </div>
  );
}
