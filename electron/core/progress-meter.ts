import type { CoreEvent, Progress } from '../../shared/protocol/events.ts';

/** Speed is told once a step has run for this long. */
const enough = 500;

interface Step {
  /** what was done when it began */
  readonly from: number;
  /** milliseconds in which it was at work, up to `since` */
  spent: number;
  since: number;
}

/** Turns how far a job is into what the screen shows: speed and time left of the present step; time in other steps and held time do not count. */
export class ProgressMeter {
  readonly #job: string;
  readonly #now: () => number;
  readonly #steps = new Map<string, Step>();
  #last: Progress = { step: '', done: 0, total: 0, file: null };
  #held = false;

  /** `now`: milliseconds of a clock that never goes back */
  constructor(job: string, now: () => number = () => performance.now()) {
    this.#job = job;
    this.#now = now;
  }

  get isHeld(): boolean {
    return this.#held;
  }

  moved(progress: Progress): CoreEvent {
    if (progress.step !== this.#last.step) {
      this.#stop();
      const step = this.#steps.get(progress.step) ?? { from: progress.done, spent: 0, since: 0 };
      step.since = this.#now();
      this.#steps.set(progress.step, step);
    }
    this.#last = progress;
    return this.#event();
  }

  hold(): CoreEvent {
    if (!this.#held) this.#stop();
    this.#held = true;
    return this.#event();
  }

  goOn(): CoreEvent {
    const step = this.#steps.get(this.#last.step);
    if (this.#held && step) step.since = this.#now();
    this.#held = false;
    return this.#event();
  }

  #stop(): void {
    const step = this.#steps.get(this.#last.step);
    if (step && !this.#held) step.spent += this.#now() - step.since;
  }

  #event(): CoreEvent {
    const { step: name, done, total } = this.#last;
    const step = this.#steps.get(name);
    const ms = step ? step.spent + (this.#held ? 0 : this.#now() - step.since) : 0;
    const moved = step ? done - step.from : 0;
    const perSecond = ms >= enough && moved > 0 ? Math.round((1000 * moved) / ms) : null;
    const left = perSecond && total > 0 ? Math.ceil((total - done) / perSecond) : null;
    return { event: 'progress', job: this.#job, perSecond, left, paused: this.#held, ...this.#last };
  }
}
