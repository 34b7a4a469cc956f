import { createHash, type Hash } from 'node:crypto';
import { createSM3, type IHasher } from 'hash-wasm';

/** SHA-256 and SM3 (国密) over the same bytes. */
export class Digests {
  readonly #sha256: Hash = createHash('sha256');
  readonly #sm3: IHasher;
  bytes = 0;

  private constructor(sm3: IHasher) {
    this.#sm3 = sm3.init();
  }

  static async start(): Promise<Digests> {
    return new Digests(await createSM3());
  }

  update(chunk: Uint8Array): void {
    this.#sha256.update(chunk);
    this.#sm3.update(chunk);
    this.bytes += chunk.length;
  }

  end(): { bytes: number; sha256: string; sm3: string } {
    return { bytes: this.bytes, sha256: this.#sha256.digest('hex'), sm3: this.#sm3.digest('hex') };
  }
}

export async function digestsOf(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; sha256: string; sm3: string }> {
  const digests = await Digests.start();
  for await (const chunk of chunks) digests.update(chunk);
  return digests.end();
}
