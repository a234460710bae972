-- How far is each learner in each module they began?
SELECT actor, module, status, progress, best, attempts, spent, first, last, screens, place FROM cells_ever
