import { parentPort } from 'node:worker_threads';
import type { FromParser, ToParser } from './import/parse-thread.ts';
import { readWorkbookInto } from './import/read/read-workbook.ts';
import { digestsOf } from './store/write-evidence.ts';

/** Entry of the thread in which hostile files are taken apart. It holds no key and no store, and can be killed at any moment. */
const port = parentPort;
if (!port) throw new Error('parse.worker is a worker thread');
for (const shared of [Object, Array, Function, String, Number, Boolean, RegExp, Date, Map, Set, Promise, Error]) {
  Object.freeze(shared.prototype);
}

const send = (message: FromParser, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

port.on('message', async ({ id, name, bytes }: ToParser) => {
  const digests = await digestsOf(bytes);
  const outcome = await readWorkbookInto(
    {
      file: (head) => send({ id, type: 'file', head }),
      sheet: (head) => send({ id, type: 'sheet', head }),
      rows: (chunk) => send({ id, type: 'rows', chunk }, [chunk.numbers.buffer as ArrayBuffer]),
    },
    bytes,
    name,
  );
  // the bytes go back to where they are kept as evidence
  send({ id, type: 'done', outcome, digests, bytes }, [bytes.buffer as ArrayBuffer]);
});
