/**
 * JSON that may stand in a script element, whatever strings are in it. The HTML parser ends such an element at `</script` and treats `<!--`
 * in a way of its own (HTML §4.12.1.3), so no `<` is left; U+2028 and U+2029 are line ends to old JavaScript parsers.
 * `JSON.parse` gives back exactly what went in.
 */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
