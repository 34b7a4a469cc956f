-- 输入: what a model read in a run (JSON: names of its inputs and one digest over their contents), so that the next run can tell whether anything
-- of it changed. same_as: the run whose outcome still stands because nothing did. On run: the same of what is found out before the models are asked.
alter table run add column inputs text;
alter table run_model add column inputs text;
alter table run_model add column same_as integer references run(id);
