/** Files that were dropped on the window, those inside dropped folders too, each with the path below its folder. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...transfer.files];
  const found: File[] = [];
  for (const entry of entries) await collect(entry, '', found);
  return found.filter(({ name }) => !/^(?:\.|~\$)/.test(name));
}

async function collect(entry: FileSystemEntry, below: string, found: File[]): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((done, fail) => entry.file(done, fail));
    found.push(below === '' ? file : withPath(file, `${below}${file.name}`));
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    // a reader gives a hundred entries at a time, and nothing when it is done
    for (let more = await next(reader); more.length > 0; more = await next(reader)) {
      for (const each of more) await collect(each, `${below}${entry.name}/`, found);
    }
  }
}

// Chromium has these classes under other names (FileEntry), so `instanceof` is no way to tell them apart
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const next = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((done, fail) => reader.readEntries(done, fail));

/** A file from a dropped folder says its path as one from a chosen folder does. */
const withPath = (file: File, path: string): File => Object.defineProperty(file, 'webkitRelativePath', { value: path });
