-- First answers of the period with what the same learner did elsewhere: `rest` in the same attempt, `ability` in all questions but this one. Then each
-- cohort ranks its own.
{{stage(analysed)}}
WITH mine AS (
  SELECT *, CAST(success AS INTEGER) AS mark FROM firsts WHERE time >= {{since}}
),
attempts AS (
  SELECT who, module, sum(mark) AS marks FROM mine WHERE ended GROUP BY who, module
),
totals AS (
  SELECT who, sum(mark) AS marks, count(*) AS answers FROM mine GROUP BY who
),
rested AS (
  SELECT
    members.cohort,
    mine.*,
    attempts.marks - mine.mark AS rest,
    (totals.marks - mine.mark) / nullif(totals.answers - 1, 0) AS ability
  FROM mine
  JOIN totals ON totals.who = mine.who
  LEFT JOIN attempts ON attempts.who = mine.who AND attempts.module = mine.module
  JOIN members ON members.who = mine.who
),
ranked AS (
  SELECT
    *,
    count(ability) OVER (PARTITION BY cohort, module, question, version) AS ranked,
    row_number() OVER (PARTITION BY cohort, module, question, version ORDER BY ability DESC NULLS LAST, who) AS place
  FROM rested
)
SELECT
  cohort, who, module, question, version, success, mark, is_set, response, duration, ended, rest, ranked,
  {{quotient(ranked, 3)}} AS third,
  ability IS NOT NULL AND place <= {{quotient(ranked, 3)}} AS is_top,
  ability IS NOT NULL AND place > ranked - {{quotient(ranked, 3)}} AS is_bottom
FROM ranked;
