import type { Ms } from '../../model/units'

/** `0:24` */
export const minutes = (time: Ms): string => `${Math.floor(time / 60000)}:${String(Math.floor(time / 1000) % 60).padStart(2, '0')}`

/** 0.8 → 80, forgiving what floating point adds. */
export const percent = (share: number): number => Math.round(share * 100)
