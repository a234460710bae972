/** The folder cases of test/courses: a tiny base course, and over it only the files a case needs. */
import { join } from 'node:path'
import { read } from '../../build/compile/1-read/read'
import { Diagnostics } from '../../build/compile/diagnostic'
import { assignSlots, slotsText } from '../../build/compile/slots'
import { readFolder, type Files } from '../../build/files'

export const courses = join(__dirname, '../courses')
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Files by path as text, over the base course; with slots for everything unless told not to. */
export async function smallCourse(changes: Readonly<Record<string, string>> = {}, slots: 'given' | 'absent' = 'given'): Promise<Files> {
  return withSlots(await overBase(new Map(Object.entries(changes).map(([path, text]) => [path, bytes(text)]))), slots)
}

export async function caseCourse(name: string, slots: 'given' | 'absent'): Promise<Files> {
  const own = [...(await readFolder(join(courses, name)))].filter(([path]) => path !== 'expected.json')
  return withSlots(await overBase(new Map(own)), slots)
}

async function overBase(changes: Files): Promise<Files> {
  return new Map([...(await readFolder(join(courses, '_base'))), ...changes])
}

function withSlots(files: Files, slots: 'given' | 'absent'): Files {
  const sources = slots === 'given' ? read(files, new Diagnostics()) : null
  const locks = (sources?.modules ?? [])
    .filter(({ hasSlots }) => !hasSlots)
    .map((module) => [`${module.folder}/slots.lock.json`, bytes(slotsText(assignSlots(module)))] as const)
  return new Map([...files, ...locks])
}
