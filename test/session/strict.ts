/** The strictest formats met anywhere (lms-hosts §3, Moodle's own expressions among them), by element. */
const decimal12 = /^-?\d{1,5}(\.\d{1,7})?$/
const percent = /^(100|\d{1,2})$/
const ident = /^[A-Za-z0-9_]{1,250}$/
const option = '[0-9a-z]'

export const strict12: readonly (readonly [element: RegExp, value: RegExp])[] = [
  [/^cmi\.core\.lesson_status$/, /^(passed|completed|failed|incomplete|browsed)$/],
  [/^cmi\.core\.exit$/, /^(time-out|suspend|logout|)$/],
  [/^cmi\.core\.session_time$|\.latency$/, /^\d{4}:[0-5]\d:[0-5]\d\.\d{2}$/],
  [/^cmi\.core\.lesson_location$/, /^[\x21-\x7E]{0,255}$/],
  [/^cmi\.suspend_data$/, /^[A-Za-z0-9_-]{0,3500}$/],
  [/^cmi\.core\.score\.(raw|min|max)$/, percent],
  [/\.id$/, ident],
  [/\.time$/, /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/],
  [/\.type$/, /^(choice|matching|performance|sequencing|numeric)$/],
  [/\.weighting$/, decimal12],
  [/\.result$/, /^(correct|wrong)$/],
]
/** CMIFeedback, by type of interaction. */
export const feedback12: Readonly<Record<string, RegExp>> = {
  choice: new RegExp(`^(${option}|\\{${option}(,${option})*\\})$`),
  matching: new RegExp(`^\\{${option}\\.${option}(,${option}\\.${option})*\\}$`),
  sequencing: new RegExp(`^${option}(,${option})*$`),
  numeric: decimal12,
  performance: /^[A-Za-z0-9]{1,255}$/,
}

export const strict2004: readonly (readonly [element: RegExp, value: RegExp])[] = [
  [/^cmi\.completion_status$/, /^(completed|incomplete)$/],
  [/^cmi\.success_status$/, /^(passed|failed)$/],
  [/^cmi\.exit$/, /^(time-out|suspend|normal|)$/],
  [/^cmi\.session_time$|\.latency$/, /^PT\d+H\d+M\d+(\.\d{1,2})?S$/],
  [/^cmi\.location$/, /^[\x21-\x7E]{0,1000}$/],
  [/^cmi\.suspend_data$/, /^[A-Za-z0-9_-]{0,3500}$/],
  [/^cmi\.(score\.scaled|progress_measure)$/, /^(1|0(\.\d{1,4})?)$/],
  [/^cmi\.score\.(raw|min|max)$/, /^(100|\d{1,2}(\.\d{1,2})?)$/],
  [/\.id$/, ident],
  [/\.timestamp$/, /^(19[7-9]\d|20[0-2]\d|203[0-7])-\d\d-\d\dT\d\d:\d\d:\d\d$/],
  [/\.type$/, /^(choice|matching|performance|sequencing|numeric)$/],
  [/\.weighting$/, /^\d{1,5}$/],
  [/\.result$/, /^(correct|incorrect)$/],
  [/\.description$/, /^[^{\r\n][^\r\n]{0,249}$/],
]
const word = '[\\w.]{1,250}'
export const response2004: Readonly<Record<string, RegExp>> = {
  choice: new RegExp(`^${word}(\\[,\\]${word})*$`),
  matching: new RegExp(`^${word}\\[\\.\\]${word}(\\[,\\]${word}\\[\\.\\]${word})*$`),
  sequencing: new RegExp(`^${word}(\\[,\\]${word})*$`),
  numeric: /^-?\d{1,5}(\.\d{1,18})?(\[:\]-?\d{1,5}(\.\d{1,18})?)?$/,
  performance: /^\w+\[\.\]\w+$/,
}

/** Every set value that a strict host would refuse. */
export const refused = (
  calls: readonly { readonly method: string; readonly element: string; readonly value: string }[],
  rules: typeof strict12,
  responses: Readonly<Record<string, RegExp>>,
): string[] => {
  const types = new Map<string, string>()
  return calls.flatMap(({ method, element, value }) => {
    if (method !== 'set') return []
    const of = element.split('.').slice(0, 3).join('.')
    if (element.endsWith('.type')) types.set(of, value)
    const rule = /(response|pattern)$/.test(element) ? responses[types.get(of) ?? ''] : rules.find(([e]) => e.test(element))?.[1]
    return rule?.test(value) ? [] : [`${element}=${value}`]
  })
}
