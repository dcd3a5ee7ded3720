#include "emit/oracle/support_table.h"

#include <algorithm>
#include <set>

#include "emit/oracle/retype.h"
#include "emit/oracle/rewrite.h"
#include "emit/oracle/value_check.h"
#include "migc/base/text.h"

namespace migc::emit::oracle {
namespace {

using diag::Kind;

bool IsEmpty(const ir::Expr& expr) {
  if (expr.kind == ir::ExprKind::kParens) return IsEmpty(expr.operands.at(0));
  return expr.kind == ir::ExprKind::kString && expr.text.empty();
}

const std::vector<ir::Identifier>* KeyColumns(const ir::Constraint& constraint) {
  if (const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body)) return &key->columns;
  if (const auto* unique = std::get_if<ir::Unique>(&constraint.body)) return &unique->columns;
  return nullptr;
}

// The columns of an index that is over nothing else, in ascending order; else nothing.
std::vector<ir::Identifier> PlainColumns(const ir::Index& index) {
  std::vector<ir::Identifier> columns;
  for (const ir::IndexKey& key : index.keys) {
    if (key.expr.kind != ir::ExprKind::kColumn || key.order == ir::SortOrder::kDescending) return {};
    columns.emplace_back(key.expr.text);
  }
  return columns;
}

void RefuseLarge(const ir::Table& table, const ir::Identifier& name, const std::string& what, const ir::Origin& origin,
                 Reporter& report) {
  const ir::Column* column = ir::FindColumn(table, name.text);
  if (column == nullptr || !IsLarge(column->type, report.dialect())) return;
  report.HasNot(origin, what + " over a column of type " + ir::Describe(column->type) + " (\"" + name.text + "\")",
                "give the column a varchar with a length");
}

// ORA-02329.
void RefuseTimeZone(const ir::Table& table, const ir::Identifier& name, const std::string& what, const ir::Origin& origin,
                    Reporter& report) {
  const ir::Column* column = ir::FindColumn(table, name.text);
  if (column == nullptr || !column->type.native.empty() || !column->type.with_time_zone) return;
  report.HasNot(origin, what + " over a timestamp with time zone (\"" + name.text + "\")", "write `timestamp`, or a unique index");
}

void CheckOneIndex(const ir::Table& table, const ir::Index& index, Reporter& report) {
  for (const ir::IndexKey& key : index.keys) {
    if (key.expr.kind == ir::ExprKind::kColumn) RefuseLarge(table, key.expr.text, "index", index.origin, report);
  }
  const std::vector<ir::Identifier> columns = PlainColumns(index);
  if (columns.empty()) return;
  const auto refuse = [&](const std::string& other, const ir::Origin& origin) {
    diag::Diagnostic diagnostic = diag::Make(Kind::kOracleIndexed, report.Place(index.origin), index.name.text, other);
    if (origin.known) diagnostic.notes.push_back({origin.span, other + " is made here"});
    diagnostic.help = "leave the index out; for Oracle alone, with `for oracle { … } else { … }`";
    report.Error(index.origin, std::move(diagnostic));
  };
  for (const ir::Constraint& constraint : table.constraints) {
    const std::vector<ir::Identifier>* key = KeyColumns(constraint);
    if (key != nullptr && *key == columns) {
      return refuse(std::string(ir::KindName(constraint)) + " \"" + constraint.name.text + "\"", constraint.origin);
    }
  }
  for (const ir::Index& other : table.indexes) {
    if (&other == &index || other.name == index.name) return;  // those after it are refused themselves
    if (PlainColumns(other) == columns) return refuse("index \"" + other.name.text + "\"", other.origin);
  }
}

// Nothing else holds the column in a way that a change of its type would break for good.
class RetypeChecker {
 public:
  RetypeChecker(const TableState& state, const ir::Column& column, const ir::SetType& set, const ir::Origin& origin,
                Reporter& report)
      : state_(state), column_(column), set_(set), origin_(origin), report_(report) {}

  void Run(const Enums& enums) {
    if (column_.generated) return Refuse("it is generated", "drop the column and add it again with its new type");
    for (const ir::Column& other : state_.table().columns) {
      if (!other.generated) continue;
      const std::vector<ir::Identifier> used = ir::ColumnsOf(other.generated->expr);
      if (std::none_of(used.begin(), used.end(), [&](const ir::Identifier& one) { return one.text == column_.name.text; }))
        continue;
      Refuse("column \"" + other.name.text + "\" is generated from it",
             "drop column " + other.name.text + " before, and add it again after");
    }
    const ir::Expr* written = WrittenUsing(set_);
    Way way = WayOf(column_.type, set_.type, enums, report_.dialect());
    if (written != nullptr && (way == Way::kNone || way == Way::kModify)) way = Way::kHelper;
    if (way == Way::kNone || way == Way::kModify) return;
    if (column_.identity)
      Refuse("it is an identity column, whose values cannot be emptied and converted", "add another column and fill it");
    for (const ir::Constraint& constraint : state_.table().constraints) {
      if (!std::holds_alternative<ir::PrimaryKey>(constraint.body)) continue;
      if (!NamesColumn(constraint, column_.name.text, report_.dialect())) continue;
      Refuse("it is part of the primary key, and the values are converted through a column beside it",
             "drop the primary key before, and add it again after");
    }
    if (written == nullptr && !ConversionOf(column_.name.text, column_.type, set_.type, report_.dialect())) {
      Refuse("its values do not convert by themselves",
             "say how: alter column " + column_.name.text + " type " + ir::Describe(set_.type) + " using (…)");
    }
  }

 private:
  void Refuse(const std::string& why, const std::string& instead) {
    report_.Error(origin_,
                  diag::Make(Kind::kOracleTypeChange, report_.Place(origin_), column_.name.text, ir::Describe(set_.type), why)
                      .WithHelp(instead));
  }

  const TableState& state_;
  const ir::Column& column_;
  const ir::SetType& set_;
  const ir::Origin& origin_;
  Reporter& report_;
};

// ORA-54032: a column that a virtual column is made of keeps its name.
void CheckRename(const TableState& state, const ir::RenameColumnAction& rename, const ir::Origin& origin, Reporter& report) {
  report.CheckName(rename.to.text, rename.to.origin);
  for (const ir::Column& other : state.table().columns) {
    if (!other.generated) continue;
    const std::vector<ir::Identifier> used = ir::ColumnsOf(other.generated->expr);
    if (std::none_of(used.begin(), used.end(), [&](const ir::Identifier& one) { return one.text == rename.from.text; })) continue;
    report.HasNot(origin, "RENAME of a column that \"" + other.name.text + "\" is generated from",
                  "drop column " + other.name.text + " before, and add it again after");
  }
}

void CheckEmptyValue(const ir::Column& column, const ir::Expr& value, Reporter& report) {
  if (!IsEmpty(value)) return;
  if (column.not_null) {
    report.Error(value.origin, diag::Make(Kind::kOracleEmptyString, report.Place(value.origin), column.name.text)
                                   .WithHelp("write another value such as ' ', or let the column take nulls"));
  } else {
    report.EmptyMeansNull(value.origin, "column \"" + column.name.text + "\" gets no value",
                          "write null, so that every database does the same");
  }
}

}  // namespace

const ir::Table* RowsOf(const catalog::Step& step, const ir::Name& name) {
  for (const catalog::ObjectPtr& object : step.dependents) {
    const auto* table = object ? std::get_if<catalog::Table>(object.get()) : nullptr;
    if (table != nullptr && table->definition.name == name) return &table->definition;
  }
  return nullptr;
}

std::optional<source::Span> Reporter::Place(const ir::Origin& origin) const {
  if (origin.known) return origin.span;
  if (operation_.origin.known) return operation_.origin.span;
  return std::nullopt;
}

void Reporter::Error(const ir::Origin& origin, diag::Diagnostic diagnostic) {
  if (!diagnostic.span) diagnostic.span = Place(origin);
  sink_.Report(std::move(diagnostic));
}

void Reporter::HasNot(const ir::Origin& origin, const std::string& what, const std::string& instead) {
  sink_.Report(diag::Make(Kind::kOracleHasNot, Place(origin), dialect_.title, what).WithHelp(instead));
}

void Reporter::EmptyMeansNull(const ir::Origin& origin, const std::string& so, const std::string& instead) {
  sink_.Report(diag::Make(Kind::kOracleEmptyMeansNull, Place(origin), so).WithHelp(instead));
}

void Reporter::CheckName(const std::string& name, const ir::Origin& origin) {
  if (name.find('"') != std::string::npos) {
    sink_.Report(diag::Make(Kind::kOracleName, Place(origin), name, "it has a quotation mark").WithHelp("give it another name"));
  }
}

void CheckTable(const ir::Table& table, const std::vector<ir::Constraint>& constraints, const std::vector<ir::Index>& indexes,
                Reporter& report) {
  for (const ir::Constraint& constraint : constraints) {
    const std::vector<ir::Identifier>* key = KeyColumns(constraint);
    if (key == nullptr) continue;
    for (const ir::Identifier& column : *key) {
      RefuseLarge(table, column, std::string(ir::KindName(constraint)), constraint.origin, report);
      RefuseTimeZone(table, column, std::string(ir::KindName(constraint)), constraint.origin, report);
    }
  }
  for (const ir::Index& index : indexes) CheckOneIndex(table, index, report);
}

void CheckValueChecks(const ir::Table& table, const Enums& enums, Reporter& report) {
  for (const ir::Column& column : table.columns) {
    const auto check = ValueCheckOf(table.name, column, enums, report.dialect());
    if (!check) continue;
    const ir::Constraint* other = ir::FindConstraint(table, check->name.text);
    if (other == nullptr) continue;
    report.Error(other->origin, diag::Make(Kind::kNameTaken, report.Place(other->origin), ir::KindName(*other), other->name.text,
                                           "the check that column \"" + column.name.text + "\" needs for its type")
                                    .WithHelp("give the constraint another name"));
  }
}

void CheckAlterTable(const catalog::Step& step, const ir::AlterTable& alter, Reporter& report) {
  TableState state(step, alter.table);
  const ir::Table* after = TableAfter(step, alter.table);
  for (const ir::AlterAction& action : alter.actions) {
    const ir::Origin& origin = action.origin;
    if (const auto* set = std::get_if<ir::SetType>(&action.body)) {
      const ir::Column* column = state.Find(set->column.text);
      if (column != nullptr) RetypeChecker(state, *column, *set, origin, report).Run(step.enums);
    } else if (const auto* rename = std::get_if<ir::RenameColumnAction>(&action.body)) {
      CheckRename(state, *rename, origin, report);
    } else if (std::holds_alternative<ir::AddIdentity>(action.body)) {
      report.HasNot(origin, "identity for a column that is there already",
                    "add a new identity column, or give the column a default from a sequence");
    } else if (const auto* add = std::get_if<ir::AddConstraint>(&action.body); add != nullptr && after != nullptr) {
      CheckTable(*after, {add->constraint}, {}, report);
    } else if (const auto* default_value = std::get_if<ir::SetDefault>(&action.body)) {
      const ir::Column* column = state.Find(default_value->column.text);
      if (column != nullptr) CheckEmptyDefault(*column, default_value->value, default_value->value.origin, report);
    } else if (const auto* constraint = std::get_if<ir::RenameConstraint>(&action.body)) {
      report.CheckName(constraint->to.text, constraint->to.origin);
    }
    state.Apply(action);
  }
  if (after == nullptr) return;
  CheckValueChecks(*after, step.enums, report);
  for (const ir::Index& index : after->indexes) {
    for (const ir::IndexKey& key : index.keys) {
      if (key.expr.kind == ir::ExprKind::kColumn) RefuseLarge(*after, key.expr.text, "index", index.origin, report);
    }
  }
}

void CheckEmptyDefault(const ir::Column& column, const ir::Expr& value, const ir::Origin& origin, Reporter& report) {
  if (!IsEmpty(value)) return;
  if (column.not_null) {
    report.Error(origin, diag::Make(Kind::kOracleEmptyString, report.Place(origin), column.name.text)
                             .WithHelp("drop the default, write another one such as ' ', or let the column take nulls"));
  } else {
    report.EmptyMeansNull(origin, "the default of column \"" + column.name.text + "\" is none",
                          "drop the default, so that every database does the same");
  }
}

void CheckInsert(const catalog::Step& step, const ir::Insert& insert, Reporter& report) {
  const ir::Table* table = RowsOf(step, insert.table);
  if (table == nullptr) return;
  std::set<std::string> said;  // one report for a column
  for (const std::vector<ir::Expr>& row : insert.rows) {
    for (std::size_t i = 0; i < row.size() && i < insert.columns.size(); ++i) {
      const ir::Column* column = ir::FindColumn(*table, insert.columns[i].text);
      if (column == nullptr || !IsEmpty(row[i]) || !said.insert(column->name.text).second) continue;
      CheckEmptyValue(*column, row[i], report);
    }
  }
}

void CheckUpdate(const catalog::Step& step, const ir::Update& update, Reporter& report) {
  const ir::Table* table = RowsOf(step, update.table);
  if (table == nullptr) return;
  for (const ir::Assignment& one : update.assignments) {
    if (const ir::Column* column = ir::FindColumn(*table, one.column.text)) CheckEmptyValue(*column, one.value, report);
  }
}

}  // namespace migc::emit::oracle
