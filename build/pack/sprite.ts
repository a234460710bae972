import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'

const who = 'class="who"'
/**
 * The shapes of the visual grammar and the icons. They lie in the launch page once, as its data, and the player shows them by `<use>`. No style
 * attribute may stand here: the Content-Security-Policy forbids it in markup.
 */
const shapes = `<defs>
<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="7" height="7"/><path class="hatch-line" d="M0 0V7"/></pattern>
<g id="laptop"><rect class="body" x="-66" y="-46" width="132" height="88" rx="7"/><path class="body" d="M-66 42H66L84 56H-84Z"/><circle ${who} cy="-39.5" r="1.8"/></g>
<g id="phone"><rect class="body" x="-37" y="-66" width="74" height="132" rx="13"/><path class="line" d="M-10 54H10"/><circle ${who} cy="-56.5" r="1.8"/></g>
<g id="server"><path class="body" d="M-34 -54H34V54H-34Z"/><path class="line" d="M-34 -18H34M-34 18H34"/><path class="line" d="M-22 -36H-4M-22 0H-4M-22 36H-4"/></g>
<g id="face"><rect class="body" x="-17" y="-14" width="34" height="28" rx="3"/><circle ${who} cy="-3" r="5.500"/><path ${who} d="M-10 13A10 9 0 0 1 10 13Z"/></g>
<g id="certificate"><path class="body" d="M-52 -36H52V36H-52Z"/><path class="line fine" d="M-40 -22H-2M-40 -10H-12"/><circle class="body on-face" cx="30" cy="20" r="11"/><path class="line on-face" d="M24 30L21 46L30 40L39 46L36 30"/></g>
<g id="door-shut"><path class="jamb" d="M-10 -48H10M-10 48H10"/><rect class="leaf" x="-6.5" y="-46" width="13" height="92" rx="2"/><circle class="knob" cy="34" r="2.6"/></g>
<g id="door-open"><path class="jamb" d="M-10 -48H10M-10 48H10"/><path class="thin swing" d="M95 -42A92 92 0 0 1 3 46"/><rect class="leaf" x="3" y="-54" width="92" height="13" rx="2"/><circle class="knob" cx="83" cy="-47.5" r="2.6"/></g>
<g id="door-unknown"><path class="jamb" d="M-10 -48H10M-10 48H10"/><rect class="leaf unknown" x="-6.5" y="-46" width="13" height="92" rx="2"/></g>
<path id="cross" class="cross" d="M-13 -13L13 13M13 -13L-13 13"/>
<path id="tick" class="line" d="M-9 0L-3 7L9 -8"/>
<symbol id="i-menu" viewBox="0 0 24 24"><path d="M4 6h16M4 12h16M4 18h10"/></symbol>
<symbol id="i-find" viewBox="0 0 24 24"><circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.500 15.500L21 21"/></symbol>
<symbol id="i-play" viewBox="0 0 24 24"><path d="M8 5l11 7-11 7Z" fill="currentColor"/></symbol>
<symbol id="i-pause" viewBox="0 0 24 24"><path d="M8.5 6v12M15.5 6v12" stroke-width="4"/></symbol>
<symbol id="i-prev" viewBox="0 0 24 24"><path d="M15 5l-7 7 7 7"/></symbol>
<symbol id="i-next" viewBox="0 0 24 24"><path d="M9 5l7 7-7 7"/></symbol>
<symbol id="i-up" viewBox="0 0 24 24"><path d="M12 19V5M6 11l6-6 6 6"/></symbol>
<symbol id="i-down" viewBox="0 0 24 24"><path d="M12 5v14M6 13l6 6 6-6"/></symbol>
<symbol id="i-check" viewBox="0 0 24 24"><path d="M4 13l5 5L20 6"/></symbol>
<symbol id="i-cross" viewBox="0 0 24 24"><path d="M6 6l12 12M18 6L6 18"/></symbol>
<symbol id="i-ask" viewBox="0 0 24 24"><path d="M8 9a4 4 0 1 1 6 3.5c-1.5.8-2 1.5-2 3M12 19.5v.1"/></symbol>
<symbol id="i-back" viewBox="0 0 24 24"><path d="M20 19v-5a4 4 0 0 0-4-4H5M10 5l-5 5 5 5"/></symbol>
<symbol id="i-sound" viewBox="0 0 24 24"><path d="M4 9.5v5h3.5L12 19V5L7.500 9.500ZM16 9a4.200 4.200 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11"/></symbol>
<symbol id="i-mute" viewBox="0 0 24 24"><path d="M4 9.5v5h3.5L12 19V5L7.500 9.500ZM16 9.500l5 5M21 9.500l-5 5"/></symbol>
<symbol id="i-settings" viewBox="0 0 24 24"><path d="M4 7h9M19 7h1M4 17h1M11 17h9"/><circle cx="16" cy="7" r="2.600"/><circle cx="8" cy="17" r="2.600"/></symbol>
<symbol id="i-grow" viewBox="0 0 24 24"><path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/></symbol>
<symbol id="i-shrink" viewBox="0 0 24 24"><path d="M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5"/></symbol>
</defs>`

/** `<svg class="sprite">` for the page. */
export const sprite = (): Root => fromHtml(`<svg class="sprite" aria-hidden="true">${shapes}</svg>`, { fragment: true })
