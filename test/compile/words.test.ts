import { findWord } from '../../build/compile/2-link/words'

const find = (caption: string, at: string): number | null => findWord(caption.split(/\s+/), at)

test.each([
  ['the first word of that name', 'The router, then another router.', 'router', 1],
  ['its second time', 'The router, then another router.', 'router#2', 4],
  ['a phrase', 'Then Ana shows her certificate.', 'Ana shows', 1],
  ['a phrase for the second time', 'So it goes, and so it goes on.', 'so it#2', 4],
  ['in any case', 'ICE starts.', 'ice', 0],
  ['without punctuation', 'It asks: “Who?”', 'who', 2],
  ['a word with its apostrophe, curly or straight', 'This is Ana’s router.', "Ana's", 2],
  ['within a code word', 'The answer says setup:active today.', 'active', 3],
  ['a whole code word', 'The answer says setup:active today.', 'setup:active', 3],
  ['within a hyphenated word', 'One check carries USE-CANDIDATE.', 'candidate', 3],
  ['an address with its port', 'From 203.0.113.9:62011 to here.', '203.0.113.9:62011', 1],
  ['a number', 'Every 50 milliseconds.', '50', 1],
  ['letters of any alphabet', 'Der Schlüssel paßt.', 'schlüssel', 1],
])('finds %s', (_, caption, at, index) => {
  expect(find(caption, at)).toBe(index)
})

test.each([
  ['a part of a word', 'The router knows.', 'route'],
  ['the bare name in its genitive', 'Ana’s router knows.', 'Ana'],
  ['a third time of two', 'On and on.', 'on#3'],
  ['words that are not neighbours', 'Ana then shows it.', 'Ana shows'],
  ['nothing', 'Ana shows it.', ''],
  ['punctuation', 'Ana shows it.', '…'],
])('does not find %s', (_, caption, at) => {
  expect(find(caption, at)).toBeNull()
})
