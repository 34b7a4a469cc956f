-- 自建模型: rules that people of this case put together from the views. Each change is a further line, so that every finding can be explained by
-- the version that made it; the latest line of a model is in force. definition: JSON.
create table own_model(
  id integer primary key, model text not null, version integer not null, state text not null check (state in ('on', 'off', 'deleted')),
  definition text not null, reason text not null, at text not null, actor text not null, unique (model, version)
) strict;
