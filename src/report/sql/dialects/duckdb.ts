import type { Dialect } from './dialect'

export const duckdb: Dialect = {
  name: 'duckdb',
  fragments: {
    median: (value) => `quantile_cont(${value}, 0.5)`,
    quantile: (value, share) => `quantile_cont(${value}, ${share})`,
    week: (time) => `((${time} + 259200000) // 604800000) * 604800000 - 259200000`,
    month: (time) => `strftime(epoch_ms(${time}), '%Y-%m')`,
    correlation: (x, y) => `CASE WHEN stddev_pop(${x}) > 1e-6 AND stddev_pop(${y}) > 1e-6 THEN corr(${x}, ${y}) END`,
    latest: (value, time, id) => `arg_max_null(${value}, (${time}, ${id}))`,
    earliest: (value, time, id) => `arg_min_null(${value}, (${time}, ${id}))`,
    record: (...columns) => `struct_pack(${columns.join(', ')})`,
    elements: (response) => `unnest(list_distinct(string_split(${response}, '[,]')))`,
    quotient: (a, b) => `(${a}) // (${b})`,
    floor: (value) => `CAST(floor(${value}) AS BIGINT)`,
    stage: (name) => `CREATE OR REPLACE TEMP TABLE ${name} AS`,
  },
}
