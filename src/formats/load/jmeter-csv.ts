// JMeter's result file as CSV, whatever its ending: milliseconds, one row per sample. Read as a stream.
import type { Format, Imported } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { csvHeader } from '../reading/csv.ts'
import { recordReader } from '../reading/csv-records.ts'
import { noteClosedModel } from '../reading/load.ts'
import { figure } from '../reading/number.ts'
import { requests } from '../reading/requests.ts'

/** The order of columns when `jmeter.save.saveservice.print_field_names` is false; what follows them varies. */
const columnsWithoutHeading = [
  'timeStamp',
  'elapsed',
  'label',
  'responseCode',
  'responseMessage',
  'threadName',
  'dataType',
  'success',
]
const firstRowWithoutHeading = /^\s*\d{13},\d+,(?:[^,\n]*,){5}(?:true|false)(?:,|\s|$)/

export const jmeterCsv: Format = {
  name: 'jmeter-csv',
  tool: 'jmeter',
  title: 'JMeter, result file as CSV',
  produce: 'jmeter -n -t plan.jmx -l result.csv',
  documentation: 'https://jmeter.apache.org/usermanual/listeners.html#csvlogformat',
  detect(source) {
    const header = csvHeader(source.head)
    return (
      firstRowWithoutHeading.test(source.head) ||
      (header.includes('elapsed') &&
        header.includes('label') &&
        (header.includes('timeStamp') || header.includes('success')))
    )
  },
  parse(source) {
    const reading = read()
    reading.write(source.text)
    return reading.end()
  },
  async parseChunks(chunks) {
    const reading = read()
    for await (const chunk of chunks) reading.write(chunk)
    return reading.end()
  },
}

function read(): { write(chunk: string): void; end(): Imported } {
  const all = requests()
  let columns: Readonly<Record<string, number>> | undefined
  const records = recordReader((cells) => {
    if (columns === undefined) {
      const headed = cells.includes('label')
      columns = Object.fromEntries(
        (headed ? cells : columnsWithoutHeading).map((name, index) => [name, index]),
      )
      if (headed) return
    }
    const cell = (name: string) => cells[columns?.[name] ?? -1] ?? ''
    // A transaction holds its samples again; each label is a benchmark of its own, so nothing is counted twice.
    all.add({
      benchmark: cell('label'),
      latency: (figure(cell('elapsed')) ?? Number.NaN) / 1000,
      failed: cell('success') === 'false' || (cell('success') === '' && Number(cell('responseCode')) >= 400),
      startedAt: timeOf(cell('timeStamp')),
      complaint: [cell('responseCode'), cell('failureMessage') || cell('responseMessage')]
        .filter((part) => part)
        .join(' '),
    })
  })
  return {
    write: (chunk) => records.write(chunk),
    end() {
      records.end()
      const collect = collector()
      all.collectInto(collect)
      noteClosedModel(collect, 'JMeter')
      return collect.result()
    },
  }
}

/** Milliseconds since 1970, or a date in the format of jmeter.save.saveservice.timestamp_format. */
function timeOf(written: string): number | null {
  const value = figure(written)
  if (value !== null) return value / 1000
  const parsed = Date.parse(written.replaceAll('/', '-'))
  return Number.isNaN(parsed) ? null : parsed / 1000
}
