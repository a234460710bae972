import { local } from '../../src/session/drivers/local'
import type { Delivery } from '../../src/session/port'
import { fakePage } from '../hosts/fake-page'
import { makeCourse, makeModule } from '../model/make-course'

describe('local', () => {
  it('[LIFE-28] keeps courses and modules apart', async () => {
    const page = fakePage()
    const one = await local({ window: page, course: makeCourse(makeModule(4)) }).open()
    one.save('w1one')
    expect((await local({ window: page, course: makeCourse(makeModule(5)) }).open()).resumed).toBeUndefined()
    expect((await local({ window: page, course: makeCourse(makeModule(4)) }).open()).resumed).toBe('w1one')
  })

  it('[LIFE-28] where storage throws, goes on in memory and does not call it saved', async () => {
    const page = fakePage()
    page.refuseStorage = true
    const session = await local({ window: page }).open()
    expect(session.resumed).toBeUndefined()
    const heard: Delivery[] = []
    session.onDelivery((delivery) => heard.push(delivery))
    session.save('w1a')
    expect(await session.flush()).toBe('retrying')
    page.refuseStorage = false
    expect(await session.flush()).toBe('saved')
    page.refuseStorage = true
    session.save('w1b')
    expect(await session.close()).toBe('lost')
    expect(heard).toEqual(['saved', 'retrying', 'saved', 'retrying', 'lost'])
  })
})
