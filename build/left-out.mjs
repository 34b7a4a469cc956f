// Stands in the built program for packages that exceljs would read workbooks with (see build.mjs).
export function setGracefulCleanup() {}
