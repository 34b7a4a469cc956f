/** 医保药品编码 X…, Z…, T… and 医保耗材编码 C…; 药品本位码 86…. Lengths are quoted inconsistently, so they are taken loosely. */
const nationalCode = /^(?:[XZT][A-Z0-9]{18,26}|C\d{19}(?:\d{7})?|86\d{12})$/;

/** Whether this is a code that the whole country gives one drug or consumable. */
export const isNationalCode = (code: string | undefined): boolean =>
  code !== undefined && nationalCode.test(code.replace(/\s/g, ''));
