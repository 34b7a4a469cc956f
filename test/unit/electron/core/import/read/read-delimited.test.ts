import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDelimited, sniffDelimiter } from '../../../../../../electron/core/import/read/read-delimited.ts';

const read = (text: string, delimiter = ',') => [...readDelimited(text, delimiter)].map(({ fields }) => [...fields]);
const lines = (text: string) => [...readDelimited(text, ',')].map(({ line }) => line);

test('records end with LF, CR or CRLF; the last one needs no end', () => {
  const truth = [
    ['a', 'b'],
    ['c', 'd'],
  ];
  for (const end of ['\n', '\r', '\r\n']) {
    expect(read(`a,b${end}c,d`)).toEqual(truth);
    expect(read(`a,b${end}c,d${end}`)).toEqual(truth);
  }
});

test('a quoted field may hold the delimiter, quotes and line ends', () => {
  expect(read('"1,234.50","say ""yes""","two\nlines",end\n')).toEqual([['1,234.50', 'say "yes"', 'two\nlines', 'end']]);
});

test('text after a closing quote is kept: wallets end a quoted number with a tab', () => {
  expect(read('"3985734"\t,"/"\n')).toEqual([['3985734\t', '/']]);
});

test('a quote inside an unquoted field is a character', () => {
  expect(read('打开拼多多"多多视频",0.07\n')).toEqual([['打开拼多多"多多视频"', '0.07']]);
});

test('a quote that is never closed does not swallow the rows after it', () => {
  expect(read('a,"b\nc,d\n')).toEqual([
    ['a', '"b'],
    ['c', 'd'],
  ]);
});

test('a row is numbered by the physical line on which it starts', () => {
  expect(lines('head\n\n"two\r\nlines"\nafter')).toEqual([1, 2, 3, 5]);
  expect(lines('head\r"two\rlines"\rafter')).toEqual([1, 2, 4]);
});

test('a trailing delimiter makes one more, empty field', () => {
  expect(read('a,b,\nc,d,')).toEqual([
    ['a', 'b', ''],
    ['c', 'd', ''],
  ]);
});

test('what is written by RFC 4180 is read back unchanged', () => {
  const field = fc.string({ unit: fc.constantFrom(...'ab,"\n\r;1 张'), maxLength: 6 });
  const table = fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
      const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',') + end).join('');
      expect(read(text)).toEqual(rows);
    }),
  );
});

test('the delimiter is the one under which most records have equally many fields', () => {
  expect(sniffDelimiter('说明\na;b;c\n1;"2,5";3\n4;5,6;6\n')).toBe(';');
  expect(sniffDelimiter('a\tb\n1,5\t2,5\n3,5\t4,5\n')).toBe('\t');
  expect(sniffDelimiter('户名：张某\n日期|金额|摘要\n2024-01-01|1,000.00|货款\n')).toBe('|');
  expect(sniffDelimiter('一行文字')).toBe(',');
});

const spectrum = join(import.meta.dirname, '../../../../../../../shared/fixtures/csv-spectrum');
test.skipIf(!existsSync(spectrum))(
  'csv-spectrum is read as its JSON says (skipped where the fixtures are absent)',
  () => {
    const files = readdirSync(join(spectrum, 'csvs'));
    expect(files.length).toBe(12);
    for (const file of files) {
      const [header, ...rows] = read(readFileSync(join(spectrum, 'csvs', file), 'utf8'));
      const truth = [JSON.parse(readFileSync(join(spectrum, 'json', file.replace('.csv', '.json')), 'utf8'))].flat();
      const objects = rows.map((row) => Object.fromEntries(row.map((value, i) => [header?.[i] ?? '', value])));
      // the truth of this one file masks the phone number that its CSV holds
      if (file === 'location_coordinates.csv') truth[0]['Contact Phone Number'] = '2095257564';
      expect({ file, rows: objects }).toEqual({ file, rows: truth });
    }
  },
);
