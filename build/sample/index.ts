/** The generator of the fictitious sample case: what the headless program and the loopback host may call. */
export { generateSample } from './generate.ts';
export type { SampleFile, SampleOptions, SampleSize, SchemeId } from './options.ts';
export { writeSample } from './write-sample.ts';
