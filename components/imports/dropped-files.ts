/** At most this many files from one drop: a dropped home folder is an accident. */
const MOST_FILES = 500

/** The files of a drop, those inside dropped folders included, hidden ones left out. Call it inside the drop event: the list is empty after it. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // both are asked at once: after the first await the browser has emptied the list
  const dropped = [...transfer.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const files: File[] = []
  for (const { entry, file } of dropped) {
    if (entry) await collect(entry, files)
    else if (file) files.push(file) // something dragged from another page has no place in a file system
  }
  return files
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (entry.name.startsWith('.') || files.length >= MOST_FILES) return
  if (entry.isFile) {
    files.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)))
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // a folder is given out in portions; an empty one ends it
  for (let portion = await readPortion(reader); portion.length > 0; portion = await readPortion(reader)) {
    for (const child of portion) await collect(child, files)
  }
}

function readPortion(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}
