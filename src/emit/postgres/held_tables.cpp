#include "emit/postgres/held_tables.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace migc::emit::postgres {
namespace {

using diag::Kind;
using Columns = std::set<std::string>;

Columns NamesIn(const std::vector<ir::Identifier>& identifiers) {
  Columns names;
  for (const ir::Identifier& identifier : identifiers) names.insert(identifier.text);
  return names;
}

Columns ColumnsOfIndex(const ir::Index& index) {
  Columns names;
  for (const ir::IndexKey& key : index.keys) names.merge(NamesIn(ir::ColumnsOf(key.expr)));
  return names;
}

const ir::Table* TableIn(const catalog::ObjectPtr& object) {
  const auto* table = object ? std::get_if<catalog::Table>(object.get()) : nullptr;
  return table == nullptr ? nullptr : &table->definition;
}

// Drops, renames and whatever else DuckDB calls an alteration of the table's entry; not a new column or a default.
bool ChangesEntry(const ir::AlterAction& action) {
  const auto* add = std::get_if<ir::AddColumn>(&action.body);
  if (add != nullptr) return add->column.not_null;
  return !std::holds_alternative<ir::SetDefault>(action.body) && !std::holds_alternative<ir::DropDefault>(action.body) &&
         !std::holds_alternative<ir::SetColumnComment>(action.body) && !std::holds_alternative<ir::SetTableComment>(action.body) &&
         !std::holds_alternative<ir::SetCharacterSet>(action.body);
}

bool IsComment(const ir::AlterAction& action) {
  return std::holds_alternative<ir::SetColumnComment>(action.body) || std::holds_alternative<ir::SetTableComment>(action.body);
}

// A table whose referring rows were deleted or changed.
struct Released {
  std::string by;   // the table that they were in
  Columns columns;  // to which they referred
};

// What an earlier statement of the same transaction left behind.
struct Past {
  std::map<std::string, Released> released;
  std::map<std::string, std::string> rows;              // tables whose rows were changed, and by what
  std::set<std::string> made;                           // indexes that were made
  std::map<std::string, std::vector<Columns>> dropped;  // columns of the indexes that were dropped, by table
  std::set<std::string> names;                          // of those
};

class Checker {
 public:
  Checker(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink)
      : dialect_(dialect), sink_(sink) {
    for (const catalog::Step& step : steps) {
      if (const auto* create = std::get_if<ir::CreateTable>(&step.operation.body)) to_come_.insert(Key(create->table.name));
    }
  }

  // What runs outside the transaction ends it: nothing of it is open any more.
  void Check(const catalog::Step& step) {
    step_ = &step;
    if (step.operation.no_transaction) past_ = {};
    CheckStep(step);
    if (step.operation.no_transaction) past_ = {};
  }

 private:
  void CheckStep(const catalog::Step& step) {
    const auto& body = step.operation.body;
    if (const auto* update = std::get_if<ir::Update>(&body)) CheckUpdate(*update);
    if (const auto* statement = std::get_if<ir::Delete>(&body)) CheckDelete(*statement);
    if (const auto* create = std::get_if<ir::CreateTable>(&body)) {
      CheckCreateTable(create->table);
    }
    if (const auto* create = std::get_if<ir::CreateIndex>(&body)) CheckCreateIndex(create->index);
    if (const auto* drop = std::get_if<ir::DropIndex>(&body)) NoteDropIndex(*drop);
    if (const auto* drop = std::get_if<ir::DropTable>(&body)) NoteDropTable(*drop);
    if (const auto* rename = std::get_if<ir::RenameTable>(&body)) CheckRename(*rename);
    if (const auto* alter = std::get_if<ir::AlterTable>(&body)) CheckAlter(*alter);
  }

  std::string Key(const ir::Name& name) const {
    return (name.schema.empty() ? dialect_.default_schema : name.schema) + "." + name.name;
  }

  void Refuse(const ir::Origin& origin, const std::string& what, const std::string& instead) {
    std::optional<source::Span> span;
    if (step_->operation.origin.known) span = step_->operation.origin.span;
    if (origin.known) span = origin.span;
    sink_.Report(
        diag::Make(Kind::kCapabilityMissing, span, what, dialect_.title, dialect::Text(dialect_.target)).WithHelp(instead));
  }

  // The table of this name before the step.
  const ir::Table* Before(const ir::Name& name) const {
    for (const catalog::Change& change : step_->changes) {
      const ir::Table* table = TableIn(change.before);
      if (table != nullptr && Key(table->name) == Key(name)) return table;
    }
    return nullptr;
  }

  // Another table whose foreign key refers to this one.
  const ir::Table* Referrer(const ir::Name& name) const {
    const auto refers = [&](const ir::Table* table) {
      if (table == nullptr || Key(table->name) == Key(name)) return false;
      return std::any_of(table->constraints.begin(), table->constraints.end(), [&](const ir::Constraint& constraint) {
        const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
        return key != nullptr && Key(key->table) == Key(name);
      });
    };
    for (const catalog::Change& change : step_->changes) {
      if (const ir::Table* table = TableIn(change.before); refers(table)) return table;
    }
    for (const catalog::ObjectPtr& object : step_->dependents) {
      if (const ir::Table* table = TableIn(object); refers(table)) return table;
    }
    return nullptr;
  }

  // ---- rows ----

  void CheckUpdate(const ir::Update& update) {
    const auto released = past_.released.find(Key(update.table));
    const bool key = released != past_.released.end() &&
                     std::any_of(update.assignments.begin(), update.assignments.end(), [&](const ir::Assignment& assignment) {
                       return released->second.columns.contains(assignment.column.text);
                     });
    if (key) RefuseReleased(update.table, released->second.by);
    NoteRows(update.table, "an UPDATE");
  }

  void CheckDelete(const ir::Delete& statement) {
    const auto released = past_.released.find(Key(statement.table));
    if (released != past_.released.end()) RefuseReleased(statement.table, released->second.by);
    NoteRows(statement.table, "a DELETE");
  }

  // Until they are committed, rows that are gone still refer ("foreign key limitations" in sql/indexes of its manual).
  void RefuseReleased(const ir::Name& table, const std::string& by) {
    Refuse(table.origin,
           "deleting rows of table \"" + table.Text() + "\" after rows of \"" + by + "\" that refer to it in one transaction",
           "give them a revision each, or write the first in `no transaction { … }`");
  }

  void NoteRows(const ir::Name& name, const std::string& by) {
    past_.rows[Key(name)] = by;
    for (const catalog::ObjectPtr& object : step_->dependents) {
      const ir::Table* table = TableIn(object);
      if (table == nullptr || Key(table->name) != Key(name)) continue;
      for (const ir::Constraint& constraint : table->constraints) {
        const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
        if (key == nullptr || Key(key->table) == Key(name)) continue;
        Released& released = past_.released[Key(key->table)];
        released.by = name.Text();
        released.columns.merge(NamesIn(key->referred_columns));
      }
    }
  }

  // A foreign key cannot come later, and not before its table either.
  void CheckCreateTable(const ir::Table& table) {
    to_come_.erase(Key(table.name));
    for (const ir::Index& index : table.indexes) CheckCreateIndex(index);
    for (const ir::Constraint& constraint : table.constraints) {
      const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
      if (key == nullptr || !to_come_.contains(Key(key->table))) continue;
      Refuse(constraint.origin, "a foreign key to a table that comes later",
             "create table " + key->table.Text() + " before this one");
    }
  }

  // ---- indexes ----

  void CheckCreateIndex(const ir::Index& index) {
    past_.made.insert(index.name.text);
    if (!past_.names.contains(index.name.text)) return;
    Refuse(index.origin, "an index of the name of one that the same transaction drops",
           "give it another name, or a revision of its own");
  }

  void NoteDropped(const ir::Table& table, const ir::Index& index) {
    past_.dropped[Key(table.name)].push_back(ColumnsOfIndex(index));
    if (!past_.made.contains(index.name.text)) past_.names.insert(index.name.text);
  }

  void NoteDropIndex(const ir::DropIndex& drop) {
    const ir::Table* table = Before(drop.table);
    const ir::Index* index = table == nullptr ? nullptr : ir::FindIndex(*table, drop.name.name);
    if (index != nullptr) NoteDropped(*table, *index);
  }

  // With its indexes, whose names are free at once; nothing that was done to it matters to another of its name.
  void NoteDropTable(const ir::DropTable& drop) {
    past_.rows.erase(Key(drop.name));
    past_.dropped.erase(Key(drop.name));
  }

  // ---- tables ----

  void CheckHolders(const ir::Name& name, const ir::Table& table, const ir::Origin& origin, const std::string& what) {
    if (!table.indexes.empty()) {
      Refuse(origin, what + " while index \"" + table.indexes.front().name.text + "\" is on it",
             "drop its indexes before, and create them again in the next revision");
    } else if (const ir::Table* referrer = Referrer(name)) {
      Refuse(origin, what + " while table \"" + referrer->name.Text() + "\" refers to it",
             "create a table of another name with the columns that it should have, `insert into … select` the rows, and drop the "
             "tables "
             "that refer to it before it");
    }
  }

  void CheckRows(const ir::Name& name, const ir::Origin& origin) {
    const auto rows = past_.rows.find(Key(name));
    if (rows == past_.rows.end()) return;
    Refuse(origin, "a change of table \"" + name.Text() + "\" after " + rows->second + " of it in one transaction",
           "give them a revision each");
  }

  void CheckRename(const ir::RenameTable& rename) {
    const ir::Table* table = Before(rename.from);
    if (table == nullptr) return;
    CheckRows(rename.from, rename.from.origin);
    CheckHolders(rename.from, *table, rename.from.origin, "another name for table \"" + rename.from.Text() + "\"");
    for (const ir::Constraint& constraint : table->constraints) {
      if (!std::holds_alternative<ir::ForeignKey>(constraint.body)) continue;
      return Refuse(rename.from.origin, "another name for table \"" + rename.from.Text() + "\", which has foreign keys",
                    "create a table of that name, `insert into … select` the rows, and drop this one");
    }
    // Under its new name it is what it was.
    const auto moved = past_.dropped.find(Key(rename.from));
    if (moved == past_.dropped.end()) return;
    past_.dropped[Key(rename.to)] = moved->second;
    past_.dropped.erase(Key(rename.from));
  }

  void CheckAlter(const ir::AlterTable& alter) {
    const ir::Table* before = Before(alter.table);
    if (before == nullptr) return;
    ir::Table table = *before;
    bool held = false;
    for (const ir::AlterAction& action : alter.actions) {
      if (!IsComment(action)) CheckRows(alter.table, action.origin);
      if (ChangesEntry(action) && !held) {
        CheckHolders(alter.table, table, action.origin, "a change of table \"" + alter.table.Text() + "\"");
        held = true;  // once for the statement
      }
      if (const auto* drop = std::get_if<ir::DropColumn>(&action.body)) CheckDropColumn(table, *drop, action.origin);
      if (const auto* rename = std::get_if<ir::RenameColumnAction>(&action.body)) CheckRenameColumn(table, *rename, action.origin);
      if (const auto* type = std::get_if<ir::SetType>(&action.body)) CheckSetType(table, type->column.text, action.origin);
      if (const auto* add = std::get_if<ir::AddColumn>(&action.body)) CheckAddColumn(alter.table, *add, action.origin);
      Apply(table, action);
    }
  }

  // Its rows are written for a default that is computed, of which TRUE is one: CAST('t' AS BOOLEAN).
  void CheckAddColumn(const ir::Name& name, const ir::AddColumn& add, const ir::Origin& origin) {
    if (!add.column.default_value || IsPlainDefault(*add.column.default_value)) return;
    if (add.column.not_null) {
      Refuse(origin, "a new column that is NOT NULL, with a default that is neither a number nor a string",
             "add it without `not null`, and `set not null` in the next revision");
    }
    past_.rows[Key(name)] = "a new column with a default that is computed";
  }

  // Columns of the keys that the engine keeps an index for, those of the transaction's dropped indexes among them.
  std::vector<Columns> KeysOf(const ir::Table& table) const {
    std::vector<Columns> keys;
    for (const ir::Constraint& constraint : table.constraints) {
      if (const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body)) keys.push_back(NamesIn(key->columns));
      if (const auto* key = std::get_if<ir::Unique>(&constraint.body)) keys.push_back(NamesIn(key->columns));
      if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) keys.push_back(NamesIn(key->columns));
    }
    const auto dropped = past_.dropped.find(Key(table.name));
    if (dropped != past_.dropped.end()) keys.insert(keys.end(), dropped->second.begin(), dropped->second.end());
    return keys;
  }

  static bool ChecksWith(const ir::Table& table, const std::string& column, std::size_t more_than) {
    return std::any_of(table.constraints.begin(), table.constraints.end(), [&](const ir::Constraint& constraint) {
      const auto* check = std::get_if<ir::Check>(&constraint.body);
      if (check == nullptr) return false;
      const Columns used = NamesIn(ir::ColumnsOf(check->expr));
      return used.contains(column) && used.size() > more_than;
    });
  }

  static bool IsGeneratedFrom(const ir::Table& table, const std::string& column) {
    return std::any_of(table.columns.begin(), table.columns.end(), [&](const ir::Column& other) {
      return other.generated && NamesIn(ir::ColumnsOf(other.generated->expr)).contains(column);
    });
  }

  // "an index depends on a column after it": keys know their columns by place. A generated column has none.
  void CheckDropColumn(const ir::Table& table, const ir::DropColumn& drop, const ir::Origin& origin) {
    const std::string& name = drop.column.text;
    const ir::Column* column = ir::FindColumn(table, name);
    if (column == nullptr) return;
    Columns later = {name};
    bool seen = false;
    for (const ir::Column& one : table.columns) {
      seen = seen || one.name.text == name;
      if (seen) later.insert(one.name.text);
    }
    const auto in_later = [&](const std::string& one) { return later.contains(one); };
    const std::vector<Columns> keys = KeysOf(table);
    const bool in_the_way = !column->generated && std::any_of(keys.begin(), keys.end(), [&](const Columns& key) {
      return std::any_of(key.begin(), key.end(), in_later);
    });
    const std::string instead = "create a table of another name without it, `insert into … select` the rows, and drop this one";
    if (in_the_way) {
      Refuse(origin, "dropping column \"" + name + "\", which is in a key or before a column that is in one", instead);
    } else if (ChecksWith(table, name, 1)) {
      Refuse(origin, "dropping column \"" + name + "\", which a check names beside others", instead);
    }
  }

  void CheckRenameColumn(const ir::Table& table, const ir::RenameColumnAction& rename, const ir::Origin& origin) {
    for (const ir::Constraint& constraint : table.constraints) {
      const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
      if (key == nullptr) continue;
      const bool own = Key(key->table) == Key(table.name) && NamesIn(key->referred_columns).contains(rename.from.text);
      if (!own && !NamesIn(key->columns).contains(rename.from.text)) continue;
      Refuse(origin, "another name for column \"" + rename.from.text + "\" of foreign key \"" + constraint.name.text + "\"",
             "create a table of another name that has it, `insert into … select` the rows, and drop this one");
    }
  }

  void CheckSetType(const ir::Table& table, const std::string& column, const ir::Origin& origin) {
    const std::vector<Columns> keys = KeysOf(table);
    const bool in_key = std::any_of(keys.begin(), keys.end(), [&](const Columns& key) { return key.contains(column); });
    const bool used = in_key || ChecksWith(table, column, 0) || IsGeneratedFrom(table, column);
    if (!used) return;
    Refuse(origin, "another type for column \"" + column + "\", which is in a key, a check or a generated column",
           "create a table of another name that has it, `insert into … select` the rows, and drop this one");
  }

  // As far as the questions above go.
  static void Apply(ir::Table& table, const ir::AlterAction& action) {
    if (const auto* add = std::get_if<ir::AddColumn>(&action.body)) table.columns.push_back(add->column);
    if (const auto* drop = std::get_if<ir::DropColumn>(&action.body)) {
      std::erase_if(table.columns, [&](const ir::Column& column) { return column.name.text == drop->column.text; });
      std::erase_if(table.constraints, [&](const ir::Constraint& constraint) {
        const auto* check = std::get_if<ir::Check>(&constraint.body);
        return check != nullptr && NamesIn(ir::ColumnsOf(check->expr)).contains(drop->column.text);
      });
    }
    if (const auto* rename = std::get_if<ir::RenameColumnAction>(&action.body)) {
      for (ir::Column& column : table.columns) {
        if (column.name.text == rename->from.text) column.name = rename->to;
      }
      for (ir::Constraint& constraint : table.constraints) RenameIn(constraint, *rename);
    }
    if (const auto* add = std::get_if<ir::AddConstraint>(&action.body)) table.constraints.push_back(add->constraint);
  }

  static void RenameIn(ir::Constraint& constraint, const ir::RenameColumnAction& rename) {
    const auto in = [&](std::vector<ir::Identifier>& columns) {
      for (ir::Identifier& column : columns) {
        if (column.text == rename.from.text) column = rename.to;
      }
    };
    if (auto* key = std::get_if<ir::PrimaryKey>(&constraint.body)) in(key->columns);
    if (auto* key = std::get_if<ir::Unique>(&constraint.body)) in(key->columns);
    if (auto* check = std::get_if<ir::Check>(&constraint.body)) RenameIn(check->expr, rename);
  }

  static void RenameIn(ir::Expr& expr, const ir::RenameColumnAction& rename) {
    if (expr.kind == ir::ExprKind::kColumn && expr.text == rename.from.text) expr.text = rename.to.text;
    for (ir::Expr& operand : expr.operands) RenameIn(operand, rename);
  }

  const dialect::Dialect& dialect_;
  diag::Sink& sink_;
  const catalog::Step* step_ = nullptr;
  std::set<std::string> to_come_;  // tables that the revision creates further down
  Past past_;
};

}  // namespace

bool IsPlainDefault(const ir::Expr& value) {
  if (value.kind == ir::ExprKind::kNegate || value.kind == ir::ExprKind::kPlus || value.kind == ir::ExprKind::kParens) {
    return value.operands.size() == 1 && value.operands[0].kind == ir::ExprKind::kNumber;
  }
  return value.kind == ir::ExprKind::kNull || value.kind == ir::ExprKind::kNumber || value.kind == ir::ExprKind::kString;
}

void CheckHeldTables(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink) {
  Checker checker(steps, dialect, sink);
  for (const catalog::Step& step : steps) checker.Check(step);
}

}  // namespace migc::emit::postgres
