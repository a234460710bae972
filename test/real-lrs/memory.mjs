/**
 * Where the service keeps its statements: its own memory, but for what MongoDB gives and that memory does not.
 *
 * - No id is stored twice, however two requests meet.
 * - Pages are cut by keys in the order of the pages. (Its own keys are UUIDs of time as text, which begin anew every seven minutes: rows are lost there.)
 * - A page costs what is on it, and not a look at everything: a pull of 100,000 statements ends.
 */
export const memoryOf = (/** @type {readonly string[]} */ names, /** @type {(name: string) => any} */ locker) => {
  const memory = { state: { statements: [], fullActivities: [] } }
  const ids = new Set()
  const create = async ({ models }) => {
    const twice = models.find(({ statement }) => ids.has(statement.id))
    if (twice) throw new Error(`duplicate key: ${twice.statement.id}`)
    const rows = memory.state.statements
    for (const model of models) {
      ids.add(model.statement.id)
      const row = { ...model, _id: `${Date.parse(model.statement.stored)}-${String(ids.size).padStart(9, '0')}` }
      let at = rows.length
      while (at > 0 && rows[at - 1]._id > row._id) at--
      rows.splice(at, 0, row)
    }
    return models
  }
  const page = async (options) => {
    const { ascending, cursor, limit, skip = 0 } = options
    const rows = memory.state.statements
    const at = cursor === undefined ? (ascending ? -1 : rows.length) : placeOf(rows, cursor)
    const isFiltered = ['agent', 'activity', 'verb', 'registration', 'since', 'until'].some((name) => options[name] !== undefined)
    const most = isFiltered ? rows.length : limit + skip
    const part = ascending ? rows.slice(at + 1, at + 1 + most) : rows.slice(Math.max(0, at - most), at)
    return locker('repo/modelsRepo/getStatements/memory')({ state: { statements: part } })(options)
  }
  return {
    ...Object.fromEntries(names.map((name) => [name, locker(`repo/modelsRepo/${name}/memory`)(memory)])),
    getHashes: (options) =>
      locker('repo/modelsRepo/getHashes/memory')(options.ids.some((id) => ids.has(id)) ? memory : { state: { statements: [] } })(options),
    createStatements: create,
    getStatements: page,
  }
}

/** Of the row with this key. */
const placeOf = (/** @type {readonly { readonly _id: string }[]} */ rows, /** @type {string} */ key) => {
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (rows[middle]._id < key) from = middle + 1
    else to = middle
  }
  return from
}
