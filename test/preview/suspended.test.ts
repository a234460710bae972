import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { begin, enter, readAll } from '../../src/model/progress'
import { encodeSuspend } from '../../src/model/suspend/codec'
import type { Suspended } from '../../build/preview/types'
import { inlineCourse } from '../../build/preview/suspended'
import { makeCourse, makeModule } from '../model/make-course'
import { fixtureZip, startWorld } from './fixture'

test('suspend data is read with the course in the package', async () => {
  const course = makeCourse(makeModule(4))
  const module = course.modules[0]
  const [first, second] = module?.screens ?? []
  if (module === undefined || first === undefined || second === undefined) throw new Error('The test course needs two screens.')
  const progress = enter(
    readAll(
      begin(course, () => 0.5),
      module,
      first,
    ),
    module,
    second,
    0,
  )
  const page = `<!doctype html><title>x</title><script type="application/json" id="course">${JSON.stringify(course).replace(/</g, '\\u003c')}</script>`

  const world = await startWorld(process.cwd())
  writeFileSync(join(world.dist, 'own.scorm12.zip'), fixtureZip('1.2', { 'index.html': Buffer.from(page) }))
  const read = async (id: string, text: string): Promise<Suspended> =>
    (await world.get(`/api/packages/${id}/suspended`, { method: 'POST', body: text })).json() as Promise<Suspended>

  const text = encodeSuspend(course, progress)
  const whole = await read('own.scorm12', text)
  expect(whole).toMatchObject({ reading: 'whole', characters: text.length })
  expect(whole.modules[0]?.at).toBe(`${second.title}, beat 1 of ${second.beats.length}`)
  expect(whole.modules[0]?.screens[0]).toMatchObject({ title: first.title, seen: true })
  expect((await read('own.scorm12', text.slice(0, -2))).reading).toBe('damaged')
  expect((await read('own.scorm12', '')).reading).toBe('empty')
  expect((await read('fixture.scorm12', text)).reading).toBe('unknown')
  await world.preview.close()
})

test('a page without a course has none', () => {
  expect(inlineCourse('<p>Hello')).toBeNull()
  expect(inlineCourse('<script id="course">{"format":2}</script>')).toBeNull()
  expect(inlineCourse('<script id="course">{</script>')).toBeNull()
})
