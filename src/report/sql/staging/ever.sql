-- What the metrics share, of all time: people, their cohorts, how far they are, and the first of everything.
-- `facts` is the fact table with the column `spent`; `roster` is (actor, cohort, label).

{{stage(people)}}
WITH seen AS (
  SELECT
    actor,
    {{latest(label, time, id)}} FILTER (WHERE label <> '') AS label,
    min(time) AS first,
    max(time) AS last,
    count(*) AS statements,
    sum(spent) AS spent
  FROM facts
  GROUP BY actor
)
SELECT
  coalesce(seen.actor, roster.actor) AS actor,
  coalesce(nullif(roster.label, ''), seen.label, '') AS label,
  CASE WHEN NOT {{has_roster}} THEN {{month(seen.first)}} ELSE coalesce(roster.cohort, '(not on the roster)') END AS cohort,
  seen.first,
  seen.last,
  coalesce(seen.statements, 0) AS statements,
  coalesce(seen.spent, 0) AS spent
FROM seen
FULL JOIN roster ON roster.actor = seen.actor;

-- Everybody is in two: in '' and in their own.
{{stage(members)}}
SELECT actor, '' AS cohort FROM people
UNION ALL
SELECT actor, cohort FROM people;

{{stage(cells_ever)}}
SELECT
  actor,
  module,
  CASE
    WHEN bool_or(verb = 'passed') THEN 'passed'
    WHEN bool_or(verb = 'completed') THEN 'finished'
    ELSE 'started'
  END AS status,
  max(progress) AS progress,
  max(score) FILTER (WHERE verb IN ('scored', 'passed', 'failed')) AS best,
  coalesce(max(attempt) FILTER (WHERE object IN ('question', 'quiz')), 0) AS attempts,
  sum(spent) AS spent,
  min(time) AS first,
  max(time) AS last,
  count(DISTINCT item) FILTER (WHERE verb = 'experienced') AS screens,
  {{latest(place, time, id)}} FILTER (WHERE place IS NOT NULL) AS place
FROM facts
WHERE module > 0
GROUP BY actor, module;

-- A fresh start counts attempts from 1 again: the first first attempt is meant.
{{stage(first_scores)}}
SELECT actor, module, {{earliest(score, time, id)}} AS score, min(time) AS time
FROM facts
WHERE verb = 'scored' AND object = 'quiz' AND attempt = 1
GROUP BY actor, module;

{{stage(firsts)}}
SELECT
  facts.actor,
  facts.module,
  facts.item AS question,
  {{earliest(facts.version, facts.time, facts.id)}} AS version,
  {{earliest(facts.success, facts.time, facts.id)}} AS success,
  {{earliest(facts.interaction, facts.time, facts.id)}} AS interaction,
  {{earliest(facts.response, facts.time, facts.id)}} AS response,
  {{earliest(facts.duration, facts.time, facts.id)}} AS duration,
  min(facts.time) AS time,
  bool_or(first_scores.actor IS NOT NULL) AS ended
FROM facts
LEFT JOIN first_scores ON first_scores.actor = facts.actor AND first_scores.module = facts.module
WHERE facts.verb = 'answered' AND facts.object = 'question' AND facts.attempt = 1
  AND (first_scores.time IS NULL OR facts.time <= first_scores.time)
GROUP BY facts.actor, facts.module, facts.item;

{{stage(first_predictions)}}
SELECT
  actor,
  module,
  item AS prediction,
  {{earliest(verb, time, id)}} AS verb,
  {{earliest(success, time, id)}} AS success,
  {{earliest(interaction, time, id)}} AS interaction,
  {{earliest(response, time, id)}} AS response,
  {{earliest(duration, time, id)}} AS duration,
  min(time) AS time
FROM facts
WHERE object = 'prediction'
GROUP BY actor, module, item;

{{stage(first_goals)}}
SELECT actor, module, item AS goal, {{earliest(coalesce(visible, duration), time, id)}} AS took, min(time) AS time
FROM facts
WHERE verb = 'achieved'
GROUP BY actor, module, item;
