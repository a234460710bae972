/** The report on disk: figures, and every table as CSV and Parquet. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { csv } from '../../src/report/output/csv'
import { writeParquet } from '../../src/report/output/parquet'
import type { Report } from '../../src/report/report'
import type { Engine } from '../../src/report/sql/engine'
import { tableColumns } from '../../src/report/table-columns'
import type { TableName } from '../../src/report/tables'

export async function writeReport(folder: string, { figures, tables }: Report, engine: Engine): Promise<void> {
  await mkdir(join(folder, 'tables'), { recursive: true })
  await writeFile(join(folder, 'figures.json'), JSON.stringify(figures))
  for (const name of Object.keys(tableColumns) as TableName[]) {
    await writeFile(join(folder, 'tables', `${name}.csv`), csv(tableColumns[name], tables[name]))
    await writeParquet(engine, join(folder, 'tables', `${name}.parquet`), tableColumns[name], tables[name])
  }
}
