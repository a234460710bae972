/** Rules about entries: their names, order, methods and weight (reference: lms-hosts.md §0 rules 17 and 18, §6.2). */
import type { Entry } from './entries'
import type { Finding } from './finding'

/** 1.2 and 2004 alike; narration comes on top (design §7). */
export const SIZE_LIMIT = 400 * 1024
/** In a package of several modules, each after the first. */
export const MODULE_LIMIT = 100 * 1024
const MODULE = /^(module-\d+\.json|m\d+\.html)$/
/** Open edX and some Windows servers fail beyond this together with their own folders (lms-hosts §6.2). */
const PATH_LIMIT = 120
const AUDIO = /\.(mp3|m4a|opus|ogg)$/
/** Run or refused by servers (Docebo's list and others'), or served with a type that browsers refuse: Moodle sends .mjs as text, .ts as video. */
const FORBIDDEN =
  /\.(php\d?|phtml|phps|pl|py|rb|sh|bash|cgi|asp|aspx|ashx|jsp|jspx|cfm|shtml|shtm|htaccess|htpasswd|exe|dll|com|bat|cmd|msi|jar|vbs|ps1|config|mjs|cjs|ts)$/i
/** W3C's own name, which the DOCTYPE of `xml.xsd` calls for: parsers that read external subsets would stop without it. */
const OFFICIAL = new Set(['XMLSchema.dtd'])

export function lintArchive(entries: readonly Entry[], total: number): readonly Finding[] {
  return [...first(entries), ...entries.flatMap(one), ...basenames(entries), ...weight(entries, total)]
}

/** Of SCORM, cmi5 and Tin Can. */
const MANIFESTS: readonly string[] = ['imsmanifest.xml', 'cmi5.xml', 'tincan.xml']

function first(entries: readonly Entry[]): readonly Finding[] {
  const onDisk = [...entries].sort((a, b) => a.offset - b.offset)[0]?.name ?? 'nothing'
  const listed = entries[0]?.name ?? 'nothing'
  if (onDisk === listed && MANIFESTS.includes(listed)) return []
  const found = MANIFESTS.includes(listed) ? onDisk : listed
  const expected = 'imsmanifest.xml at the root, as the first entry'
  return [{ rule: 'zip-first', file: '', found: `${found} first`, expected, cure: 'Put the manifest before everything else.' }]
}

function one(entry: Entry): readonly Finding[] {
  const { name } = entry
  const say = (rule: string, found: string, expected: string, cure: string): Finding => ({ rule, file: name, found, expected, cure })
  const parts = name.split('/')
  const findings: Finding[] = []
  if (name.endsWith('/') || (entry.mode & 0o170000) === 0o040000) {
    return [say('zip-directory', 'a directory entry', 'files alone', 'Leave directories out: they come with their files.')]
  }
  if ((entry.mode & 0o170000) === 0o120000) {
    findings.push(say('zip-symlink', 'a symbolic link', 'regular files', 'Put the file itself in its place.'))
  }
  if (name.includes('\\')) {
    findings.push(say('zip-slash', 'a backslash', 'forward slashes (APPNOTE 4.4.17)', 'Build the name with "/".'))
  } else if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || parts.some((part) => part === '..' || part === '.' || part === '')) {
    findings.push(say('zip-path', `the path "${name}"`, 'a relative path without "." and ".."', 'Name it from the root of the package.'))
  } else if (!/^[a-z0-9._/-]+$/.test(name) && !OFFICIAL.has(name)) {
    findings.push(say('zip-name', `the name "${name}"`, 'lower-case ASCII: a–z 0–9 . _ -', 'Rename the file.'))
  }
  if (parts.some((part) => part.startsWith('.') || part.startsWith('__')) && parts.every((part) => part !== '..' && part !== '.')) {
    findings.push(say('zip-hidden', 'a hidden or system file', 'what the course needs alone', 'Leave it out.'))
  }
  if (FORBIDDEN.test(name)) {
    findings.push(
      say(
        'zip-extension',
        `the extension of ${parts.at(-1)}`,
        'none that servers run or refuse',
        'Rename it (.mjs to .js), or leave it out.',
      ),
    )
  }
  if (name.length >= PATH_LIMIT) {
    findings.push(say('zip-path-length', `${name.length} characters`, `fewer than ${PATH_LIMIT}`, 'Shorten names and folders.'))
  }
  if ((entry.method !== 0 && entry.method !== 8) || entry.encrypted) {
    const found = entry.encrypted ? 'encryption' : `compression method ${entry.method}`
    findings.push(say('zip-method', found, 'store (0) or deflate (8), not encrypted', 'Pack it again with archiver.'))
  }
  if (entry.zip64) findings.push(say('zip-zip64', 'a zip64 record', 'a plain zip', 'Keep the package under 4 GB and do not force zip64.'))
  return findings
}

/** Open edX serves files by basename alone; other hosts ignore case. */
function basenames(entries: readonly Entry[]): readonly Finding[] {
  const seen = new Map<string, string>()
  return entries.flatMap(({ name }) => {
    const base = (name.split('/').at(-1) ?? name).toLowerCase()
    const other = seen.get(base)
    seen.set(base, name)
    if (other === undefined || base === '') return []
    return [
      {
        rule: 'zip-basename',
        file: name,
        found: `the basename of ${other} again`,
        expected: 'unique basenames',
        cure: 'Rename one of them.',
      },
    ]
  })
}

function weight(entries: readonly Entry[], total: number): readonly Finding[] {
  const audio = entries.filter((entry) => AUDIO.test(entry.name)).reduce((sum, entry) => sum + entry.compressed, 0)
  const modules = entries.filter((entry) => MODULE.test(entry.name)).length
  const limit = SIZE_LIMIT + Math.max(0, modules - 1) * MODULE_LIMIT
  if (total - audio <= limit) return []
  const heaviest = [...entries].sort((a, b) => b.compressed - a.compressed)[0]
  const found = `${Math.ceil((total - audio) / 1024)} KB without audio`
  const cure = `The heaviest file is ${heaviest?.name} (${Math.ceil((heaviest?.compressed ?? 0) / 1024)} KB).`
  return [{ rule: 'zip-size', file: '', found, expected: `at most ${limit / 1024} KB`, cure }]
}
