// What is cited are pages of the Amazon Redshift Database Developer Guide.
#include "emit/postgres/redshift.h"

#include <algorithm>

#include "emit/postgres/rewrite.h"
#include "migc/base/text.h"
#include "migc/emit/sql_text.h"
#include "migc/emit/walk.h"

namespace migc::emit::postgres {
namespace {

using diag::Kind;
using dialect::Capability;

constexpr std::uint32_t kTextSize = 65535;

constexpr const char* kAnotherColumn =
    "add a column as it should be, `update` it from this one, drop this one and rename the other; or, for `not null` without a "
    "default, make another table and `insert into … select` the rows";
constexpr const char* kAnotherTable =
    "create a table of another name that has it, `insert into … select` the rows, and drop this one";
constexpr const char* kLeaveOut = "leave it out: the chain says what is there";

const ir::Table* TableIn(const catalog::ObjectPtr& object) {
  const auto* table = object ? std::get_if<catalog::Table>(object.get()) : nullptr;
  return table == nullptr ? nullptr : &table->definition;
}

const ir::Table* TableBefore(const catalog::Step& step, const ir::Name& name) {
  for (const catalog::Change& change : step.changes) {
    const ir::Table* table = TableIn(change.before);
    if (table != nullptr && table->name.name == name.name) return table;
  }
  return nullptr;
}

std::vector<ir::Identifier> ColumnsIn(const ir::Constraint& constraint) {
  if (const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body)) return key->columns;
  if (const auto* key = std::get_if<ir::Unique>(&constraint.body)) return key->columns;
  if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) return key->columns;
  return {};
}

bool Holds(const std::vector<ir::Identifier>& columns, const std::string& name) {
  return std::any_of(columns.begin(), columns.end(), [&](const ir::Identifier& one) { return one.text == name; });
}

class Checker {
 public:
  Checker(const catalog::Step& step, const dialect::Dialect& dialect, diag::Sink& sink)
      : step_(step), dialect_(dialect), sink_(sink), place_(step.operation.origin) {}

  void Run() {
    const auto& body = step_.operation.body;
    if (const auto* alter = std::get_if<ir::AlterTable>(&body)) CheckAlter(*alter);
    if (const auto* create = std::get_if<ir::CreateEnum>(&body)) {
      Refuse(create->name.origin, "an enum", "use a varchar, and a table of the values that it may have");
    }
    if (const auto* drop = std::get_if<ir::DropEnum>(&body))
      Refuse(drop->name.origin, "an enum", "write it in `for … { }` for the others");
    if (const auto* define = std::get_if<ir::Define>(&body)) CheckDefine(define->routine);
    if (const auto* drop = std::get_if<ir::DropRoutine>(&body)) CheckDrop(*drop);
    if (const auto* grant = std::get_if<ir::Grant>(&body)) CheckGrant(*grant);
    if (const auto* insert = std::get_if<ir::Insert>(&body)) CheckInsert(*insert);
    Visitor visitor;
    visitor.column = [this](const ir::Column& column) { CheckColumn(column); };
    visitor.constraint = [this](const ir::Constraint& constraint) { CheckConstraint(constraint); };
    Walk(step_.operation, visitor);
  }

 private:
  std::optional<source::Span> Place(const ir::Origin& origin) const {
    if (origin.known) return origin.span;
    if (place_.known) return place_.span;
    if (step_.operation.origin.known) return step_.operation.origin.span;
    return std::nullopt;
  }
  void Refuse(const ir::Origin& origin, const std::string& what, const std::string& instead) {
    sink_.Report(diag::Make(Kind::kCapabilityMissing, Place(origin), what, dialect_.title, dialect::Text(dialect_.target))
                     .WithHelp(instead));
  }

  // ---- tables ----

  void CheckColumn(const ir::Column& column) {
    if (!column.identity) return;
    const ir::TypeKind kind = column.type.kind;
    if (column.type.native.empty() && kind != ir::TypeKind::kInteger && kind != ir::TypeKind::kBigint) {
      Refuse(column.origin, "an identity that is " + ir::Describe(column.type), "make it an integer or a bigint");
    }
    ir::SequenceOptions rest = column.identity->options;
    rest.start.reset();
    rest.increment.reset();
    if (rest != ir::SequenceOptions{}) {
      Refuse(column.origin, "an identity with more options than `start` and `increment`", "leave the others out");
    }
  }

  void CheckConstraint(const ir::Constraint& constraint) {
    if (!std::holds_alternative<ir::Check>(constraint.body)) return;
    Refuse(constraint.origin, "a check constraint", "look for such rows by `require`, or write it in `for … { }` for the others");
  }

  void CheckAlter(const ir::AlterTable& alter) {
    if (alter.if_exists) Refuse({}, "ALTER TABLE IF EXISTS", kLeaveOut);
    TableState state(step_, alter.table);
    for (const ir::AlterAction& action : alter.actions) {
      place_ = action.origin;
      CheckAction(state, alter.table, action);
      state.Apply(action, dialect_.default_schema);
    }
    place_ = step_.operation.origin;
  }

  // r_ALTER_TABLE has no ALTER COLUMN … SET or DROP; ADD COLUMN takes no IDENTITY.
  void CheckAction(const TableState& state, const ir::Name& table, const ir::AlterAction& action) {
    if (const auto* add = std::get_if<ir::AddColumn>(&action.body)) CheckAddColumn(*add);
    if (const auto* set = std::get_if<ir::SetType>(&action.body)) CheckSetType(state, table, *set);
    if (const auto* add = std::get_if<ir::AddConstraint>(&action.body)) CheckAddConstraint(state, *add);
    const bool defaults =
        std::holds_alternative<ir::SetDefault>(action.body) || std::holds_alternative<ir::DropDefault>(action.body);
    const bool nulls = std::holds_alternative<ir::SetNotNull>(action.body) || std::holds_alternative<ir::DropNotNull>(action.body);
    if (defaults) Refuse({}, "another default for a column that is there", kAnotherColumn);
    if (nulls) Refuse({}, "a change of NOT NULL on a column that is there", kAnotherColumn);
  }

  // "ALTER TABLE ADD COLUMN defined as NOT NULL must have a non-null default expression" is what the server says.
  void CheckAddColumn(const ir::AddColumn& add) {
    const ir::Column& column = add.column;
    if (column.identity) return Refuse(column.origin, "a new column that is an identity", kAnotherTable);
    const bool value = column.default_value && column.default_value->kind != ir::ExprKind::kNull;
    const bool key = std::any_of(add.constraints.begin(), add.constraints.end(), [](const ir::Constraint& constraint) {
      return std::holds_alternative<ir::PrimaryKey>(constraint.body);
    });
    if ((column.not_null || key) && !value) {
      Refuse(column.origin, "a new column that is NOT NULL and has no default",
             "give it a default, leave `not null` out, or make another table and `insert into … select` the rows");
    }
  }

  void CheckAddConstraint(const TableState& state, const ir::AddConstraint& add) {
    const auto* key = std::get_if<ir::PrimaryKey>(&add.constraint.body);
    if (key == nullptr) return;
    for (const ir::Identifier& name : key->columns) {
      const ir::Column* column = state.Find(name.text);
      if (column == nullptr || column->not_null || column->identity) continue;
      Refuse(add.constraint.origin, "a primary key over \"" + name.text + "\", which can be null", kAnotherTable);
    }
  }

  void CheckSetType(const TableState& state, const ir::Name& table, const ir::SetType& set) {
    const ir::Column* column = state.Find(set.column.text);
    if (column == nullptr) return;
    const std::string what = "another type for \"" + set.column.text + "\"";
    const bool sizes = VarcharSize(column->type) && VarcharSize(set.type) && WrittenUsing(set) == nullptr;
    if (!sizes) return Refuse({}, what + " than a varchar of another size", kAnotherColumn);
    if (VarcharSize(column->type) == VarcharSize(set.type)) return;
    if (column->default_value) return Refuse({}, what + ", which has a default", kAnotherColumn);
    // Primary and foreign keys are refused by retype_keys.
    const ir::Table* before = TableBefore(step_, table);
    if (before == nullptr) return;
    for (const ir::Constraint& constraint : before->constraints) {
      if (!std::holds_alternative<ir::Unique>(constraint.body) || !Holds(ColumnsIn(constraint), set.column.text)) continue;
      Refuse({}, what + ", which is in unique constraint \"" + constraint.name.text + "\"",
             "drop the constraint before, and add it again after");
    }
  }

  // ---- routines, privileges, rows ----

  static bool IsRoutine(ir::RoutineKind kind) { return kind == ir::RoutineKind::kFunction || kind == ir::RoutineKind::kProcedure; }

  // A routine that is defined again is replaced in place, or dropped by its arguments.
  void CheckDefine(const ir::Routine& routine) {
    if (!routine.text || !IsRoutine(routine.kind) || routine.arguments) return;
    Refuse(routine.origin, "a routine without its argument types", "write them: define function f(integer) as …");
  }

  // r_DROP_FUNCTION, r_DROP_PROCEDURE: no IF EXISTS, and the argument types are required.
  void CheckDrop(const ir::DropRoutine& drop) {
    if (!IsRoutine(drop.kind)) return;
    if (drop.if_exists) Refuse(drop.name.origin, "IF EXISTS for a routine", kLeaveOut);
    if (!drop.arguments)
      Refuse(drop.name.origin, "DROP of a routine without its argument types", "write them: drop function f(integer)");
  }

  void CheckGrant(const ir::Grant& grant) {
    for (const ir::Identifier& role : grant.roles) {
      if (role.text != "current_user" && role.text != "session_user") continue;
      Refuse(role.origin, "a privilege for " + role.text, "name the user");
    }
  }

  // r_CREATE_TABLE_NEW: "Providing a value doesn't affect the next system-generated value", and nothing holds them apart.
  void CheckInsert(const ir::Insert& insert) {
    for (const catalog::ObjectPtr& object : step_.dependents) {
      const ir::Table* table = TableIn(object);
      if (table == nullptr || table->name.name != insert.table.name) continue;
      for (const ir::Identifier& name : insert.columns) {
        const ir::Column* column = ir::FindColumn(*table, name.text);
        if (column == nullptr || !column->identity) continue;
        Refuse(name.origin, "an identity that goes on after values that were given for \"" + name.text + "\"",
               "leave the column out; or make it a plain column, and give all of its values");
      }
    }
  }

  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  diag::Sink& sink_;
  ir::Origin place_;
};

}  // namespace

void CheckRedshift(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink) {
  for (const catalog::Step& step : steps) Checker(step, dialect, sink).Run();
}

std::optional<std::uint32_t> VarcharSize(const ir::Type& type) {
  if (!type.native.empty() || type.array_dimensions > 0) return std::nullopt;
  const bool varchar =
      type.kind == ir::TypeKind::kVarchar || type.kind == ir::TypeKind::kNvarchar || type.kind == ir::TypeKind::kText;
  if (!varchar) return std::nullopt;
  return type.kind == ir::TypeKind::kText ? kTextSize : type.length.value_or(kTextSize);
}

std::string RedshiftOutsideOnly(const std::string& sql, const dialect::Dialect& dialect) {
  std::vector<std::string> words;
  for (const Token& token : Tokenize(sql, dialect.lexical).tokens) {
    if (token.kind == TokenKind::kWord) words.push_back(base::UpperAscii(sql.substr(token.begin, token.end - token.begin)));
  }
  const auto has = [&](std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  if (words.size() < 2) return "";
  // r_TRUNCATE: "commits the transaction in which it is run".
  if (words[0] == "TRUNCATE") return "TRUNCATE";
  if (words[1] == "EXTERNAL" && (words[0] == "CREATE" || words[0] == "DROP")) return words[0] + " EXTERNAL";
  if (words[0] != "ALTER" || words[1] != "TABLE") return "";
  // r_ALTER_TABLE: "You can't alter columns within a transaction block". r_ALTER_TABLE_APPEND.
  if (has("APPEND")) return "ALTER TABLE APPEND";
  return has("ALTER") && has("TYPE") ? "ALTER COLUMN TYPE" : "";
}

ir::Table WithKeysNotNull(ir::Table table) {
  for (const ir::Constraint& constraint : table.constraints) {
    const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body);
    if (key == nullptr) continue;
    for (ir::Column& column : table.columns) column.not_null = column.not_null || Holds(key->columns, column.name.text);
  }
  return table;
}

std::vector<ir::Identifier> ConstraintsOver(const catalog::Step& step, const ir::Name& table, const std::string& column) {
  std::vector<ir::Identifier> names;
  const ir::Table* before = TableBefore(step, table);
  if (before == nullptr) return names;
  for (const ir::Constraint& constraint : before->constraints) {
    if (Holds(ColumnsIn(constraint), column)) names.push_back(constraint.name);
  }
  return names;
}

}  // namespace migc::emit::postgres
