import type { Problem } from '../../shared/protocol/problem.ts';
import type { Answer, Ask } from '../../shared/protocol/requests.ts';

/** A failed reply, thrown so that screens stay straight lines. Everything else that a request throws is a Fault. */
export class ProblemReply extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

export type FilePurpose = Ask<'shell.choose-files'>['purpose'];
export type TargetPurpose = Ask<'shell.choose-target'>['purpose'];
/** A file the core may read: an opaque ticket, never a path. */
export type ChosenFile = Answer<'shell.choose-files'>['files'][number];
