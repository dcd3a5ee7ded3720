# upgrade trigger_body
  run raw SQL
    CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN NEW.level := NEW.level; RETURN NEW; END; $body$;
