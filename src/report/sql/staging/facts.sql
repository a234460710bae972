-- The facts as metrics read them: with the time that each adds to what was spent, and where it says that somebody was ('' is the quiz).
-- `stored_facts` is what the store holds.
CREATE OR REPLACE TEMP VIEW facts AS
SELECT
  *,
  least(
    CASE
      WHEN verb = 'experienced' THEN coalesce(visible, duration, 0)
      WHEN verb = 'answered' AND object = 'question' THEN coalesce(duration, 0)
      ELSE 0
    END,
    {{longest_visit}}
  ) AS spent,
  CASE
    WHEN verb = 'experienced' THEN item
    WHEN verb = 'scored' OR (verb = 'answered' AND object = 'question') THEN ''
  END AS place
FROM stored_facts
