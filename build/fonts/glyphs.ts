const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')

/** Every character the course may show. One outside is a diagnostic, never a box on the screen. */
export const glyphs = `${ascii}\u00a0©®°·×÷±§“”„‘’‚«»–—…•™→←↑↓↔≥≤≠≈✓€éèêëàâäåæçîïíñóôöøúùûüßÅÄÖØÜÉñ½µ−`
