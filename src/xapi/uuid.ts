/** Ids of statements. What may be said once, ever, has an id that follows from what it says: said twice, it is still one statement. */
const FNV = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n

/** Any text to a UUID: the same text, the same id. A hash of ours in the form of version 5; Web Crypto is missing where an LMS has no TLS. */
export const uuidOf = (text: string): string => {
  const half = (seed: string): string => {
    let value = FNV
    for (const byte of new TextEncoder().encode(`${seed}\n${text}\n${seed}`)) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * PRIME)
    // FNV mixes its last bytes badly: once more over all.
    value ^= value >> 32n
    return BigInt.asUintN(64, value * 0xd6e8feb86659fd93n)
      .toString(16)
      .padStart(16, '0')
  }
  return formed(half('a') + half('b'), '5')
}

/** A new one. `random` gives numbers from 0 to below 1. */
export const newUuid = (random: () => number): string =>
  formed(Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join(''), '4')

/** RFC 9562 §4: version and variant in their places. */
const formed = (hex: string, version: string): string => {
  const variant = ((parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
  const all = `${hex.slice(0, 12)}${version}${hex.slice(13, 16)}${variant}${hex.slice(17)}`
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join('-')
}
