#!/usr/bin/env python3
"""Writes a chain of N revisions to a directory: generate_chain.py N DIRECTORY

Tables of 8 columns, added columns, indexes, constraints, inserts, renames, drops, in a fixed cycle; the same N gives the same bytes.
A file has about 600 bytes. Every revision is valid after the one before, so the whole chain compiles in both directions."""
import pathlib
import sys


def table(n):
    return f"""  create table item_{n} (
    id          bigint identity primary key,
    code        varchar(40) not null,
    title       varchar(200) not null default 'untitled',
    amount      decimal(12,2) not null default 0,
    is_active   boolean not null default true,
    created_at  timestamp with time zone not null default now(),
    note        text,
    parent_id   bigint,
    constraint item_{n}_code_key unique (code),
    constraint item_{n}_amount_positive check (amount >= 0)
  );"""


# What happens to the table that was made last; {n} is its number.
CHANGES = [
    "  alter table item_{n} add column extra varchar(100) not null default 'none', add column rank integer;\n"
    "  alter table item_{n} alter column note type varchar(2000);",
    "  create index item_{n}_title on item_{n} (title, created_at desc);\n"
    "  create unique index item_{n}_rank on item_{n} (rank) where (rank is not null);",
    "  alter table item_{n} add constraint item_{n}_parent foreign key (parent_id) references item_{n} (id) on delete cascade;\n"
    "  alter table item_{n} add constraint item_{n}_rank_small check (rank < 1000000);",
    "  insert into item_{n} (id, code, title, amount) values\n" +
    ",\n".join(f"    ({i}, 'code-{i}', 'Title number {i}', {i}.50)" for i in range(1, 8)) + ";",
    "  alter table item_{n} rename column extra to remark;\n"
    "  rename index item_{n}_title to item_{n}_by_title;",
    "  alter table item_{n} drop column remark, drop constraint item_{n}_rank_small;\n"
    "  drop index item_{n}_by_title on item_{n};",
]


def main():
    count, directory = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    migrations = directory / "migrations"
    migrations.mkdir(parents=True, exist_ok=True)
    (directory / "migc.yaml").write_text("migrations: migrations\ndialects: [postgres, sqlite]\n")
    parent, made = "base", 0
    for n in range(count):
        revision = f"{n:08x}{(n * 2654435761) % 65536:04x}"
        step = n % (len(CHANGES) + 1)
        if step == 0:
            made = n
            body = table(n)
        else:
            body = CHANGES[step - 1].format(n=made)
        text = (f"-- Revision {n} of a generated chain, with a comment as people write them, so that a file has a natural size.\n"
                f"revision {revision} 'Step {n}: change number {step} of table item_{made}'\n  revises {parent}\n"
                f"  created '2026-01-01T00:00:00Z';\n\nupgrade {{\n{body}\n}}\n")
        (migrations / f"{revision}_step_{n}.mig").write_text(text)
        parent = revision


if __name__ == "__main__":
    main()
