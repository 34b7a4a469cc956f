import { parentPort } from 'node:worker_threads';
import type { FromParser, ToParser } from './import/parse-thread.ts';
import { readWorkbookInto } from './import/read/read-workbook.ts';
import { digestsOf, packFile } from './store/write-evidence.ts';

/** Entry of the thread in which hostile files are taken apart. It holds no key and no store, and can be killed at any moment. */
const port = parentPort;
if (!port) throw new Error('parse.worker is a worker thread');
tamePrototypes();

const send = (message: FromParser, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

port.on('message', async ({ id, name, bytes, wish }: ToParser) => {
  send({ id, type: 'digests', digests: await digestsOf(bytes) });
  const outcome = await readWorkbookInto(
    {
      file: (head) => send({ id, type: 'file', head }),
      sheet: (head) => send({ id, type: 'sheet', head }),
      rows: (chunk) =>
        send({ id, type: 'rows', chunk }, [chunk.numbers.buffer, chunk.ends.buffer, chunk.packed.buffer]),
      endSheet: (foot) => send({ id, type: 'end-sheet', foot }),
      forgetSheet: () => send({ id, type: 'forget-sheet' }),
      member: (member) => send({ id, type: 'member', member }, member.content.ok ? [member.content.value.buffer] : []),
      note: (note) => send({ id, type: 'note', note }),
    },
    bytes,
    name,
    wish,
  );
  const packed = packFile(bytes);
  // a large file would stay in memory until this thread has something else to do
  bytes.buffer.transfer(0);
  send(
    { id, type: 'done', outcome, packed },
    packed.chunks.map(({ data }) => data.buffer),
  );
});

/**
 * Nothing a file says can change what all objects share. A name such as constructor or __proto__ (of a sheet, a style, a part) becomes
 * a property of its own object, as it would without the freezing; a plain freeze would lose it without a word.
 */
function tamePrototypes(): void {
  for (const name of Reflect.ownKeys(Object.prototype)) {
    const inherited = name === '__proto__' ? undefined : Reflect.get(Object.prototype, name);
    Object.defineProperty(Object.prototype, name, {
      get: () => inherited,
      set(this: object, value: unknown) {
        Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
      },
    });
  }
  for (const shared of [Object, Array, Function, String, Number, Boolean, RegExp, Date, Map, Set, Promise, Error]) {
    Object.freeze(shared.prototype);
  }
}
