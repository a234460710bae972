/** Rollup gathers imported style sheets into `player.css`; to TypeScript they are empty. */
declare module '*.css'
