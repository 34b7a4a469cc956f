import { buildStale } from '../build/build.mjs';

/** Journeys and attacks run against dist/: make it what the sources say. */
export default async function setup(): Promise<void> {
  await buildStale();
}
