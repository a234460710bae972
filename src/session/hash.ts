/** FNV-1a, 64 bits, forwards and backwards. No secret, only a name: Web Crypto is missing where an LMS is served without TLS. */
export const hash = (text: string): string => [text, [...text].reverse().join('')].map((t) => fnv(t).toString(36)).join('-')

const fnv = (text: string): bigint => {
  let value = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n)
  return value
}
