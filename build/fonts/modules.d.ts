declare module 'subset-font' {
  type Axis = number | { readonly min: number; readonly max: number; readonly default?: number }
  export default function subset(
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: 'woff2'; readonly variationAxes: Readonly<Record<string, Axis>> },
  ): Promise<Buffer>
}
declare module 'wawoff2' {
  export function decompress(bytes: Uint8Array): Promise<Uint8Array>
}
