import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../../electron/core/import/read/read-workbook.ts';

/** Reads one workbook and prints the rows of its first sheet: a process of its own, so that its memory can be measured. */
const [, , path = ''] = process.argv;
const read = await readWorkbook(readFileSync(path), path);
console.log(read.ok ? read.value.sheets[0]?.length : read.problem.code);
