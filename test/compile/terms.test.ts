import { findTerms } from '../../build/compile/4-emit/find-terms'
import type { Term } from '../../src/model/course'

const term = (name: string): Term => ({ term: name, html: `What ${name} means.` })
const terms = ['ICE', 'ICE restart', 'candidate', 'address-dependent mapping', 'mDNS', 'private address', 'C/C++-like'].map(term)
const found = (text: string) => findTerms(text, terms).map(({ term: { term: name }, from, to }) => [name, text.slice(from, to)])

test('the longest wins, plurals and a capital at the start of a sentence are uses', () => {
  expect(found('Candidates first. An ICE restart is not ICE, nor are private addresses.')).toEqual([
    ['candidate', 'Candidates'],
    ['ICE restart', 'ICE restart'],
    ['ICE', 'ICE'],
    ['private address', 'private addresses'],
  ])
})
test('no use inside another word, in other capitals, or beside a hyphen', () => {
  expect(found('nice, ICEberg, ice, ICE-like, MDNS, subcandidate, candidate’s')).toEqual([['candidate', 'candidate']])
})
test('neighbours are both found; signs in a term are only signs', () => {
  expect(found('ICE candidates by address-dependent mapping, mDNS and C/C++-like')).toHaveLength(5)
  expect(findTerms('ICE', [])).toEqual([])
})
