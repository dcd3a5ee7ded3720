// In random chains: sequences and grants, which SQLite has not; what PostgreSQL alone has; and statements that change no table.
#include <fmt/format.h>

#include <algorithm>

#include "integration/chain_generator.h"

namespace migc::integration {

const std::vector<std::string>& ChainGenerator::Roles() {
  static const std::vector<std::string> roles = {"auditor", "clerk"};
  return roles;
}

std::string ChainGenerator::GrantOn(Table& table) {
  const char* privileges[] = {"select", "insert", "update", "select, insert", "delete"};
  const std::string& role = Roles()[Below(Roles().size())];
  const bool revoke = OneIn(4);
  // Nobody can be sure of a right that is taken away unless it was given.
  std::string text = fmt::format("grant {} on {} to {};", privileges[Below(std::size(privileges))], table.name, role);
  if (revoke) text = fmt::format("grant select on {0} to {1}; revoke select on {0} from {1};", table.name, role);
  return "for postgres, mariadb { " + text + " }";
}

std::string ChainGenerator::SequenceStatement() {
  std::string text;
  if (sequences_.empty() || OneIn(3)) {
    sequences_.push_back(Name("s"));
    text = fmt::format("create sequence {} start {} increment {}{};", sequences_.back(), 1 + Below(100), 1 + Below(5),
                       OneIn(2) ? "" : " minvalue 1 maxvalue 100000 cache 3 cycle");
  } else {
    std::string& name = sequences_[Below(sequences_.size())];
    switch (Below(6)) {
      case 3:
        text = fmt::format("alter sequence {} restart {};", name, 1 + Below(90));
        break;
      case 4:
        text = fmt::format("alter sequence {} no cycle maxvalue {};", name, 200000 + Below(90));
        break;
      case 0:
        text = fmt::format("alter sequence {} increment {};", name, 1 + Below(20));
        break;
      case 1:
        text = fmt::format("alter sequence {} cache {};", name, 1 + Below(50));
        break;
      case 2: {
        const std::string to = Name("s");
        text = fmt::format("alter sequence {} rename to {};", name, to);
        name = to;
        break;
      }
      default:
        text = std::string("drop sequence ") + (OneIn(2) ? "if exists " : "") + name + ";";
        sequences_.erase(sequences_.begin() + (&name - sequences_.data()));
    }
  }
  return "for postgres, mariadb { " + text + " }";
}

std::string ChainGenerator::OtherStatement(Table& table) {
  switch (Below(7)) {
    case 0:
      return fmt::format("delete from {} where id = {} undo nothing;", table.name, Below(40));
    case 1:
      return OneIn(2) ? "set lock timeout '5s';" : "set lock timeout '5s', statement timeout '2min';";
    case 2: {
      // One sentence for all, in words that are the same in each dialect.
      const std::string name = fmt::format("c{}", ++names_);
      const std::string plain = fmt::format("t{}", ++names_);
      return fmt::format(
          "sql $q$ CREATE TABLE {0} ({1} integer) $q$ undo $q$ DROP TABLE {0} $q$ effects {{ create table {0} ({1} integer); }};\n"
          "  drop table {0};",
          plain, name);
    }
    case 3:
      return "require $q$ select 1 < 2 $q$ 'one is less than two';";
    default:
      return SequenceStatement();
  }
}

// ---- PostgreSQL's own ----

std::string ChainGenerator::CreateOwnTable() {
  std::string text;
  if (schemas_.size() < 2) {
    schemas_.push_back(fmt::format("own{}", ++names_));
    text = "create schema " + schemas_.back() + "; ";
  }
  OwnTable table;
  table.schema = schemas_[Below(schemas_.size())];
  table.name = Name("t");
  table.columns = {{Name("c"), true}, {Name("c"), false}};
  const std::string constraint = Name("k");
  table.constraints.push_back(constraint);
  table.columns[1].free = false;
  text += fmt::format(
      "create table {} (id bigint identity{} primary key, {} integer[] not null default sql $q$ '{{}}' $q$, {} integer, constraint "
      "{} "
      "exclude using btree ({} with =) where (id > 3));",
      table.FullName(), OneIn(2) ? "" : " always (start 5, increment 3)", table.columns[0].name, table.columns[1].name, constraint,
      table.columns[1].name);
  own_tables_.push_back(std::move(table));
  return text;
}

std::string ChainGenerator::OwnView(OwnTable& table) const {
  std::vector<std::string> columns = {"id"};
  for (const OwnColumn& column : table.columns) columns.push_back(column.name);
  return fmt::format("define materialized view {}.{} {{ postgres $q$ SELECT {}, {} AS n FROM {} $q$ }};", table.schema, table.view,
                     fmt::join(columns, ", "), table.number, table.FullName());
}

std::string ChainGenerator::OwnAction(OwnTable& table) {
  switch (Below(9)) {
    case 5:
      return OneIn(2) ? fmt::format("alter column id set identity by default (restart {})", 1000 + Below(1000))
                      : fmt::format("alter column id set identity always (increment {})", 1 + Below(9));
    case 6:
      table.constraints.push_back(Name("k"));
      return fmt::format("add constraint {} unique nulls not distinct ({}, id)", table.constraints.back(), table.columns[1].name);
    case 7: {
      const std::string column = Name("c");
      table.columns.push_back({column, false});
      table.constraints.push_back(Name("k"));
      return fmt::format("add column {} bigint constraint {} references {} (id) match full deferrable initially deferred", column,
                         table.constraints.back(), table.FullName());
    }
    case 0: {
      table.columns.push_back({Name("c"), OneIn(2)});
      return "add column " + table.columns.back().name + (table.columns.back().array ? " text[]" : " integer");
    }
    case 1: {
      const std::string name = Name("k");
      table.not_valid.push_back(name);
      return fmt::format("add constraint {} check (id < 100000) not valid", name);
    }
    case 2: {
      if (table.not_valid.empty()) break;
      const std::string name = table.not_valid.back();
      table.not_valid.pop_back();
      table.constraints.push_back(name);
      return "validate constraint " + name;
    }
    case 3: {
      if (table.constraints.empty()) break;
      const std::string name = table.constraints.back();
      table.constraints.pop_back();
      return "drop constraint " + name;
    }
    case 4: {
      table.constraints.push_back(Name("k"));
      return fmt::format("add constraint {} exclude using btree (id with =) where (id > {})", table.constraints.back(), Below(90));
    }
    default:
      break;
  }
  // Under the view, which makes way.
  const OwnColumn& first = table.columns.front();
  return fmt::format("alter column {} type {}", first.name, OneIn(2) ? "bigint[]" : "integer[]");
}

std::string ChainGenerator::ChangeOwnTable(OwnTable& table) {
  const std::string drop = table.view.empty() ? "" : fmt::format("drop materialized view {}.{}; ", table.schema, table.view);
  const auto define = [&] { return table.view.empty() ? "" : " " + OwnView(table); };
  const std::string former = table.FullName();
  switch (Below(6)) {
    case 0: {
      const std::string to = schemas_[Below(schemas_.size())];
      if (to == table.schema) break;
      table.schema = to;
      return drop + "alter table " + former + " set schema " + to + ";" + define();
    }
    case 1: {
      table.name = Name("t");
      return drop + "rename table " + former + " to " + table.FullName() + ";" + define();
    }
    case 2:
      table.number = ++names_;
      if (table.view.empty()) table.view = Name("m");
      return OwnView(table);
    case 3:
      if (drop.empty()) break;
      table.view.clear();
      return drop;
    case 4: {
      const std::string text = drop + "drop table " + former + (OneIn(2) ? " cascade;" : ";");
      own_tables_.erase(own_tables_.begin() + (&table - own_tables_.data()));
      return text;
    }
    default:
      break;
  }
  return fmt::format("alter table {} {};", former, OwnAction(table));
}

// A schema that is empty goes; an extension comes, or goes.
std::string ChainGenerator::OwnThing() {
  for (const std::string& schema : schemas_) {
    const bool used = std::ranges::any_of(own_tables_, [&](const OwnTable& table) { return table.schema == schema; });
    if (used) continue;
    const std::string name = schema;
    std::erase(schemas_, name);
    return "drop schema " + name + ";";
  }
  extension_ = !extension_;
  return extension_ ? "create extension if not exists citext;" : "drop extension citext;";
}

std::string ChainGenerator::OwnStatement() {
  std::string text;
  if (OneIn(6)) {
    text = OwnThing();
  } else if (own_tables_.empty() || OneIn(4)) {
    text = CreateOwnTable();
  } else {
    text = ChangeOwnTable(own_tables_[Below(own_tables_.size())]);
  }
  return "for postgres { " + text + " }";
}

}  // namespace migc::integration
