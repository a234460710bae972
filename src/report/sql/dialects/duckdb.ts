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
    elements: (response) => `unnest(list_distinct(string_split(${response}, '[,]')))`,
    quotient: (a, b) => `(${a}) // (${b})`,
    floor: (value) => `CAST(floor(${value}) AS BIGINT)`,
    vocabulary: (name, query) => `CREATE OR REPLACE TEMP TYPE ${name} AS ENUM (SELECT * FROM (${query} UNION SELECT '') ORDER BY 1)`,
    word: (text, vocabulary) => `CAST(${text} AS ${vocabulary})`,
    number: (text, vocabulary) => `CAST(enum_code(CAST(${text} AS ${vocabulary})) AS INTEGER)`,
    stage: (name) => `CREATE OR REPLACE TEMP TABLE ${name} AS`,
  },
}
