-- What only its first time counts of: answers and ends of first attempts, predictions, goals. It is read once, as the ids are most of what is stored.

{{stage(first_given)}}
SELECT
  {{number(actor, everybody)}} AS who,
  CAST(module AS TINYINT) AS module,
  {{word(object, kinds)}} AS kind,
  {{word(item, items)}} AS item,
  time,
  id,
  verb = 'skipped' AS is_skipped,
  CAST(version AS INTEGER) AS version,
  success,
  coalesce(interaction IN ('choice', 'matching'), false) AS is_set,
  response,
  score,
  CASE WHEN object = 'goal' THEN coalesce(visible, duration) ELSE duration END AS duration
FROM stored_facts
WHERE object = 'prediction'
  OR (object = 'goal' AND verb = 'achieved')
  OR (object = 'question' AND verb = 'answered' AND attempt = 1)
  OR (object = 'quiz' AND verb = 'scored' AND attempt = 1);

-- Few things are said twice: those alone are put in order, and what came later goes.
{{stage(repeated)}}
SELECT who, module, kind, item FROM first_given GROUP BY who, module, kind, item HAVING count(*) > 1;

{{stage(later)}}
WITH in_order AS (
  SELECT said.id, row_number() OVER (PARTITION BY said.who, said.module, said.kind, said.item ORDER BY said.time, said.id) AS nth
  FROM first_given AS said
  JOIN repeated ON repeated.who = said.who AND repeated.module = said.module AND repeated.kind = said.kind AND repeated.item = said.item
)
SELECT id FROM in_order WHERE nth > 1;

DELETE FROM first_given WHERE id IN (SELECT id FROM later);

{{stage(first_scores)}}
SELECT who, module, score, time FROM first_given WHERE kind = 'quiz';

-- A fresh start counts attempts from 1 again: the first first attempt is meant, and what was answered before it ended.
{{stage(firsts)}}
SELECT
  answers.who, answers.module, answers.item AS question, answers.time, first_scores.who IS NOT NULL AS ended,
  answers.version, answers.success, answers.is_set, answers.response, answers.duration
FROM first_given AS answers
LEFT JOIN first_scores ON first_scores.who = answers.who AND first_scores.module = answers.module
WHERE answers.kind = 'question' AND (first_scores.time IS NULL OR answers.time <= first_scores.time);
