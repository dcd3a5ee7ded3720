#include "emit/postgres/cockroachdb.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "emit/postgres/casts.h"
#include "emit/postgres/rewrite.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"
#include "migc/emit/sql_text.h"
#include "migc/emit/walk.h"
#include "migc/ir/spelling.h"

namespace migc::emit::postgres {
namespace {

using diag::Kind;

constexpr const char* kAnotherColumn = "add a column of another name that has it, `update` it from this one, and drop this one";

bool Names(const std::vector<ir::Identifier>& columns, const std::string& column) {
  return std::any_of(columns.begin(), columns.end(), [&](const ir::Identifier& one) { return one.text == column; });
}

bool Holds(const ir::Constraint& constraint, const std::string& column) {
  if (const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body)) return Names(key->columns, column);
  if (const auto* key = std::get_if<ir::Unique>(&constraint.body)) return Names(key->columns, column);
  if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) return Names(key->columns, column);
  if (const auto* check = std::get_if<ir::Check>(&constraint.body)) return Names(ir::ColumnsOf(check->expr), column);
  return true;
}

std::uint32_t Digits(const ir::Type& type) { return *type.length - type.scale.value_or(0); }

// The rows stay as they are; where fewer values are allowed, they are looked at (pkg/sql/schemachange/alter_column_type.go:
// ColumnConversionTrivial and ColumnConversionValidate).
bool StaysInPlace(const ir::Type& from, const ir::Type& to) {
  if (from.array_dimensions > 0 || to.array_dimensions > 0 || !IsKeptAlike(from, to)) return false;
  const bool time = from.kind == ir::TypeKind::kTime || from.kind == ir::TypeKind::kTimestamp;
  constexpr std::uint32_t kMost = 6;
  return !time || to.length.value_or(kMost) >= from.length.value_or(kMost);
}

class Checker {
 public:
  Checker(const catalog::Step& step, const dialect::Dialect& dialect, diag::Sink& sink)
      : step_(step), dialect_(dialect), sink_(sink), place_(step.operation.origin) {}

  void Run() {
    std::visit(base::Overloaded{[&](const ir::AlterTable& alter) { CheckAlter(alter); },
                                [&](const ir::RenameTable& rename) { CheckViews(rename.from, "", "another name for table"); },
                                [&](const ir::CreateSequence& create) { CheckOptions(create.options, create.name.origin); },
                                [&](const ir::AlterSequence& alter) { CheckSequence(alter); },
                                [&](const ir::AlterEnum& alter) { CheckEnum(alter); },
                                [&](const ir::Grant& grant) { CheckGrant(grant); }, [](const auto&) {}},
               step_.operation.body);
    Visitor visitor;
    visitor.type = [this](const ir::Type& type) { CheckType(type); };
    visitor.column = [this](const ir::Column& column) {
      if (column.identity) CheckOptions(column.identity->options, column.origin);
    };
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

  // "ARRAY": "does not support nested arrays"; arrays of JSONB: issue 23468.
  void CheckType(const ir::Type& type) {
    if (type.array_dimensions > 1) Refuse({}, "an array of arrays", "use `jsonb`, or a table of its own");
    const bool json = type.kind == ir::TypeKind::kJson || type.kind == ir::TypeKind::kJsonb;
    if (type.array_dimensions > 0 && json) Refuse({}, "an array of " + ir::Describe(type), "use a `jsonb` that holds an array");
  }

  // "CREATE SEQUENCE", "ALTER SEQUENCE": "CYCLE is not implemented", and another name does not come to who uses it.
  void CheckOptions(const ir::SequenceOptions& options, const ir::Origin& origin) {
    if (options.cycle.value_or(false)) Refuse(origin, "a sequence that begins again at its end", "leave `cycle` out");
  }
  void CheckSequence(const ir::AlterSequence& alter) {
    CheckOptions(alter.options, alter.name.origin);
    if (!alter.rename_to) return;
    Refuse(alter.rename_to->origin, "another name for a sequence, which does not come to the tables that use it",
           "create one of that name that starts where it is, and drop this one");
  }

  // A column would have to be converted from the one type into the other, by way of its text and under its default and indexes.
  void CheckEnum(const ir::AlterEnum& alter) {
    if (!std::holds_alternative<ir::SetEnumValues>(alter.action)) return;
    Refuse(alter.name.origin, "removing or reordering values of an enum",
           "create another enum, add a column of it, `update` that, and drop the former; or write sql $$ ALTER TYPE … DROP VALUE … "
           "$$");
  }

  // "GRANT", Supported privileges: of those on tables the ones that mean the same on PostgreSQL.
  void CheckGrant(const ir::Grant& grant) {
    static const std::set<std::string> known = {"all", "all privileges", "select", "insert", "update", "delete"};
    for (const std::string& privilege : grant.privileges) {
      if (known.contains(privilege)) continue;
      Refuse(grant.table.origin, "privilege \"" + base::UpperAscii(privilege) + "\" on a table",
             "leave it out, or write the statement in `sql for " + dialect_.name + "`");
    }
  }

  // "RENAME TO", "RENAME COLUMN", "RENAME CONSTRAINT": "not possible … referenced by a view". The step's views read the table.
  void CheckViews(const ir::Name& table, const std::string& column, const std::string& what) {
    for (const catalog::ObjectPtr& object : step_.dependents) {
      const auto* view = object ? std::get_if<ir::Routine>(object.get()) : nullptr;
      if (view == nullptr || !view->text || view->kind == ir::RoutineKind::kTrigger ||
          !MentionsWord(*view->text, table.name, dialect_))
        continue;
      const bool star = view->text->find('*') != std::string::npos;
      if (!column.empty() && !star && !MentionsWord(*view->text, column, dialect_)) continue;
      Refuse({}, what + " \"" + (column.empty() ? table.name : column) + "\" under view \"" + view->name.Text() + "\"",
             "drop the view before, and define it again after");
    }
  }

  void CheckAlter(const ir::AlterTable& alter) {
    TableState state(step_, alter.table);
    for (const ir::AlterAction& action : alter.actions) {
      place_ = action.origin;
      CheckAction(state, action);
      state.Apply(action, dialect_.default_schema);
    }
    place_ = step_.operation.origin;
  }

  void CheckAction(const TableState& state, const ir::AlterAction& action) {
    if (const auto* add = std::get_if<ir::AddColumn>(&action.body)) CheckAddColumn(add->column);
    if (const auto* set = std::get_if<ir::SetType>(&action.body)) CheckSetType(state, *set);
    if (const auto* rename = std::get_if<ir::RenameColumnAction>(&action.body)) {
      CheckViews(state.name(), rename->from.text, "another name for column");
    }
    if (std::holds_alternative<ir::SetSchema>(action.body)) CheckViews(state.name(), "", "another schema for table");
    if (const auto* rename = std::get_if<ir::RenameConstraint>(&action.body)) CheckRename(state, *rename);
    if (const auto* add = std::get_if<ir::AddConstraint>(&action.body)) CheckPrimaryKey(state, add->constraint);
  }

  // Issue 42508: the rows that are there would be given numbers of a sequence, which is not implemented.
  void CheckAddColumn(const ir::Column& column) {
    constexpr const char* kByHand =
        "add it without, `update` the rows, and set the default to the next number of a sequence of your own";
    if (column.identity) return Refuse(column.origin, "a new column that is an identity", kByHand);
    if (!column.default_value) return;
    if (MentionsWord(ir::Describe(*column.default_value), "nextval", dialect_)) {
      Refuse(column.default_value->origin, "a new column with a number of a sequence as its default", kByHand);
    }
  }

  const ir::Table* TableBefore(const ir::Name& name) const {
    for (const catalog::Change& change : step_.changes) {
      const auto* table = change.before ? std::get_if<catalog::Table>(change.before.get()) : nullptr;
      if (table != nullptr && table->definition.name.name == name.name) return &table->definition;
    }
    return nullptr;
  }

  // Issue 47636: not of a column in an index, before 26.4; nor of one in a constraint, of an identity, which owns its sequence, and
  // of one that is computed (pkg/sql/schemachanger, alter_table_alter_column_type.go, handleGeneralColumnConversion).
  void CheckSetType(const TableState& state, const ir::SetType& set) {
    const ir::Column* column = state.Find(set.column.text);
    const ir::Table* table = TableBefore(state.name());
    if (column == nullptr || table == nullptr) return;
    if (StaysInPlace(column->type, set.type) && WrittenUsing(set) == nullptr) return CheckFit(*column, set);
    const std::string what = "another type for \"" + set.column.text + "\"";
    if (column->identity) return Refuse({}, what + ", an identity", kAnotherColumn);
    if (column->generated) return Refuse({}, what + ", which is generated", "drop the column, and add it again");
    for (const ir::Constraint& constraint : table->constraints) {
      if (!Holds(constraint, set.column.text)) continue;
      const std::string kind(ir::KindName(constraint));
      return Refuse({}, what + " in " + kind + " \"" + constraint.name.text + "\"", "drop it before, and add it again after");
    }
    for (const ir::Index& index : table->indexes) {
      bool held = Names(index.include, set.column.text) || (index.where && Names(ir::ColumnsOf(*index.where), set.column.text));
      for (const ir::IndexKey& key : index.keys) held = held || Names(ir::ColumnsOf(key.expr), set.column.text);
      if (!held) continue;
      return Refuse({}, what + " in index \"" + index.name.text + "\"", "drop the index before, and create it again after");
    }
    CheckCast(*column, set);
  }

  void CheckStop(const ir::Column& column, const ir::SetType& set, const std::string& instead) {
    Refuse({},
           "a conversion from " + ir::Describe(column.type) + " to " + ir::Describe(set.type) + " that stops at what is too long",
           instead);
  }

  // A cast that is written cuts.
  void CheckCast(const ir::Column& column, const ir::SetType& set) {
    ir::Type text;
    text.kind = ir::TypeKind::kText;
    if (WrittenUsing(set) != nullptr || !set.type.length || !AreAlike(set.type, text)) return;
    if (!IsKeptAlike(column.type, set.type)) CheckStop(column, set, "convert it to `text` first, or say how: using (…)");
  }

  // Decimals are taken to fit when they have no fewer digits in all, wherever the point is.
  void CheckFit(const ir::Column& column, const ir::SetType& set) {
    const ir::Type& from = column.type;
    const ir::Type& to = set.type;
    if (to.kind != ir::TypeKind::kDecimal || !from.length || !to.length || *to.length < *from.length) return;
    if (Digits(to) < Digits(from)) CheckStop(column, set, "say how: using (…)");
  }

  void CheckRename(const TableState& state, const ir::RenameConstraint& rename) {
    const ir::Table* table = TableBefore(state.name());
    const ir::Constraint* constraint = table == nullptr ? nullptr : ir::FindConstraint(*table, rename.from.text);
    if (constraint == nullptr) return;
    for (const ir::Column& column : state.columns()) {
      if (Holds(*constraint, column.name.text)) {
        CheckViews(state.name(), column.name.text, "another name for constraint \"" + rename.from.text + "\" over column");
      }
    }
  }

  // "ALTER PRIMARY KEY": a new column of it "must have an existing NOT NULL constraint".
  void CheckPrimaryKey(const TableState& state, const ir::Constraint& constraint) {
    const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body);
    if (key == nullptr) return;
    for (const ir::Identifier& name : key->columns) {
      const ir::Column* column = state.Find(name.text);
      if (column == nullptr || column->not_null) continue;
      Refuse(constraint.origin, "a primary key over \"" + name.text + "\", which can be null",
             "write `alter column " + name.text + " set not null` before it");
    }
  }

  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  diag::Sink& sink_;
  ir::Origin place_;
};

}  // namespace

void CheckCockroachdb(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink) {
  for (const catalog::Step& step : steps) Checker(step, dialect, sink).Run();
}

}  // namespace migc::emit::postgres
