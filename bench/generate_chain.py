#!/usr/bin/env python3
"""Writes N revisions to a directory: generate_chain.py N DIRECTORY [SHAPE]

Every shape is valid and the same N gives the same bytes:
  chain   one after the other: tables of 8 columns, added columns, indexes, constraints, inserts, renames, drops, in a fixed cycle;
          a file has about 600 bytes
  wide    the same in 1,000 branches (a tenth of N when that is less), each with tables of its own
  table   one table, to which every revision adds a column and takes the one before away"""
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


HEADER = """-- Revision {n} of a generated chain, with a comment as people write them, so that a file has a natural size.
revision {id} '{message}'
  revises {parent}
  created '2026-01-01T00:00:00Z';

upgrade {{
{body}
}}
"""


def revision_id(n):
    return f"{n:08x}{(n * 2654435761) % 65536:04x}"


def cycle(n, place, first):
    """Change number `place` of a branch whose revisions are first, first + 1 …: what it says of itself, and its body."""
    step = place % (len(CHANGES) + 1)
    made = first(place - step)
    body = table(made) if step == 0 else CHANGES[step - 1].format(n=made)
    return f"Step {n}: change number {step} of table item_{made}", body


def revision(n, shape, branches):
    """Its message, its body, and the number of its parent or None."""
    if shape == "chain":
        return *cycle(n, n, lambda place: place), n - 1 if n > 0 else None
    if shape == "wide":
        branch, place = n % branches, n // branches
        return *cycle(n, place, lambda at: at * branches + branch), n - branches if n >= branches else None
    if n == 0:
        return "Make the table", table(0), None
    body = f"  alter table item_0 add column extra_{n} varchar(100) not null default 'none'"
    body += f", drop column extra_{n - 1};" if n > 1 else ";"
    return f"Step {n}: the table again", body, n - 1


def main():
    count, directory = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    shape = sys.argv[3] if len(sys.argv) > 3 else "chain"
    branches = max(1, min(1000, count // 10))
    migrations = directory / "migrations"
    migrations.mkdir(parents=True, exist_ok=True)
    (directory / "migc.yaml").write_text("migrations: migrations\ndialects: [postgres, sqlite]\n")
    for n in range(count):
        message, body, parent = revision(n, shape, branches)
        text = HEADER.format(n=n, id=revision_id(n), message=message, body=body, parent="base" if parent is None else revision_id(parent))
        (migrations / f"{revision_id(n)}_step_{n}.mig").write_text(text)


if __name__ == "__main__":
    main()
