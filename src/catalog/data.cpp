// Data statements, raw SQL and the statements that change nothing.
#include <fmt/format.h>

#include <algorithm>

#include "catalog/definition.h"
#include "catalog/expressions.h"
#include "catalog/foreign_key.h"
#include "catalog/lookup.h"
#include "catalog/operations.h"

namespace migc::catalog {
namespace {

// Oracle takes 1,000 values in a list; long chains of conditions are deep to parse everywhere.
constexpr std::size_t kRowsByOneColumn = 500;
constexpr std::size_t kRowsBySeveral = 50;

// The table, or null: a view, one that only raw SQL knows, or none.
const Table* LookUpForData(Application& application, const ir::Name& name) {
  if (IsView(application, name)) return nullptr;
  const FoundTable found = LookUpTable(application, name);
  if (found.found == Found::kYes) application.AddDependent(application.catalog().Find(found.key));
  return found.table;
}

// Rows of theirs are looked for when the transaction ends.
void AddDeferredReferrers(Application& application, const ObjectKey& table) {
  for (const Referrer& one : ReferrersOf(application.catalog(), table, false)) {
    if (one.foreign().initially_deferred.value_or(false)) application.AddDependent(application.catalog().Find(one.key));
  }
}

// What a statement may not write.
void CheckWritable(Application& application, const ir::Column& column, const ir::Identifier& written) {
  const bool identity = column.identity && column.identity->always;
  if (!identity && !column.generated) return;
  application.Report(WithOrigin(diag::Make(diag::Kind::kNotWritable, application.Where(written.origin), column.name.text,
                                           identity ? "always takes its value from its identity" : "is generated"),
                                column.name.origin.known ? column.name.origin : column.origin, "it is made here"));
}

void CheckValue(Application& application, const ir::Column& column, const ir::Expr& value) {
  CheckEnumLiteral(application, column, value);
  if (!column.not_null || WithoutParens(value).kind != ir::ExprKind::kNull) return;
  application.Report(diag::Make(diag::Kind::kNullIntoNotNull, application.Where(value.origin), column.name.text));
}

void CheckLeftOut(Application& application, const ir::Table& table, const ir::Insert& insert) {
  for (const ir::Column& column : table.columns) {
    if (!column.not_null || column.default_value || column.identity || column.generated || !column.type.native.empty()) continue;
    if (Contains(application.catalog(), insert.columns, column.name.text)) continue;
    application.Report(
        WithOrigin(diag::Make(diag::Kind::kInsertLeavesOut, application.Where(insert.table.origin), column.name.text),
                   column.name.origin.known ? column.name.origin : column.origin, "it is made here"));
  }
}

void CheckInsert(Application& application, const ir::Table& table, ir::Insert& insert) {
  if (LookUpColumns(application, table, insert.columns, "list of columns") == Found::kNo) return;
  for (std::size_t i = 0; i < insert.columns.size(); ++i) {
    const ir::Column* column = FindColumn(application.catalog(), table, insert.columns[i].text);
    if (column == nullptr) continue;
    CheckWritable(application, *column, insert.columns[i]);
    for (const std::vector<ir::Expr>& row : insert.rows) {
      if (i < row.size()) CheckValue(application, *column, row[i]);
    }
  }
  CheckLeftOut(application, table, insert);
}

// A literal tells a row again when the column keeps it as it is written.
bool IsExact(const ir::Column& column) {
  return column.type.kind != ir::TypeKind::kReal && column.type.kind != ir::TypeKind::kDouble;
}

// Places in the insert's list of a key's columns; empty when one is missing or a row has no literal for it.
std::vector<std::size_t> PlacesOf(const Application& application, const ir::Table& table, const ir::Insert& insert,
                                  const std::vector<ir::Identifier>& key) {
  std::vector<std::size_t> places;
  for (const ir::Identifier& name : key) {
    const ir::Column* column = FindColumn(application.catalog(), table, name.text);
    const auto found = std::find(insert.columns.begin(), insert.columns.end(), name);
    if (column == nullptr || !IsExact(*column) || found == insert.columns.end()) return {};
    const auto place = static_cast<std::size_t>(found - insert.columns.begin());
    const auto has_literal = [&](const std::vector<ir::Expr>& row) { return place < row.size() && IsLiteral(row[place]); };
    if (!std::all_of(insert.rows.begin(), insert.rows.end(), has_literal)) return {};
    places.push_back(place);
  }
  return places;
}

// The primary key before others.
std::vector<std::size_t> FindKey(const Application& application, const ir::Table& table, const ir::Insert& insert) {
  std::vector<std::vector<ir::Identifier>> keys;
  if (const ir::Constraint* primary = ir::FindPrimaryKey(table)) keys.push_back(*KeyColumns(*primary));
  for (const ir::Constraint& constraint : table.constraints) {
    if (std::holds_alternative<ir::Unique>(constraint.body)) keys.push_back(*KeyColumns(constraint));
  }
  for (const ir::Index& index : table.indexes) {
    std::vector<ir::Identifier> columns = UniqueColumns(index);
    if (!columns.empty()) keys.push_back(std::move(columns));
  }
  for (const std::vector<ir::Identifier>& key : keys) {
    std::vector<std::size_t> places = PlacesOf(application, table, insert, key);
    if (!places.empty()) return places;
  }
  return {};
}

ir::Expr Column(const std::string& name) {
  ir::Expr expr;
  expr.kind = ir::ExprKind::kColumn;
  expr.text = name;
  return expr;
}

ir::Expr Binary(ir::BinaryOp op, ir::Expr left, ir::Expr right) {
  ir::Expr expr;
  expr.kind = ir::ExprKind::kBinary;
  expr.op = op;
  expr.operands.push_back(std::move(left));
  expr.operands.push_back(std::move(right));
  return expr;
}

using Rows = std::vector<std::vector<ir::Expr>>;

// The condition that holds for the rows [begin, end) alone.
ir::Expr Telling(const ir::Insert& insert, const std::vector<std::size_t>& places, Rows::const_iterator begin,
                 Rows::const_iterator end) {
  const auto equal = [&](std::size_t place, const std::vector<ir::Expr>& row) {
    return Binary(ir::BinaryOp::kEqual, Column(insert.columns[place].text), row[place]);
  };
  if (places.size() == 1 && end - begin > 1) {
    ir::Expr in;
    in.kind = ir::ExprKind::kIn;
    in.operands.push_back(Column(insert.columns[places.front()].text));
    for (auto row = begin; row != end; ++row) in.operands.push_back((*row)[places.front()]);
    return in;
  }
  std::optional<ir::Expr> any;
  for (auto row = begin; row != end; ++row) {
    ir::Expr all = equal(places.front(), *row);
    for (std::size_t i = 1; i < places.size(); ++i) all = Binary(ir::BinaryOp::kAnd, std::move(all), equal(places[i], *row));
    any = any ? Binary(ir::BinaryOp::kOr, *std::move(any), std::move(all)) : std::move(all);
  }
  return *std::move(any);
}

void UndoInsert(Application& application, const ir::Name& name, const ir::Insert& insert, const std::vector<std::size_t>& places) {
  const std::size_t at_once = places.size() == 1 ? kRowsByOneColumn : kRowsBySeveral;
  for (std::size_t from = 0; from < insert.rows.size(); from += at_once) {
    const auto begin = insert.rows.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = insert.rows.begin() + static_cast<std::ptrdiff_t>(std::min(from + at_once, insert.rows.size()));
    application.Undo(ir::Delete{name, Telling(insert, places, begin, end), false});
  }
}

// What undoes the effects, the last first; nothing (and said so) when one cannot be undone.
std::optional<std::vector<ir::Operation>> InverseOf(Application& application, std::vector<Step>& effects) {
  std::vector<ir::Operation> operations;
  for (auto step = effects.rbegin(); step != effects.rend(); ++step) {
    const auto& body = step->operation.body;
    // Effects are for the catalog, which has no rows.
    if (std::holds_alternative<ir::Insert>(body) || std::holds_alternative<ir::Update>(body) ||
        std::holds_alternative<ir::Delete>(body))
      continue;
    if (const auto* not_derivable = std::get_if<NotDerivable>(&step->inverse)) {
      application.CannotUndo(not_derivable->reason);
      return std::nullopt;
    }
    for (ir::Operation& one : std::get<std::vector<ir::Operation>>(step->inverse)) operations.push_back(std::move(one));
  }
  return operations;
}

}  // namespace

void Apply(Application& application, ir::Insert& insert) {
  const Table* table = LookUpForData(application, insert.table);
  if (application.refused()) return;
  if (table != nullptr) CheckInsert(application, table->definition, insert);
  if (insert.undo_nothing || application.refused()) return;
  if (insert.select) return application.CannotUndo("which rows an `insert … select` made is not known afterwards");
  const auto places = table == nullptr ? std::vector<std::size_t>{} : FindKey(application, table->definition, insert);
  if (places.empty() && !insert.rows.empty()) {
    return application.CannotUndo(
        "the inserted rows cannot be told from others: they have no literal values for a primary key or unique constraint");
  }
  if (table != nullptr) UndoInsert(application, table->definition.name, insert, places);
}

void Apply(Application& application, ir::Update& update) {
  if (const Table* table = LookUpForData(application, update.table)) {
    std::vector<ir::Identifier> columns;
    for (const ir::Assignment& one : update.assignments) columns.push_back(one.column);
    LookUpColumns(application, table->definition, columns, "update");
    for (std::size_t i = 0; i < columns.size(); ++i) {
      ir::Assignment& one = update.assignments[i];
      one.column.text = columns[i].text;
      LookUpColumns(application, table->definition, one.value);
      const ir::Column* column = FindColumn(application.catalog(), table->definition, one.column.text);
      if (column == nullptr) continue;
      CheckWritable(application, *column, one.column);
      CheckValue(application, *column, one.value);
    }
    if (update.where) LookUpColumns(application, table->definition, *update.where);
    AddDeferredReferrers(application, application.catalog().KeyOf(ObjectKind::kTable, update.table));
  }
  if (!update.undo_nothing) application.CannotUndo("an update cannot be undone: the former values are gone");
}

void Apply(Application& application, ir::Delete& remove) {
  const Table* table = LookUpForData(application, remove.table);
  if (table != nullptr && remove.where) LookUpColumns(application, table->definition, *remove.where);
  if (table != nullptr) AddDeferredReferrers(application, application.catalog().KeyOf(ObjectKind::kTable, remove.table));
  if (!remove.undo_nothing) application.CannotUndo("a delete cannot be undone: the rows are gone");
}

void Apply(Application& application, ir::RawSql& raw) {
  if (raw.effects.empty()) {
    // With effects the author has said what it does, so nothing is left to guess.
    application.Remember(raw.text, application.operation().origin);
    if (raw.undo) return application.Undo(ir::RawSql{*raw.undo, std::nullopt, false, {}});
    if (!raw.undo_nothing) application.CannotUndo("what raw SQL does is not known; write its `undo`");
    return;
  }
  std::optional<std::vector<Step>> steps = application.ApplyEffects(raw.effects);
  if (!steps) return;
  raw.effects.clear();
  for (const Step& step : *steps) {
    raw.effects.push_back(step.operation);
    if (step.loses_data) application.LosesData();
  }
  if (raw.undo_nothing) return;
  std::optional<std::vector<ir::Operation>> inverse = InverseOf(application, *steps);
  if (!inverse) return;
  if (raw.undo) {
    application.Undo(ir::RawSql{*raw.undo, std::nullopt, false, *std::move(inverse)});
  } else {
    application.Undo(*std::move(inverse));
  }
}

void Apply(Application&, ir::SetTimeouts&) {}
void Apply(Application&, ir::Require&) {}

}  // namespace migc::catalog
