/**
 * Two decimals, always. Moodle's `AddTime` reads the fraction of a SCORM 1.2 time as whole hundredths, so `30.5` counts as 30.05 seconds:
 * 00:01:00 + 00:01:30.5 gave 00:02:30.05 on a live Moodle 4.5 (reference/moodle.md, mod/scorm/datamodels/scorm_12.js).
 */
export const twoDecimals = (seconds: number): string => seconds.toFixed(2)
