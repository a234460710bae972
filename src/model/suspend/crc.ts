/** CRC-32 (IEEE 802.3), bit by bit: finds every burst of damage up to 32 bits, and all but one in 2³² of the rest. */
export const crc32 = (text: string): number => {
  let crc = -1
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i)
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
