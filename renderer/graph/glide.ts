/** A movement that is under way. */
export interface Glide {
  /** arrives now */
  finish(): void;
  /** stays where it is */
  stop(): void;
}

/** Calls `draw` with the share of the way that is done, frame after frame, the last time with 1. Nothing moves for who wants no motion: it arrives at once. */
export function glide(ms: number, draw: (share: number) => void): Glide | null {
  if (ms <= 0 || window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    draw(1);
    return null;
  }
  const started = performance.now();
  let frame = 0;
  let isOver = false;
  const stop = () => {
    isOver = true;
    cancelAnimationFrame(frame);
  };
  const step = () => {
    if (isOver) return;
    const share = Math.min(1, (performance.now() - started) / ms);
    if (share === 1) isOver = true;
    draw(1 - (1 - share) ** 3);
    if (share < 1) frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return {
    stop,
    finish: () => {
      if (isOver) return;
      stop();
      draw(1);
    },
  };
}
