-- What the metrics share, of one period: as if there were nothing before it.

{{stage(cells_now)}}
SELECT
  who,
  module,
  CASE
    WHEN bool_or(verb = 'passed') THEN 'passed'
    WHEN bool_or(verb = 'completed') THEN 'finished'
    ELSE 'started'
  END AS status,
  max(score) FILTER (WHERE verb IN ('scored', 'passed', 'failed')) AS best
FROM facts
WHERE module > 0 AND time >= {{since}}
GROUP BY who, module;

-- A learner at a place: '' is the quiz. `spent` is null where no visit tells a time.
{{stage(visits_now)}}
SELECT
  who,
  module,
  place,
  sum(CASE WHEN is_timed THEN spent END) AS spent
FROM facts
WHERE place IS NOT NULL AND module > 0 AND time >= {{since}}
GROUP BY who, module, place;

-- First answers of the period, in each cohort, with what the same learner did elsewhere:
-- `rest` in the same attempt, `ability` in all questions but this one.
{{stage(analysed)}}
WITH mine AS (
  SELECT members.cohort, firsts.*, CAST(firsts.success AS INTEGER) AS mark
  FROM firsts
  JOIN members ON members.who = firsts.who
  WHERE firsts.time >= {{since}}
),
rested AS (
  SELECT
    *,
    sum(mark) FILTER (WHERE ended) OVER (PARTITION BY cohort, who, module) - mark AS rest,
    sum(mark) OVER (PARTITION BY cohort, who) - mark AS others_right,
    count(*) OVER (PARTITION BY cohort, who) - 1 AS others
  FROM mine
),
ranked AS (
  SELECT
    *,
    count(*) FILTER (WHERE others > 0) OVER (PARTITION BY cohort, module, question, version) AS ranked,
    row_number() OVER (
      PARTITION BY cohort, module, question, version
      ORDER BY CASE WHEN others > 0 THEN 0 ELSE 1 END, others_right / nullif(others, 0) DESC, who
    ) AS place
  FROM rested
)
SELECT
  cohort, who, module, question, version, success, mark, interaction, response, duration, ended, rest, ranked,
  {{quotient(ranked, 3)}} AS third,
  others > 0 AND place <= {{quotient(ranked, 3)}} AS is_top,
  others > 0 AND place > ranked - {{quotient(ranked, 3)}} AND place <= ranked AS is_bottom
FROM ranked;
