#include "emit/mysql/tidb.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "emit/mysql/print.h"
#include "emit/mysql/reporter.h"
#include "emit/mysql/syntax.h"
#include "emit/mysql/table_state.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"
#include "migc/emit/walk.h"

namespace migc::emit::mysql {
namespace {

constexpr const char* kAnotherTable =
    "create a table of another name that has it, `insert into … select` the rows, and drop this one";
constexpr const char* kAnotherColumn = "add a column of that type, `update` it, drop this one and rename the new one";

// "Foreign Key Constraints": since v6.6, "generally available" since v8.5; before, "not recommended" for production.
constexpr dialect::Version kForeignKeys{8, 5, 0};

// "Character Set and Collation".
const std::vector<std::string>& CharacterSets() {
  static const std::vector<std::string> names = {"ascii", "binary", "gbk", "latin1", "utf8", "utf8mb4"};
  return names;
}
const std::vector<std::string>& Collations() {
  static const std::vector<std::string> names = {"ascii_bin",          "binary",           "gbk_bin",         "gbk_chinese_ci",
                                                 "latin1_bin",         "utf8_bin",         "utf8_general_ci", "utf8_unicode_ci",
                                                 "utf8mb4_0900_ai_ci", "utf8mb4_0900_bin", "utf8mb4_bin",     "utf8mb4_general_ci",
                                                 "utf8mb4_unicode_ci"};
  return names;
}

template <class List, class Wanted>
bool Holds(const List& list, const Wanted& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

// What MODIFY converts into each other: the documentation names numbers and strings; "some TIME, BIT, SET, ENUM and JSON types" it
// does not ("MODIFY COLUMN", MySQL compatibility).
enum class Family : std::uint8_t { kNumberOrString, kBytes, kOther, kNative };

Family FamilyOf(const ir::Type& type) {
  if (!type.native.empty()) return Family::kNative;
  switch (type.kind) {
    case ir::TypeKind::kBoolean:
    case ir::TypeKind::kSmallint:
    case ir::TypeKind::kInteger:
    case ir::TypeKind::kBigint:
    case ir::TypeKind::kDecimal:
    case ir::TypeKind::kReal:
    case ir::TypeKind::kDouble:
    case ir::TypeKind::kChar:
    case ir::TypeKind::kVarchar:
    case ir::TypeKind::kText:
    case ir::TypeKind::kNchar:
    case ir::TypeKind::kNvarchar:
    case ir::TypeKind::kUuid:
      return Family::kNumberOrString;
    case ir::TypeKind::kBinary:
    case ir::TypeKind::kVarbinary:
    case ir::TypeKind::kBlob:
      return Family::kBytes;
    case ir::TypeKind::kNative:
      return Family::kNative;
    case ir::TypeKind::kDate:
    case ir::TypeKind::kTime:
    case ir::TypeKind::kTimestamp:
    case ir::TypeKind::kInterval:
    case ir::TypeKind::kJson:
    case ir::TypeKind::kJsonb:
    case ir::TypeKind::kXml:
    case ir::TypeKind::kNamed:
      break;
  }
  return Family::kOther;
}

bool Converts(const ir::Type& from, const ir::Type& to) {
  const Family family = FamilyOf(from);
  if (family == Family::kNative || FamilyOf(to) == Family::kNative) return true;  // its author knows
  if (family != FamilyOf(to)) return false;
  return family != Family::kOther || (from.kind == to.kind && from.with_time_zone == to.with_time_zone && from.name == to.name);
}

class Checker {
 public:
  Checker(const catalog::Step& step, const dialect::Dialect& dialect, diag::Sink& sink)
      : step_(step), dialect_(dialect), reporter_(step, dialect, sink) {}

  void Run() {
    std::visit(base::Overloaded{
                   [&](const ir::AlterTable& alter) { CheckAlter(alter); },
                   [&](const ir::CreateTable& create) {
                     for (const ir::Constraint& constraint : create.table.constraints) CheckKey(create.table, constraint);
                   },
                   [&](const ir::AlterSequence& alter) {
                     if (alter.rename_to) Refuse({}, "another name for a sequence", "create it under that name, and drop this one");
                   },
                   [&](const ir::AlterEnum& alter) { CheckEnum(alter.name); },
                   [](const auto&) {},
               },
               step_.operation.body);
    reporter_.At({});
    Visitor visitor;
    visitor.column = [this](const ir::Column& column) { CheckColumn(column); };
    visitor.constraint = [this](const ir::Constraint& constraint) { CheckForeignKey(constraint); };
    Walk(step_.operation, visitor);
  }

 private:
  void Refuse(const ir::Origin& origin, const std::string& what, const std::string& instead,
              const std::optional<dialect::Version>& since = std::nullopt) {
    reporter_.Missing(origin, what, instead, since);
  }

  void CheckColumn(const ir::Column& column) {
    if (column.character_set && !Holds(CharacterSets(), base::LowerAscii(*column.character_set))) {
      Refuse(column.origin, "character set \"" + *column.character_set + "\"", "there are " + base::Join(CharacterSets(), ", "));
    }
    // What is no name of a collation at all is told for the family.
    const bool named = column.collation && column.collation->find('_') != std::string::npos;
    if (named && !Holds(Collations(), base::LowerAscii(*column.collation))) {
      Refuse(column.origin, "collation \"" + *column.collation + "\"", "there are " + base::Join(Collations(), ", "));
    }
  }

  void CheckForeignKey(const ir::Constraint& constraint) {
    if (!std::holds_alternative<ir::ForeignKey>(constraint.body) || dialect_.target >= kForeignKeys) return;
    Refuse(constraint.origin, "a foreign key", "leave it out, compile for a later version, or write it in `for … { }`",
           kForeignKeys);
  }

  // "Foreign Key Constraints", Restrictions.
  void CheckKey(const ir::Table& table, const ir::Constraint& constraint) {
    if (!std::holds_alternative<ir::ForeignKey>(constraint.body)) return;
    for (const ir::Identifier& name : ColumnsOf(constraint)) {
      const ir::Column* column = ir::FindColumn(table, name.text);
      if (column == nullptr || !column->generated || column->generated->storage == ir::Storage::kStored) continue;
      Refuse(constraint.origin, "a foreign key over a virtual generated column",
             "make the column `stored`, or one that is not generated");
    }
  }

  // ---- alter table ----

  void CheckAlter(const ir::AlterTable& alter) {
    if (alter.if_exists && ChangeOf(step_, alter.table).before == nullptr) return;
    TableState state(step_, alter.table, dialect_);
    for (const ir::AlterAction& action : alter.actions) {
      reporter_.At(action.origin);
      CheckAction(action, state);
      state.Apply(action);
    }
  }

  void CheckAction(const ir::AlterAction& action, const TableState& state) {
    std::visit(base::Overloaded{
                   [&](const ir::AddColumn& add) { CheckAddColumn(add); },
                   [&](const ir::DropColumn& drop) {
                     if (InPrimaryKey(state.table(), drop.column.text)) {
                       Refuse(drop.column.origin, "dropping a column of a primary key", kAnotherTable);
                     }
                   },
                   [&](const ir::SetType& set) { CheckSetType(set, state); },
                   [&](const ir::SetNotNull& set) { CheckNull(set.column, state); },
                   [&](const ir::DropNotNull& drop) { CheckNull(drop.column, state); },
                   // "AUTO_INCREMENT": it cannot be added to a column, nor had back once it is removed.
                   [&](const ir::AddIdentity&) { Refuse({}, "adding an identity to a column", kAnotherTable); },
                   [&](const ir::DropIdentity&) { Refuse({}, "dropping the identity of a column", kAnotherTable); },
                   [&](const ir::SetCharacterSet&) { Refuse({}, "another character set for a column", kAnotherColumn); },
                   [&](const ir::SetCollation&) { Refuse({}, "another collation for a column", kAnotherColumn); },
                   [&](const ir::AddConstraint& add) { CheckAddConstraint(add.constraint, state); },
                   [&](const ir::DropConstraint& drop) { CheckDropConstraint(drop, state); },
                   [](const auto&) {},
               },
               action.body);
  }

  // "ADD COLUMN", MySQL compatibility; "Generated Columns", Limitations.
  void CheckAddColumn(const ir::AddColumn& add) {
    const ir::Column& column = add.column;
    if (column.identity) Refuse(column.origin, "a new column that is an identity", kAnotherTable);
    if (column.generated && column.generated->storage == ir::Storage::kStored) {
      Refuse(column.origin, "a new column that is generated and stored", "make it `virtual`");
    }
    for (const ir::Constraint& constraint : add.constraints) {
      if (std::holds_alternative<ir::PrimaryKey>(constraint.body)) {
        Refuse(constraint.origin, "a new column that is the primary key", kAnotherTable);
      }
      const bool virtual_one = column.generated && column.generated->storage != ir::Storage::kStored;
      if (virtual_one && std::holds_alternative<ir::ForeignKey>(constraint.body)) {
        Refuse(constraint.origin, "a foreign key over a virtual generated column", "make the column one that is not generated");
      }
    }
  }

  // A clustered one is the table itself, and which it is, is for a setting of the server to say ("Clustered Indexes").
  void CheckAddConstraint(const ir::Constraint& constraint, const TableState& state) {
    if (std::holds_alternative<ir::PrimaryKey>(constraint.body)) {
      Refuse(constraint.origin, "adding a primary key to a table that is there", "write it in `create table`, or make it unique");
    }
    CheckKey(state.table(), constraint);
  }

  void CheckDropConstraint(const ir::DropConstraint& drop, const TableState& state) {
    const ir::Constraint* constraint = state.FindConstraint(drop.name.text);
    if (constraint == nullptr) {
      Refuse(drop.name.origin, "DROP CONSTRAINT, and no migration says what \"" + drop.name.text + "\" is",
             "say with `effects` what the raw SQL that made it did");
    } else if (std::holds_alternative<ir::PrimaryKey>(constraint->body)) {
      Refuse(drop.name.origin, "dropping a primary key", kAnotherTable);
    }
  }

  static bool InPrimaryKey(const ir::Table& table, const std::string& column) {
    return std::any_of(table.constraints.begin(), table.constraints.end(), [&](const ir::Constraint& constraint) {
      return std::holds_alternative<ir::PrimaryKey>(constraint.body) && Holds(ColumnsOf(constraint), ir::Identifier(column));
    });
  }
  static const ir::Column* MadeOf(const ir::Table& table, const std::string& column) {
    for (const ir::Column& other : table.columns) {
      if (other.generated && Holds(ir::ColumnsOf(other.generated->expr), ir::Identifier(column))) return &other;
    }
    return nullptr;
  }

  // "MODIFY COLUMN", MySQL compatibility.
  void CheckSetType(const ir::SetType& set, const TableState& state) {
    const std::string what = "another type for \"" + set.column.text + "\"";
    const ir::Column* column = state.Find(set.column.text);
    if (column == nullptr) return;
    if (column->generated)
      return Refuse(set.column.origin, what + ", which is generated", "drop it before, and add it again after");
    if (const ir::Column* other = MadeOf(state.table(), set.column.text)) {
      return Refuse(set.column.origin, what + ", of which \"" + other->name.text + "\" is generated",
                    "drop column " + other->name.text + " before, and add it again after");
    }
    if (InPrimaryKey(state.table(), set.column.text)) {
      return Refuse(set.column.origin, what + ", which is in the primary key", kAnotherTable);
    }
    if (set.using_expr && !IsPlainConversion(set)) return Refuse(set.column.origin, what + " with `using`", kAnotherColumn);
    if (Converts(column->type, set.type)) return;
    Refuse(set.column.origin, "a change from " + ir::Describe(column->type) + " to " + ir::Describe(set.type), kAnotherColumn);
  }

  void CheckNull(const ir::Identifier& name, const TableState& state) {
    const ir::Column* column = state.Find(name.text);
    if (column == nullptr || !column->generated) return;
    Refuse(name.origin, "a change of \"" + name.text + "\", which is generated", "drop it before, and add it again after");
  }

  // Its columns are modified, which is a change of type.
  void CheckEnum(const ir::Name& name) {
    const auto check = [&](const catalog::ObjectPtr& object) {
      const auto* table = object ? std::get_if<catalog::Table>(object.get()) : nullptr;
      if (table == nullptr) return;
      for (const ir::Column& column : table->definition.columns) {
        const bool uses =
            column.type.kind == ir::TypeKind::kNamed && column.type.native.empty() && column.type.name.name == name.name;
        const bool key = uses && InPrimaryKey(table->definition, column.name.text);
        if (!key && !(uses && MadeOf(table->definition, column.name.text) != nullptr)) continue;
        Refuse({},
               "a change of enum \"" + name.name + "\", which " + table->definition.name.Text() + "." + column.name.text +
                   " is of, " + (key ? "in the primary key" : "and a generated column made of it"),
               "make that column a varchar");
      }
    };
    for (const catalog::Change& change : step_.changes) check(change.after);
    for (const catalog::ObjectPtr& object : step_.dependents) check(object);
  }

  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  Reporter reporter_;
};

}  // namespace

void CheckTidb(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink) {
  for (const catalog::Step& step : steps) Checker(step, dialect, sink).Run();
}

}  // namespace migc::emit::mysql
