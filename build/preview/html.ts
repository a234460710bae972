/** Markup from templates: every value is escaped unless it is markup itself, so a name or a title can never become an element. */
export class Markup {
  constructor(readonly text: string) {}
}
type Value = Markup | string | number | null | readonly Value[]

export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(strings.map((part, index) => part + (index < values.length ? show(values[index] ?? null) : '')).join(''))
}

function show(value: Value): string {
  if (value === null) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'object') return value.map(show).join('')
  return escape(String(value))
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}

/** JSON for a script element: no `<` in it can end the element. */
export function inlineJson(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replace(/</g, '\\u003c'))
}

/** In the order of the cascade. */
const SHEETS = ['page', 'controls', 'catalogue', 'gallery', 'launch', 'inspector', 'tables', 'statements']

export function page(title: string, kind: string, body: Markup, head: Markup = new Markup('')): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/web/icon.svg" type="image/svg+xml" />
        ${SHEETS.map((name) => html`<link rel="stylesheet" href="/web/css/${name}.css" />`)} ${head}
      </head>
      <body class="${kind}">
        ${body}
      </body>
    </html>`.text
}
