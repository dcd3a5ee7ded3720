// Views, triggers and routines in random chains, and what an author does with them when their tables change.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "integration/chain_generator.h"

namespace migc::integration {

std::string Ticks(const std::string& name) {
  if (!name.starts_with('"')) return name;
  std::string ticks = "`";
  for (std::size_t i = 1; i + 1 < name.size(); ++i) {
    ticks += name[i] == '`' ? "``" : std::string(1, name[i]);
    if (name[i] == '"') ++i;
  }
  return ticks + "`";
}

namespace {

std::string Quotes(const std::string& name) { return name; }

std::string Raw(const std::string& text) { return "$q$ " + text + " $q$"; }

std::string Lines(const std::string& a, const std::string& b) { return a.empty() || b.empty() ? a + b : a + "\n  " + b; }

}  // namespace

namespace {

// The texts of one object, with names as one dialect quotes them.
template <class Object, class Quote>
std::string QueryOf(const Object& view, Quote quote) {
  if (view.star) return fmt::format("SELECT * FROM {} WHERE {} < 900", quote(view.table), view.number);
  std::vector<std::string> columns;
  std::vector<std::string> from;
  std::size_t output = 0;
  if (!view.below.empty()) {
    for (const std::string& taken : view.taken) {
      columns.push_back(fmt::format("b.{} AS {}", quote(taken), quote(view.outputs.at(output++))));
    }
    from.push_back(quote(view.below) + " b");
  }
  for (const std::string& column : view.columns) {
    columns.push_back(fmt::format("{}.{} AS {}", quote(view.table), quote(column), quote(view.outputs.at(output++))));
  }
  if (!view.table.empty()) from.push_back(quote(view.table));
  return fmt::format("SELECT {} FROM {} WHERE {} < 900", fmt::join(columns, ", "), fmt::join(from, ", "), view.number);
}

template <class Object>
std::string TriggerOf(const Object& trigger, const std::string& dialect) {
  const auto quote = dialect == "mariadb" ? Ticks : Quotes;
  const std::string column = quote(trigger.columns.front());
  const std::string head = fmt::format("CREATE TRIGGER {} ", quote(trigger.name));
  if (dialect == "postgres") {
    return head + fmt::format("{} UPDATE OF {} ON {} FOR EACH ROW WHEN (NEW.{} IS NOT NULL AND {} < 900) EXECUTE FUNCTION {}()",
                              trigger.number % 2 == 0 ? "BEFORE" : "AFTER", column, trigger.table, column, trigger.number,
                              trigger.below);
  }
  std::string body;
  if (dialect == "sqlite") {
    if (!trigger.other_table.empty()) body = fmt::format("DELETE FROM {} WHERE id = -{};", trigger.other_table, trigger.number);
    return head +
           fmt::format("AFTER UPDATE OF {} ON {} WHEN new.{} IS NOT NULL BEGIN {} SELECT {}, 'it''s; END' WHERE new.{} = 1; END",
                       column, trigger.table, column, body, trigger.number, column);
  }
  if (!trigger.other_table.empty())
    body = fmt::format("DELETE FROM {} WHERE id = -{}; ", Ticks(trigger.other_table), trigger.number);
  const std::string set = fmt::format("SET NEW.{} = NEW.{}", column, column);
  if (trigger.number % 2 == 0 && body.empty())
    return head + fmt::format("BEFORE UPDATE ON {} FOR EACH ROW {}", Ticks(trigger.table), set);
  return head + fmt::format("BEFORE UPDATE ON {} FOR EACH ROW BEGIN {}{}; SET @it = {}; END", Ticks(trigger.table), body, set,
                            trigger.number);
}

template <class Object, class Quote>
std::string CountOf(const Object& routine, Quote quote) {
  return fmt::format("(SELECT count(*) FROM {} WHERE {} IS NOT NULL) + {}", quote(routine.table), quote(routine.columns.front()),
                     routine.number);
}

}  // namespace

std::string ChainGenerator::Define(const Object& object) {
  const std::string& name = object.name;
  const std::string ticks = Ticks(name);
  switch (object.kind) {
    case Object::Kind::kView:
      return fmt::format("define view {} {{ mariadb {}, else {} }};", name, Raw(QueryOf(object, Ticks)),
                         Raw(QueryOf(object, Quotes)));
    case Object::Kind::kTrigger:
      return fmt::format("define trigger {} on {} {{ postgres {}, mariadb {}, sqlite {} }};", name, object.table,
                         Raw(TriggerOf(object, "postgres")), Raw(TriggerOf(object, "mariadb")), Raw(TriggerOf(object, "sqlite")));
    case Object::Kind::kFunction:
      return fmt::format("define function {0}(integer) {{ postgres {1}, mariadb {2} }};", name,
                         Raw(fmt::format("CREATE FUNCTION {}(n integer) RETURNS bigint LANGUAGE sql AS $b$ SELECT {} + n $b$", name,
                                         CountOf(object, Quotes))),
                         Raw(fmt::format("CREATE FUNCTION {}(n integer) RETURNS bigint DETERMINISTIC READS SQL DATA RETURN {} + n",
                                         ticks, CountOf(object, Ticks))));
    case Object::Kind::kProcedure:
      return fmt::format(
          "define procedure {0}() {{ postgres {1}, mariadb {2} }};", name,
          Raw(fmt::format("CREATE PROCEDURE {}() LANGUAGE plpgsql AS $b$ BEGIN DELETE FROM {} WHERE id = -{}; END; $b$", name,
                          object.table, object.number)),
          Raw(fmt::format("CREATE PROCEDURE {}() BEGIN DELETE FROM {} WHERE id = -{}; END", ticks, Ticks(object.table),
                          object.number)));
    case Object::Kind::kTriggerFunction:
      return fmt::format(
          "define function {0}() {{ postgres {1} }};", name,
          Raw(fmt::format("CREATE FUNCTION {}() RETURNS trigger LANGUAGE plpgsql AS $b$ BEGIN PERFORM {}; RETURN NEW; END; $b$",
                          name, object.number)));
  }
  return "";
}

std::string ChainGenerator::Drop(const Object& object) {
  switch (object.kind) {
    case Object::Kind::kView:
      return "drop view " + object.name + ";";
    case Object::Kind::kTrigger:
      return "drop trigger " + object.name + " on " + object.table + ";";
    case Object::Kind::kFunction:
      return "drop function " + object.name + "(integer);";
    case Object::Kind::kProcedure:
      return "drop procedure " + object.name + "();";
    case Object::Kind::kTriggerFunction:
      return "drop function " + object.name + "();";
  }
  return "";
}

// ---- who uses what ----

// Those whose texts name the table (and the column, when one is given).
std::vector<std::size_t> ChainGenerator::Users(const std::string& table, const std::string& column) const {
  std::vector<std::size_t> users;
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    const Object& one = objects_[i];
    const bool names_column = std::find(one.columns.begin(), one.columns.end(), column) != one.columns.end();
    if (column.empty() ? one.table == table || one.other_table == table : one.table == table && names_column) users.push_back(i);
  }
  return users;
}

std::vector<std::size_t> ChainGenerator::WithThoseAbove(std::vector<std::size_t> objects) const {
  std::set<std::size_t> all(objects.begin(), objects.end());
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    const bool upon = std::any_of(all.begin(), all.end(), [&](std::size_t at) { return objects_[at].name == objects_[i].below; });
    if (upon) all.insert(i);
  }
  return {all.begin(), all.end()};
}

bool ChainGenerator::IsUsed(const std::string& column) const {
  return std::any_of(objects_.begin(), objects_.end(), [&](const Object& one) {
    return std::find(one.columns.begin(), one.columns.end(), column) != one.columns.end();
  });
}

ChainGenerator::Table* ChainGenerator::TableNamed(const std::string& name) {
  const auto found = std::find_if(tables_.begin(), tables_.end(), [&](const Table& one) { return one.name == name; });
  return found == tables_.end() ? nullptr : &*found;
}

// A column other than `id` that is used, and that nothing of its table stands upon; its table.
ChainGenerator::Column* ChainGenerator::UsedColumn(Table** table) {
  std::vector<std::pair<Table*, Column*>> found;
  for (Table& one : tables_) {
    for (Column& column : one.columns) {
      if (column.plain && IsUsed(column.name)) found.emplace_back(&one, &column);
    }
  }
  if (found.empty()) return nullptr;
  const auto& chosen = found[Below(found.size())];
  *table = chosen.first;
  return chosen.second;
}

std::string ChainGenerator::DefineAll(const std::vector<std::size_t>& objects) const {
  std::string text;
  for (const std::size_t at : objects) text = Lines(text, Define(objects_[at]));
  return text;
}

std::string ChainGenerator::DropAll(const std::vector<std::size_t>& objects) const {
  std::string text;
  for (auto at = objects.rbegin(); at != objects.rend(); ++at) text = Lines(text, Drop(objects_[*at]));
  return text;
}

void ChainGenerator::Forget(std::vector<std::size_t> objects) {
  std::sort(objects.begin(), objects.end());
  for (auto at = objects.rbegin(); at != objects.rend(); ++at) objects_.erase(objects_.begin() + static_cast<std::ptrdiff_t>(*at));
}

// Every name of a table or column is given once only.
void ChainGenerator::Renamed(const std::string& from, const std::string& to) {
  for (Object& one : objects_) {
    if (one.table == from) one.table = to;
    if (one.other_table == from) one.other_table = to;
    std::replace(one.columns.begin(), one.columns.end(), from, to);
  }
}

// Out of the way before and back after, or defined again after.
std::string ChainGenerator::AroundRename(const std::vector<std::size_t>& users, const std::string& from, const std::string& to,
                                         const std::string& rename) {
  // A view that is defined again puts back what stands upon it, by a text that must still hold.
  const bool upon_each_other = std::any_of(users.begin(), users.end(), [&](std::size_t upper) {
    return std::any_of(users.begin(), users.end(),
                       [&](std::size_t lower) { return objects_[lower].name == objects_[upper].below; });
  });
  const bool aside = OneIn(2) || upon_each_other;
  const std::vector<std::size_t> all = aside ? WithThoseAbove(users) : users;
  const std::string before = aside ? DropAll(all) : "";
  Renamed(from, to);
  return Lines(Lines(before, rename), DefineAll(all));
}

// ---- statements ----

std::string ChainGenerator::CreateView(Table& table) {
  Object view{Object::Kind::kView, Name("v"), table.name};
  for (const Column& column : table.columns) {
    if (view.columns.empty() || OneIn(2)) view.columns.push_back(column.name);
  }
  for (std::size_t i = 0; i < view.columns.size(); ++i) view.outputs.push_back(Name("x"));
  view.number = ++names_;
  objects_.push_back(view);
  return Define(view);
}

std::string ChainGenerator::CreateStarView(Table& table) {
  Object view{Object::Kind::kView, Name("v"), table.name};
  for (const Column& column : table.columns) view.columns.push_back(column.name);
  view.star = true;
  view.number = ++names_;
  objects_.push_back(view);
  return Define(view);
}

// PostgreSQL and MariaDB write the columns down when the view is made, SQLite looks for them whenever it is read.
std::string ChainGenerator::StarViewsAgain(const Table& table) {
  std::vector<std::string> columns;
  for (const Column& column : table.columns) columns.push_back(column.name);
  std::string text;
  for (Object& one : objects_) {
    if (!one.star || one.table != table.name || one.columns == columns) continue;
    one.columns = columns;
    text += "\n  " + Define(one);
  }
  return text;
}

std::string ChainGenerator::CreateViewUpon() {
  std::vector<const Object*> views;
  for (const Object& one : objects_) {
    if (one.kind == Object::Kind::kView && !one.star) views.push_back(&one);
  }
  if (views.empty()) return CreateView(tables_[Below(tables_.size())]);
  const Object& below = *views[Below(views.size())];
  Object view{Object::Kind::kView, Name("v")};
  view.below = below.name;
  view.taken.push_back(below.outputs[Below(below.outputs.size())]);
  if (OneIn(2)) {
    const Table& table = tables_[Below(tables_.size())];
    view.table = table.name;
    view.columns.push_back(table.columns[Below(table.columns.size())].name);
  }
  for (std::size_t i = 0; i < view.taken.size() + view.columns.size(); ++i) view.outputs.push_back(Name("x"));
  view.number = ++names_;
  objects_.push_back(view);
  return Define(view);
}

std::string ChainGenerator::CreateTrigger(Table& table) {
  std::vector<const Column*> columns;
  for (const Column& column : table.columns) {
    if (column.plain && !column.generated) columns.push_back(&column);
  }
  if (columns.empty()) return CreateView(table);
  Object function{Object::Kind::kTriggerFunction, Name("f")};
  function.number = ++names_;
  Object trigger{Object::Kind::kTrigger, Name("g"), table.name, {columns[Below(columns.size())]->name}};
  trigger.below = function.name;
  // MariaDB lets no trigger write to its own table.
  if (OneIn(3)) trigger.other_table = tables_[Below(tables_.size())].name;
  if (trigger.other_table == table.name) trigger.other_table.clear();
  trigger.number = ++names_;
  objects_.push_back(function);
  objects_.push_back(trigger);
  return Lines(Define(function), Define(trigger));
}

std::string ChainGenerator::CreateRoutine(Table& table) {
  const bool function = OneIn(2);
  Object routine{function ? Object::Kind::kFunction : Object::Kind::kProcedure, Name(function ? "f" : "p"), table.name};
  routine.columns.push_back(function ? table.columns[Below(table.columns.size())].name : "id");
  routine.number = ++names_;
  objects_.push_back(routine);
  return Define(routine);
}

std::string ChainGenerator::DefineAgain() {
  if (objects_.empty()) return CreateView(tables_[Below(tables_.size())]);
  const std::size_t at = Below(objects_.size());
  Object& object = objects_[at];
  object.number = ++names_;
  // Another column is there behind the others; those that stand upon it go on.
  const Table* table = TableNamed(object.table);
  if (object.kind == Object::Kind::kView && !object.star && table != nullptr && OneIn(2)) {
    object.columns.push_back(table->columns[Below(table->columns.size())].name);
    object.outputs.push_back(Name("x"));
  }
  return Define(object);
}

std::string ChainGenerator::DropObject() {
  if (objects_.empty()) return CreateView(tables_[Below(tables_.size())]);
  const std::vector<std::size_t> all = WithThoseAbove({Below(objects_.size())});
  std::string text = DropAll(all);
  Forget(all);
  return text;
}

// Nobody says anything of the views and triggers.
std::string ChainGenerator::RetypeUnder() {
  Table* table = nullptr;
  Column* column = UsedColumn(&table);
  if (column == nullptr) return DefineAgain();
  const std::string change = ChangeType(*column);
  return change.empty() ? EnumStatement() : "alter table " + table->name + " " + change + ";";
}

std::string ChainGenerator::RenameColumnUnder() {
  Table* table = nullptr;
  Column* column = UsedColumn(&table);
  if (column == nullptr) return DefineAgain();
  const std::string from = column->name;
  column->name = Name("c");
  return AroundRename(Users(table->name, from), from, column->name,
                      "alter table " + table->name + " rename column " + from + " to " + column->name + ";");
}

// Views that have others read those, or go with the column; all else goes.
std::string ChainGenerator::DropColumnUnder() {
  Table* table = nullptr;
  Column* column = UsedColumn(&table);
  if (column == nullptr || table->columns.size() < 4 || (column->not_null && !column->has_default)) return RetypeUnder();
  std::string text;
  std::vector<std::size_t> going;
  for (const std::size_t at : Users(table->name, column->name)) {
    Object& object = objects_[at];
    const bool stays =
        object.kind == Object::Kind::kView && !object.star && object.columns.size() > 1 && WithThoseAbove({at}).size() == 1;
    if (!stays) {
      going.push_back(at);
      continue;
    }
    const bool aside = OneIn(2);
    if (aside) text = Lines(text, Drop(object));
    for (std::size_t i = object.columns.size(); i-- > 0;) {
      if (object.columns[i] != column->name || object.columns.size() == 1) continue;
      object.columns.erase(object.columns.begin() + static_cast<std::ptrdiff_t>(i));
      object.outputs.erase(object.outputs.begin() + static_cast<std::ptrdiff_t>(object.taken.size() + i));
    }
    if (object.columns.front() == column->name) object.columns.front() = "id";
    text = Lines(text, Define(object));
  }
  going = WithThoseAbove(going);
  text = Lines(text, DropAll(going));
  Forget(going);
  text = Lines(text, "alter table " + table->name + " drop column " + column->name + ";");
  table->columns.erase(table->columns.begin() + (column - table->columns.data()));
  return text;
}

// The table goes; its triggers may go with it, all else goes before.
std::string ChainGenerator::WithoutTable(Table& table, const std::string& statement) {
  std::vector<std::size_t> going = WithThoseAbove(Users(table.name, ""));
  if (going.empty()) return statement;
  std::vector<std::size_t> first = going;
  if (OneIn(2)) {
    std::erase_if(first,
                  [&](std::size_t at) { return objects_[at].kind == Object::Kind::kTrigger && objects_[at].table == table.name; });
  }
  std::string text = Lines(DropAll(first), statement);
  Forget(going);
  return text;
}

std::string ChainGenerator::ObjectStatement() {
  Table& table = tables_[Below(tables_.size())];
  switch (Below(17)) {
    case 0:
      return CreateView(table);
    case 1:
      return OneIn(2) ? CreateView(table) : CreateStarView(table);
    case 2:
      return CreateViewUpon();
    case 3:
    case 4:
      return CreateTrigger(table);
    case 5:
      return CreateRoutine(table);
    case 6:
    case 7:
      return DefineAgain();
    case 8:
      return DropObject();
    case 9:
    case 10:
      return RetypeUnder();
    case 11:
    case 12:
      return RenameColumnUnder();
    case 13:
      return DropColumnUnder();
    case 14:
      return GrantOn(table);
    case 15:
      return OwnStatement();
    default:
      return OtherStatement(table);
  }
}

}  // namespace migc::integration
