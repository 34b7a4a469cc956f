import { families } from '../../../shared/ontology/families.ts';
import { partyKind } from '../../../shared/ontology/index.ts';
import type { ListedView } from '../../../shared/protocol/views.requests.ts';
import { useSettings } from '../../app/settings.ts';

const [WIDE, TALL] = [92, 56];

/** The small picture of a view: drawn from where everybody stood, so that it says nothing by name and follows light and dark. */
export function ViewThumb({ dots, lines }: Pick<ListedView, 'dots' | 'lines'>) {
  const mode = useSettings((store) => store.mode);
  const [xs, ys] = [dots.map(({ x }) => x), dots.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const unit = Math.max((Math.max(...xs) - left) / (WIDE - 12), (Math.max(...ys) - top) / (TALL - 12), 0.001);
  const at = (place: number) => {
    const dot = dots[place];
    return dot ? { x: 6 + (dot.x - left) / unit, y: 6 + (dot.y - top) / unit } : { x: 0, y: 0 };
  };
  return (
    <svg className="view-thumb none" width={WIDE} height={TALL} aria-hidden="true">
      {lines.map(([from, to], i) => {
        const [a, b] = [at(from), at(to)];
        return <line key={i} x1={a.x} y1={a.y} x2={b.x} y2={b.y} stroke="var(--line)" strokeWidth={1} />;
      })}
      {dots.map(({ drawnAs }, i) => {
        const { x, y } = at(i);
        return <circle key={i} cx={x} cy={y} r={2.6} fill={families[partyKind(drawnAs)?.family ?? 'org'][mode]} />;
      })}
    </svg>
  );
}
