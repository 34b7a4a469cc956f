/** The chance of at least `events` where `mean` are expected (one-sided Poisson test). */
export function chanceOfEvents(events: number, mean: number): number {
  if (events <= 0) return 1;
  if (mean <= 0) return 0;
  let term = Math.exp(-mean);
  let below = term;
  for (let i = 1; i < events; i++) {
    term *= mean / i;
    below += term;
  }
  return Math.max(0, 1 - below);
}
