# upgrade default_schema
  create table public.t
    CREATE TABLE public.t (
      id INTEGER NOT NULL,
      CONSTRAINT t_pkey PRIMARY KEY (id)
    );
  add column t.note
    ALTER TABLE t ADD COLUMN note TEXT;
