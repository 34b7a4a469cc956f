/** Thrown inside a reader to leave it at once; readWorkbookInto turns each into its Problem. None is a Fault. */
export class DamagedFile extends Error {}

export class FileBomb extends Error {
  readonly ratio: number;
  constructor(ratio: number) {
    super();
    this.ratio = ratio;
  }
}

export class FileTooLarge extends Error {
  readonly bytes: number;
  constructor(bytes: number) {
    super();
    this.bytes = bytes;
  }
}

/** More cell text than the bytes of the file can account for: one string that a small file repeats without end. */
export class TooMuchText extends Error {}

export class TooManyColumns extends Error {}
