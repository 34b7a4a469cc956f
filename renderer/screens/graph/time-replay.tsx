import { IconPlayerPause, IconPlayerPlay, IconPlayerSkipBack, IconPlayerSkipForward } from '@tabler/icons-react';
import { Button, Tooltip } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../app/words.ts';

const speeds = [1, 2, 5] as const;
type Direction = 1 | -1;
/** ms for one bar at 1× */
const BAR = 1_000;

const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Moves the period bar by bar, by itself; where a person wants no motion, one bar for each press. `step` answers false at the end. */
export function TimeReplay({ step, disabled }: { step(direction: Direction): boolean; disabled: boolean }) {
  const { t } = useWords();
  const [playing, setPlaying] = useState<Direction | null>(null);
  const [speed, setSpeed] = useState<(typeof speeds)[number]>(1);
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    if (playing === null) return;
    const timer = setInterval(() => {
      if (!latest.current(playing)) setPlaying(null);
    }, BAR / speed);
    return () => clearInterval(timer);
  }, [playing, speed]);
  const press = (direction: Direction) => {
    if (playing === direction) setPlaying(null);
    else if (step(direction) && !calm.matches) setPlaying(direction);
  };
  const button = (direction: Direction) => {
    const label = calm.matches
      ? t(direction === 1 ? 'period.step' : 'period.stepBack')
      : playing === direction
        ? t('period.pause')
        : t(direction === 1 ? 'period.play' : 'period.playBack');
    const Icon = calm.matches
      ? direction === 1
        ? IconPlayerSkipForward
        : IconPlayerSkipBack
      : playing === direction
        ? IconPlayerPause
        : IconPlayerPlay;
    const mirrored = direction === -1 && !calm.matches && playing !== -1 ? { transform: 'scaleX(-1)' } : {};
    return (
      <Tooltip title={label} placement="right">
        <Button
          type="text"
          size="small"
          aria-label={label}
          disabled={disabled}
          icon={<Icon size={15} stroke={1.5} style={mirrored} />}
          onClick={() => press(direction)}
        />
      </Tooltip>
    );
  };
  return (
    <span className="row time-replay">
      {button(-1)}
      {button(1)}
      {!calm.matches && (
        <Tooltip title={t('period.speed')} placement="right">
          <Button
            type="text"
            size="small"
            aria-label={`${t('period.speed')} ${speed}×`}
            disabled={disabled}
            onClick={() => setSpeed(speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1)}
          >
            {speed}×
          </Button>
        </Tooltip>
      )}
    </span>
  );
}
