/** docs/admin: a page for each LMS, and the table of them. Written from the presets by `npm run docs`, so that no page can name another zip. */
import { optionsFor } from './options'
import { confidenceWords, type Confidence, type LmsPreset, lowerFirst } from './preset'
import { lmsPresets } from './presets'
import { reported } from './reported'
import { targets } from '../targets'

const known = (by: Confidence): string => `*(${confidenceWords[by]})*`
const zipOf = (preset: LmsPreset): string => `wsqd-….${preset.target}.zip`

export function presetPage(preset: LmsPreset): string {
  const { name, label, target, why, instead, ask, asks, importing, setting, troubles } = preset
  const is12 = target === 'scorm12'
  const options = optionsFor(preset.settings)
  const rows = [
    ['package', `\`${zipOf(preset)}\` (${targets[target].label})`],
    ['why', `${why.say} ${known(why.by)}`],
    ...(instead === null
      ? []
      : [['or', `${targets[instead.target].label}, when ${lowerFirst(instead.when.say)} ${known(instead.when.by)}`]]),
    ['status to ask for', `**${ask === 'completed' ? 'completed' : 'passed and completed, both'}**. ${asks.say} ${known(asks.by)}`],
    ['build it', `\`npm run wsqd -- build --lms ${name}\``],
    [
      'settings that differ',
      options === ''
        ? 'none'
        : `\`${options}\`: set in what \`--lms ${name}\` builds; for a zip from elsewhere \`npm run wsqd -- configure some.zip ${options}\``,
    ],
  ]
  const values = reported.map((one) => `| ${one.when} | ${one.what} | \`${is12 ? one.scorm12 : one.scorm2004}\` |`)
  return `# ${label}

${table(['', ''], rows)}

The words in brackets say how well a thing is known; none means that somebody tried it on your system. Where menus are meant, their names are **not confirmed**: they differ from release to release.

## Import

${list(importing.map(({ say, by }) => `${say} ${known(by)}`))}

## Settings

${list(setting.map(({ say, by }) => `${say} ${known(by)}`))}

## What is reported, and when

| when | what | in ${is12 ? 'SCORM 1.2' : 'SCORM 2004'} |
|---|---|---|
${values.join('\n')}
${preset.settings.report === 'completed' ? '\nSet to `--report completed`, as this LMS gets it, the package never says passed or failed.\n' : ''}
## Trouble, and its cure

${troubles.map(({ sign, cure, by }) => `**${sign}** ${cure} ${known(by)}\n\n`).join('')}What can happen with any LMS is in [the overview](README.md#trouble-and-its-cure).
`
}

/** For docs/admin/README.md: which LMS, which zip, how well it is known. */
export function presetTable(): string {
  const rows = lmsPresets.map((preset) => [
    `[${preset.label}](${preset.name}.md)`,
    `\`${preset.name}\``,
    targets[preset.target].label,
    preset.instead === null ? '–' : targets[preset.instead.target].label,
    preset.ask === 'completed' ? 'completed' : 'passed and completed',
    confidenceWords[preset.why.by],
  ])
  return table(['LMS', '`--lms`', 'take', 'or', 'ask for', 'known from'], rows)
}

export function reportedTable(): string {
  return table(
    ['when', 'what', 'SCORM 1.2', 'SCORM 2004'],
    reported.map((one) => [one.when, one.what, `\`${one.scorm12}\``, `\`${one.scorm2004}\``]),
  )
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')
