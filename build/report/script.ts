/** The page's script, from src/report/web through Rollup: one text, nothing in it from others. */
import { join } from 'node:path'

export async function reportScript(root: string): Promise<string> {
  const [{ rollup }, { default: resolve }, { default: terser }, { transform }] = await Promise.all([
    import('rollup'),
    import('@rollup/plugin-node-resolve'),
    import('@rollup/plugin-terser'),
    import('@swc/core'),
  ])
  const build = await rollup({
    input: join(root, 'src/report/web/start.ts'),
    plugins: [
      resolve({ extensions: ['.ts'] }),
      {
        name: 'types-off',
        // Types are checked by `npm run types`; here they are only taken off.
        transform: (code) => transform(code, { jsc: { target: 'es2021', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }),
      },
      terser({ ecma: 2020, format: { comments: false } }),
    ],
  })
  try {
    const { output } = await build.generate({ format: 'iife' })
    return output[0].code
  } finally {
    await build.close()
  }
}
