// Criterion.rs raw.csv, old and new headings: one row per sample, times over iterations.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { csvOf, hasHeadings } from '../reading/csv.ts'
import { wall } from '../reading/measured.ts'
import { joinName } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { secondsIn } from '../reading/time.ts'

export const criterionCsv: Format = {
  name: 'criterion-csv',
  tool: 'criterion',
  title: 'Criterion.rs, raw.csv',
  produce: 'cargo bench  (then target/criterion/NAME/new/raw.csv)',
  documentation: 'https://bheisler.github.io/criterion.rs/book/user_guide/csv_output.html',
  detect: (source) =>
    hasHeadings(source.head, 'group', 'function', 'value', 'iteration_count') &&
    (hasHeadings(source.head, 'sample_time_nanos') || hasHeadings(source.head, 'sample_measured_value')),
  parse(source) {
    const collect = collector()
    for (const { cells } of csvOf(source.text).rows) {
      const benchmark = joinName(cells.group, cells.function, cells.value)
      const written = cells.sample_time_nanos ?? cells.sample_measured_value
      const time = figure(written)
      const iterations = figure(cells.iteration_count)
      const scale = secondsIn(cells.unit ?? 'ns') ?? 1e-9
      const usable = time !== null && iterations !== null && iterations > 0
      collect.sample(wall(benchmark, scale), usable ? time / iterations : written)
    }
    return collect.result()
  },
}
