/** The page's script, from src/report/web through Rollup: one text, nothing in it from others. */
import { join } from 'node:path'

export async function reportScript(root: string): Promise<string> {
  const [{ rollup }, { default: typescript }, { default: terser }] = await Promise.all([
    import('rollup'),
    import('@rollup/plugin-typescript'),
    import('@rollup/plugin-terser'),
  ])
  const build = await rollup({
    input: join(root, 'src/report/web/start.ts'),
    plugins: [
      // Types are checked by `npm run types`; here they are only taken off.
      typescript({
        tsconfig: join(root, 'src/tsconfig.json'),
        compilerOptions: { noEmit: false, noCheck: true, target: 'es2021', lib: ['es5'], sourceMap: false, declaration: false },
        include: [join(root, 'src/report/**/*.ts'), join(root, 'src/model/**/*.ts')],
        filterRoot: root,
        outputToFilesystem: false,
      }),
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
