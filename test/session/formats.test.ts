import fc from 'fast-check'
import { decimal, ident, percent, time12, time2004, timespan12, timespan2004 } from '../../src/session/cmi-format'
import { oneLine } from '../../src/session/quirks/one-line'

const ms = fc.double({ min: 0, max: 9999 * 3_600_000, noNaN: true })
const at = (hundredths: number) => Math.round(hundredths)

describe('formats', () => {
  it('[S12-5] a 1.2 timespan is HHHH:MM:SS.SS, two decimals always, and says the same hundredths', () => {
    fc.assert(
      fc.property(ms, (n) => {
        const match = /^(\d{4}):([0-5]\d):([0-5]\d)\.(\d\d)$/.exec(timespan12(n))
        const [h, m, s, c] = (match ?? []).slice(1).map(Number) as [number, number, number, number]
        expect(h * 360000 + m * 6000 + s * 100 + c).toBe(at(n / 10))
      }),
    )
    expect(timespan12(59_996)).toBe('0000:01:00.00')
    expect(timespan12(30_500)).toBe('0000:00:30.50')
    expect(timespan12(-5)).toBe('0000:00:00.00')
  })

  it('[S04-5] a 2004 duration is PT#H#M#S, without days, with two decimals at most', () => {
    fc.assert(
      fc.property(ms, (n) => {
        const match = /^PT(\d+)H(\d+)M(\d+(?:\.\d{1,2})?)S$/.exec(timespan2004(n))
        const [h, m, s] = (match ?? []).slice(1).map(Number) as [number, number, number]
        expect(Math.round((h * 3600 + m * 60 + s) * 100)).toBe(at(n / 10))
      }),
    )
    expect(timespan2004(90_061_250)).toBe('PT25H1M1.25S')
  })

  it('[S12-6] [S04-6] times are local and have no zone', () => {
    const noon = new Date(2026, 0, 2, 12, 3, 4, 567).getTime()
    expect(time12(noon)).toBe('12:03:04')
    expect(time2004(noon)).toBe('2026-01-02T12:03:04')
  })

  it('[S12-7] a percentage is a whole number and never more than was reached', () => {
    fc.assert(fc.property(fc.nat(255), fc.integer({ min: 1, max: 255 }), (a, b) => {
      const share = Math.min(a, b) / b
      const n = Number(percent(share))
      expect(Number.isInteger(n) && n >= 0 && n <= 100).toBe(true)
      expect(n).toBeLessThanOrEqual(share * 100 + 1e-6)
      expect(n).toBeGreaterThan(share * 100 - 1)
    })) // prettier-ignore
    for (let n = 0; n <= 100; n++) expect(percent(n / 100)).toBe(String(n))
  })

  it('[S04-7] decimals have no exponent, no bare point and no minus zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -99999, max: 99999, noNaN: true }), (n) => expect(decimal(n, 7)).toMatch(/^-?\d{1,6}(\.\d{1,7})?$/)),
    )
    expect([decimal(2 / 3, 4), decimal(1, 4), decimal(1e-7, 4), decimal(-1e-9, 4)]).toEqual(['0.6667', '1', '0', '0'])
  })

  it('[S12-3] [S04-3] ids are letters, digits and underscores', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => expect(ident(text, 1)).toMatch(/^[A-Za-z0-9_]+$/)))
    expect(ident('m04', 'q', 'two-ports', 1)).toBe('m04_q_two_ports_1')
  })

  it('[S04-8] a description is one line of at most 250 characters that does not begin with a brace', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => expect(oneLine(text)).toMatch(/^([^{\r\n][^\r\n]{0,249})?$/)),
    )
    expect(oneLine(' {a}\r\nb ')).toBe('… {a} b')
  })
})
