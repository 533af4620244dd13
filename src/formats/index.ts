// The room's door: what other rooms may use of it.
export { type Alias, aliases } from './aliases.ts'
export { type FilesImport, formatsMet, type ImportFile, importFiles } from './files.ts'
export type { Format, Imported } from './format.ts'
export { type History, historyFormats, importHistory } from './history.ts'
export { formatProblem, type Import, type ImportRequest, importChunks, importText } from './import.ts'
export { mergeImported } from './merge.ts'
export { formats } from './registry.ts'
