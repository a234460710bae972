-- Which goals of the labs are reached, and how fast?
SELECT members.cohort, first_goals.module, first_goals.goal, count(*) AS reached, {{median(first_goals.took)}} AS median
FROM first_goals
JOIN members ON members.who = first_goals.who
WHERE first_goals.time >= {{since}}
GROUP BY members.cohort, first_goals.module, first_goals.goal
