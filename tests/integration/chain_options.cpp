// In random chains: the options of statements, one kind after the other, and what has no name of its own.
#include <fmt/format.h>

#include <algorithm>

#include "integration/chain_generator.h"

namespace migc::integration {
namespace {

bool NeedsLength(const std::string& type) { return type == "text" || type == "blob"; }
bool IsNumber(const std::string& type) { return type == "integer" || type == "bigint"; }

}  // namespace

// ---- create table ----

// Rows leave a column of a reference out, so one that is unique has nulls alone.
std::string ChainGenerator::TableItems(Table& table) {
  std::string text;
  if (OneIn(3)) {
    table.columns.push_back({Name("u"), "bigint", false, false, false, false, true});
    text += ",\n    " + table.columns.back().name + " bigint " + (OneIn(2) ? "constraint " + Name("k") + " unique" : "unique");
  }
  if (OneIn(3)) {
    table.columns.push_back({Name("n"), "integer", false, false, true, false, false});
    const std::string name = table.columns.back().name;
    text += fmt::format(",\n    {} integer default 5 check ({} < 100000)", name, name);
    table.shapes.push_back(fmt::format("check ({} < 100000)", name));
    if (OneIn(2)) {
      const std::string made = Name("g");
      text += fmt::format(",\n    {} bigint generated as ({} * 2 + 1) stored", made, name);
      table.columns.push_back({made, "bigint", false, false, false, true, false});
    }
  }
  if (Table* other = TableWithId(); other != nullptr && OneIn(3)) {
    other->referenced = true;
    table.columns.push_back({Name("ref"), "bigint", false, false, false, false, true});
    const std::string& name = table.columns.back().name;
    table.shapes.push_back("foreign key (" + name + ")");
    text += ",\n    " + name + " bigint,\n    foreign key (" + name + ") references " + other->name + (OneIn(2) ? " (id)" : "");
  }
  if (Column* column = PlainColumn(table, true); column != nullptr && OneIn(2)) {
    column->plain = false;
    if (OneIn(2)) {
      text += ",\n    unique (" + column->name + ", id)";
      table.shapes.push_back("unique (" + column->name + ", id)");
    } else {
      table.indexes.push_back(Name("i"));
      text += ",\n    index " + table.indexes.back() + " (" + column->name + " desc, id)";
    }
  }
  return text;
}

// ---- indexes ----

std::string ChainGenerator::IndexWithOptions(Table& table) {
  Column* column = PlainColumn(table, true);
  if (column == nullptr) return CommentOn(table);
  column->plain = false;
  const std::string name = Name("i");
  const std::string on = " on " + table.name;
  const std::string key = " (" + column->name;
  const auto named = [&] {
    table.indexes.push_back(name);
    return name;
  };
  switch (Below(8)) {
    case 0:
      return "create index if not exists " + named() + on + key + ", id);";
    case 1:
      return "create index" + on + key + ");";
    case 2:
      return Outside("create index " + named() + on + key + " desc) online;");
    case 3:
      return "create index " + named() + on + key + " desc nulls first, id nulls last);";
    case 4:
      return column->name == "id" ? CommentOn(table) : "create index " + named() + on + key + ") include (id);";
    case 5: {
      const std::string start = "create index " + named() + on;
      return "for sqlite { " + start + key + "); } else { " + start + " using btree" + key + "); }";
    }
    case 6:
      return "create index " + named() + on + key + ") with postgres 'FILLFACTOR=80';";
    default: {
      if (!column->type.starts_with("varchar")) return "create unique index " + named() + on + key + ", id);";
      const std::string start = "create index " + named() + on + key;
      return "for postgres { " + start + " ops 'varchar_pattern_ops'); } else { " + start + "); }";
    }
  }
}

// MariaDB has none.
std::string ChainGenerator::ExpressionIndex(Table& table) {
  Column* column = PlainColumn(table, true);
  if (column == nullptr || !column->type.starts_with("varchar")) return IndexWithOptions(table);
  column->plain = false;
  return fmt::format("for postgres, sqlite {{ create index {} on {} ((lower({})), id); }}", Name("i"), table.name, column->name);
}

std::string ChainGenerator::DropIndexWithOptions(Table& table) {
  const std::string name = table.indexes.back();
  table.indexes.pop_back();
  if (OneIn(2)) return "drop index if exists " + name + " on " + table.name + ";";
  return Outside("drop index " + name + " on " + table.name + " online;");
}

// ---- alter table ----

std::string ChainGenerator::Position(const Table& table) {
  positions_ = true;
  return OneIn(3) ? " first" : " after " + table.columns[Below(table.columns.size())].name;
}

// Rows are changed by it; what the type before can hold comes back.
std::string ChainGenerator::Using(Column& column) {
  if (IsNumber(column.type)) return " using (coalesce(" + column.name + ", 0) + 1)";
  return " using (case when " + column.name + " is null then 'none' else " + column.name + " end)";
}

std::string ChainGenerator::AddUnnamed(Table& table) {
  Column* column = PlainColumn(table, true);
  if (column == nullptr || FindEnum(column->type) != nullptr) return AddColumn(table);
  column->plain = false;
  const bool number = IsNumber(column->type) || column->type == "smallint";
  if (number && OneIn(2)) {
    table.shapes.push_back("check (" + column->name + " in (1, 2) or " + column->name + " < 100000)");
  } else {
    table.shapes.push_back("unique (" + column->name + ", id)");
  }
  return "add " + table.shapes.back();
}

std::string ChainGenerator::DropShape(Table& table) {
  if (table.shapes.empty()) return AddUnnamed(table);
  const std::string shape = table.shapes.back();
  table.shapes.pop_back();
  return "drop " + shape;
}

std::string ChainGenerator::ChangeKey(Table& table) {
  if (!table.identity) {
    const std::string& other = table.columns[1].name;
    const bool turned = OneIn(2);
    const std::string columns = turned ? "(" + other + ", id)" : "(id, " + other + ")";
    return "drop primary key, add " + (OneIn(2) ? "constraint " + Name("p") + " " : "") + "primary key " + columns;
  }
  if (table.counts || table.referenced) return AddColumn(table);
  return "drop primary key, add constraint " + Name("p") + " primary key (id)";
}

std::string ChainGenerator::ChangeIdentity(Table& table) {
  if (!table.identity) return ChangeKey(table);
  table.counts = !table.counts;
  table.always = table.counts && OneIn(3);
  if (!table.counts) return "alter column id drop identity";
  return std::string("alter column id add identity") + (table.always ? " always" : "");
}

std::string ChainGenerator::NotValid(Table& table) {
  if (!table.not_valid.empty()) {
    const std::string name = table.not_valid.back();
    table.not_valid.pop_back();
    table.constraints.push_back(name);
    return "validate constraint " + name;
  }
  Column* column = PlainColumn(table);
  if (column == nullptr || !IsNumber(column->type)) return AddUnnamed(table);
  column->plain = false;
  table.not_valid.push_back(Name("k"));
  return "add constraint " + table.not_valid.back() + " check (" + column->name + " between -5 and 100000) not valid";
}

// What not every engine has, said for the others in another way.
std::string ChainGenerator::IfExistsStatement(Table& table) {
  const std::string alter = "alter table " + table.name;
  if (!table.constraints.empty() && OneIn(2)) {
    const std::string name = table.constraints.back();
    table.constraints.pop_back();
    return fmt::format("for sqlite {{ {0} drop constraint {1}; }} else {{ {0} drop constraint if exists {1}; }}", alter, name);
  }
  Column* column = PlainColumn(table);
  const bool stays =
      column == nullptr || table.columns.size() < 4 || IsUsed(column->name) || (column->not_null && !column->has_default);
  if (!stays && OneIn(2)) {
    const std::string name = column->name;
    table.columns.erase(table.columns.begin() + (column - table.columns.data()));
    return fmt::format("for sqlite {{ {0} drop column {1}; }} else {{ {0} drop column if exists {1}; }}", alter, name);
  }
  table.columns.push_back({Name("c"), "integer"});
  const std::string name = table.columns.back().name;
  return fmt::format("for sqlite {{ {0} add column {1} integer; }} else {{ {0} add column if not exists {1} integer; }}{2}", alter,
                     name, StarViewsAgain(table));
}

std::string ChainGenerator::CollateStatement(Table& table) {
  const Column* column = PlainColumn(table);
  if (column == nullptr || (column->type != "text" && !column->type.starts_with("varchar")) || IsUsed(column->name))
    return CommentOn(table);
  const std::string alter = "alter table " + table.name + " alter column " + column->name;
  if (OneIn(3)) return alter + " character set 'utf8mb4';";
  return fmt::format(
      "for postgres {{ {0} collate 'C'; }} else {{ for mariadb {{ {0} collate 'utf8mb4_bin'; }} else {{ {0} collate 'NOCASE'; }} "
      "}}",
      alter);
}

std::string ChainGenerator::DeferrableStatement(Table& table) {
  Table* other = TableWithId();
  if (other == nullptr) return CommentOn(table);
  other->referenced = true;
  const std::string column = Name("ref");
  const std::string name = Name("f");
  table.columns.push_back({column, "bigint", false, false, false, false, true});
  table.constraints.push_back(name);
  const std::string add = fmt::format("alter table {} add column {} bigint, add constraint {} foreign key ({}) references {} (id)",
                                      table.name, column, name, column, other->name);
  return "for mariadb { " + add + "; } else { " + add + " deferrable initially deferred; }" + StarViewsAgain(table);
}

std::string ChainGenerator::OptionStatement(Table& table) {
  switch (Below(5)) {
    case 0:
      return CollateStatement(table);
    case 1:
      return DeferrableStatement(table);
    case 2:
      if (table.identity && table.counts)
        return fmt::format("for postgres, mariadb {{ alter table {} alter column id set identity (restart {}); }}", table.name,
                           100000 + 1000 * ++names_);
      return CommentOn(table);
    default:
      return IfExistsStatement(table);
  }
}

// ---- enums ----

// No row has what is added, so it can go; an enum that no column has can go too.
std::string ChainGenerator::ChangeEnumNames(Enum& changed) {
  const std::string alter = "alter enum " + changed.name;
  const auto used = [&](const Table& table) {
    return std::ranges::any_of(table.columns, [&](const Column& column) { return column.type == changed.name; });
  };
  if (OneIn(3) && std::ranges::none_of(tables_, used)) {
    std::string text = "drop enum " + changed.name + ";";
    enums_.erase(enums_.begin() + (&changed - enums_.data()));
    return text;
  }
  if (OneIn(3)) {
    const std::string to = Name("e");
    for (Table& table : tables_) {
      for (Column& column : table.columns) {
        if (column.type == changed.name) column.type = to;
      }
    }
    changed.name = to;
    return alter + " rename to " + to + ";";
  }
  const auto set = [&] { return alter + " set (" + fmt::format("{}", fmt::join(changed.order, ", ")) + ");"; };
  if (!changed.added.empty() && OneIn(2)) {
    std::erase(changed.order, changed.added.back());
    changed.added.pop_back();
    return set();
  }
  const std::string value = fmt::format("'added {}'", ++names_);
  changed.added.push_back(value);
  if (OneIn(3)) {
    changed.order.push_back(value);
    return "for postgres { " + set() + " } else { " + alter + " add " + value + "; }";
  }
  const std::size_t at = Below(changed.order.size());
  const bool before = OneIn(2);
  const std::string place = (before ? " before " : " after ") + changed.order[at];
  changed.order.insert(changed.order.begin() + static_cast<std::ptrdiff_t>(at + (before ? 0 : 1)), value);
  return "for postgres { " + set() + " } else { " + alter + " add " + value + place + "; }";
}

// ---- rows ----

std::string ChainGenerator::InsertSelect(Table& table) {
  if (table.always) return InsertCsv(table);
  std::vector<std::string> names;
  std::vector<std::string> ticks;
  for (const Column& column : table.columns) {
    if (column.generated || column.name == "id") continue;
    names.push_back(column.name);
    ticks.push_back(Ticks(column.name));
  }
  const int more = 10000 * ++names_;
  const auto text = [&](const std::string& name, const std::vector<std::string>& columns) {
    return fmt::format("insert into {} (id{}) select $q$ SELECT id + {}{} FROM {} WHERE id < {} $q$ undo nothing;", table.name,
                       names.empty() ? "" : fmt::format(", {}", fmt::join(names, ", ")), more,
                       columns.empty() ? "" : fmt::format(", {}", fmt::join(columns, ", ")), name, more);
  };
  return "for mysql, mariadb { " + text(Ticks(table.name), ticks) + " } else { " + text(table.name, names) + " }";
}

// Where every row is given its number, nobody can tell it afterwards.
std::string ChainGenerator::InsertCsv(Table& table) {
  std::vector<std::string> columns;
  std::vector<std::string> fields;
  if (!table.always) {
    columns.emplace_back("id");
    fields.push_back(fmt::format("{}", 1 + ++names_));
  }
  for (const Column& column : table.columns) {
    if (column.reference || column.generated || column.name == "id") continue;
    const bool text = column.type == "text" || column.type.starts_with("varchar");
    if (!text && column.type != "integer" && column.type != "bigint" && column.type != "smallint" && !column.not_null) continue;
    if (!text && column.type != "integer" && column.type != "bigint" && column.type != "smallint") return RawStatement();
    columns.push_back(column.name);
    fields.push_back(text ? "\"a \"\"field\"\", 🐘\\\n${x} 'it''s'\"" : fmt::format("{}", Below(1000)));
  }
  if (columns.empty()) return RawStatement();
  const std::string path = fmt::format("data/rows{}.csv", ++names_);
  more_files_[path] = fmt::format("{}\r\n", fmt::join(fields, ","));
  return fmt::format("insert into {} ({}) from csv '{}'{};", table.name, fmt::join(columns, ", "), path,
                     table.always ? " undo nothing" : "");
}

std::string ChainGenerator::UpdateWithExpressions(Table& table) {
  const Column* column = PlainColumn(table);
  if (column == nullptr) return InsertSelect(table);
  const std::string& name = column->name;
  const std::string value = Value(column->type);
  if (OneIn(3)) {
    return fmt::format("delete from {} where id between 3 and {} and ({} is not null or not id in (7, 8)) undo nothing;",
                       table.name, 3 + Below(9), name);
  }
  if (column->type.starts_with("varchar")) {
    return fmt::format(
        "update {0} set {1} = substring(lower(coalesce({1}, 'x')), 1, 20) where {1} like '%x%' or upper({1}) = 'Y' undo nothing;",
        table.name, name);
  }
  return fmt::format("update {} set {} = case when id > 4 then {} else coalesce({}, {}) end where id > {} undo nothing;",
                     table.name, name, value, name, value, Below(9));
}

std::string ChainGenerator::Outside(const std::string& statement) const {
  return outside_ ? statement : "no transaction { " + statement + " }";
}

std::string ChainGenerator::RawStatement() {
  switch (Below(5)) {
    case 0: {
      const std::string path = fmt::format("sql/file{}.sql", ++names_);
      more_files_[path] = "-- a file\nSELECT 1;\nSELECT 2;\n";
      return "sql file '" + path + "' undo nothing;";
    }
    case 1:
      return "sql for postgres, sqlite $q$ ANALYZE $q$ undo nothing;";
    case 2:
      return Outside("sql (postgres $q$ VACUUM $q$, else $q$ SELECT 1 $q$) undo $q$ SELECT 2 $q$;");
    case 3:
      return "for mariadb { sql $q$ SELECT 1 $q$ undo nothing; } else { require $q$ SELECT 2 > 1 $q$ 'two is more'; }";
    default:
      return "sql $q$ SELECT 'it''s; -- ' $q$ undo $q$ SELECT 3 $q$;";
  }
}

}  // namespace migc::integration
