#include "catalog/definition.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalog/expressions.h"
#include "catalog/foreign_key.h"
#include "catalog/lookup.h"
#include "catalog/naming.h"
#include "catalog/types.h"
#include "migc/base/overloaded.h"

namespace migc::catalog {
namespace {

const ir::Origin& PlaceOf(const ir::Identifier& name, const ir::Origin& whole) { return name.origin.known ? name.origin : whole; }

// The names that would be hard to tell apart from a new one, the same on every dialect: for what makes an index all that lives in
// the schema, else its constraints (PostgreSQL's ChooseRelationName and ChooseConstraintName).
IsTaken TakenIn(const Catalog& catalog, const ir::Table& table, bool makes_index) {
  return [&catalog, &table, makes_index](const std::string& name) {
    const ir::Name scoped{table.name.schema, name, {}};
    if (FindPart(catalog, table.constraints, name) != nullptr || !catalog.TablesOfConstraint(scoped).empty()) return true;
    if (!makes_index) return false;
    if (FindPart(catalog, table.indexes, name) != nullptr || !catalog.TablesOfIndex(scoped).empty()) return true;
    if (catalog.Fold(table.name.name) == catalog.Fold(name)) return true;
    const auto is_there = [&](ObjectKind kind) { return catalog.Find(catalog.KeyOf(kind, scoped)) != nullptr; };
    return is_there(ObjectKind::kTable) || is_there(ObjectKind::kView) || is_there(ObjectKind::kMaterializedView) ||
           is_there(ObjectKind::kSequence);
  };
}

void MakeNotNull(const Catalog& catalog, ir::Table& table, const std::vector<ir::Identifier>& columns) {
  for (const ir::Identifier& name : columns) {
    if (ir::Column* column = FindPart(catalog, table.columns, name.text)) column->not_null = true;
  }
}

void CheckPrimaryKey(Application& application, ir::Table& table, const ir::Constraint& constraint, ir::PrimaryKey& key) {
  if (const ir::Constraint* first = ir::FindPrimaryKey(table)) {
    application.Report(WithOrigin(
        diag::Make(diag::Kind::kSecondPrimaryKey, application.Where(constraint.origin), table.name.Text(), first->name.text),
        first->origin, "the first is made here"));
    return;
  }
  if (LookUpColumns(application, table, key.columns, "primary key") != Found::kNo) {
    MakeNotNull(application.catalog(), table, key.columns);
  }
}

// Everything but the name.
void CompleteBody(Application& application, ir::Table& table, ir::Constraint& constraint) {
  std::visit(base::Overloaded{
                 [&](ir::PrimaryKey& key) { CheckPrimaryKey(application, table, constraint, key); },
                 [&](ir::Unique& key) { LookUpColumns(application, table, key.columns, "unique constraint"); },
                 [&](ir::Check& check) { LookUpColumns(application, table, check.expr); },
                 [&](ir::ForeignKey& key) { CompleteForeignKey(application, table, constraint, key); },
                 [&](ir::Exclude& exclude) {
                   for (ir::ExcludeElement& element : exclude.elements) LookUpColumns(application, table, element.expr);
                   if (exclude.where) LookUpColumns(application, table, *exclude.where);
                 },
             },
             constraint.body);
}

void CompleteKeys(Application& application, const ir::Table& table, ir::Index& index) {
  for (ir::IndexKey& key : index.keys) LookUpColumns(application, table, key.expr);
  LookUpColumns(application, table, index.include, "list of included columns");
  if (index.where) LookUpColumns(application, table, *index.where);
}

void CheckColumnNames(Application& application, const ir::Table& table) {
  std::vector<ir::Identifier> seen;
  for (const ir::Column& column : table.columns) {
    const Catalog& catalog = application.catalog();
    const auto first = std::find_if(seen.begin(), seen.end(), [&](const ir::Identifier& one) {
      return catalog.Fold(one.text) == catalog.Fold(column.name.text);
    });
    if (first != seen.end()) {
      application.Report(WithOrigin(diag::Make(diag::Kind::kColumnExists, application.Where(PlaceOf(column.name, column.origin)),
                                               table.name.Text(), column.name.text),
                                    first->origin, "the first is here"));
    }
    seen.push_back(column.name);
  }
}

// Constraints and indexes one after the other, so that each is checked against those before it. The author's names go first:
// none that is made up may take one of them.
void CompleteParts(Application& application, ir::Table& table) {
  std::vector<ir::Constraint> constraints = std::move(table.constraints);
  std::vector<ir::Index> indexes = std::move(table.indexes);
  table.constraints.clear();
  table.indexes.clear();
  for (ir::Constraint& constraint : constraints) {
    if (!constraint.name.empty()) CheckNewConstraintName(application, table, constraint, constraint.name);
    // A foreign key may refer to a key of its own table that stands after it.
    if (!std::holds_alternative<ir::ForeignKey>(constraint.body)) CompleteBody(application, table, constraint);
    table.constraints.push_back(std::move(constraint));
  }
  for (ir::Index& index : indexes) {
    if (!index.name.empty()) CheckNewIndexName(application, table, index.name);
    CompleteKeys(application, table, index);
    table.indexes.push_back(std::move(index));
  }
  for (ir::Constraint& constraint : table.constraints) {
    if (auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) CompleteForeignKey(application, table, constraint, *key);
  }
  for (ir::Constraint& constraint : table.constraints) GiveName(application, table, constraint);
  for (ir::Index& index : table.indexes) GiveName(application, table, index);
}

}  // namespace

void GiveName(Application& application, const ir::Table& table, ir::Constraint& constraint) {
  if (!constraint.name.empty()) return;
  constraint.name = ir::Identifier(
      ChooseName(application.rules(), table, constraint, TakenIn(application.catalog(), table, HasNamedIndex(constraint))),
      constraint.origin);
}

void GiveName(Application& application, const ir::Table& table, ir::Index& index) {
  if (!index.name.empty()) return;
  index.name =
      ir::Identifier(ChooseName(application.rules(), table, index, TakenIn(application.catalog(), table, true)), index.origin);
}

void CheckNewConstraintName(Application& application, const ir::Table& table, const ir::Constraint& constraint,
                            const ir::Identifier& name) {
  const Catalog& catalog = application.catalog();
  CheckLength(application, "constraint", name);
  const ir::Name scoped{table.name.schema, name.text, name.origin};
  if (const ir::Constraint* other = FindPart(catalog, table.constraints, name.text)) {
    if (catalog.WasRefused(name.text)) return application.Refuse();
    application.Report(WithOrigin(diag::Make(diag::Kind::kDuplicateConstraint, application.Where(PlaceOf(name, constraint.origin)),
                                             table.name.Text(), name.text),
                                  other->origin, fmt::format("{} \"{}\" is made here", ir::KindName(*other), other->name.text)));
    return;
  }
  if (HasNamedIndex(constraint)) {
    if (const auto holder = HolderOf(catalog, Newcomer::kKey, scoped); holder && catalog.rules().keys_are_named_indexes) {
      return ReportTaken(application, "constraint", scoped, *holder);
    }
    if (catalog.rules().keys_are_named_indexes && FindPart(catalog, table.indexes, name.text) != nullptr) {
      return ReportTaken(application, "constraint", scoped, {fmt::format("an index of table \"{}\"", table.name.Text()), {}});
    }
  }
  if (!catalog.rules().constraint_names_per_schema) return;
  for (const ObjectKey& key : catalog.TablesOfConstraint(scoped)) {
    const auto& other = std::get<Table>(*catalog.Find(key)).definition;
    const ir::Constraint* there = FindPart(catalog, other.constraints, name.text);
    if (there == nullptr) continue;
    return ReportTaken(application, "constraint", scoped,
                       {fmt::format("the {} of table \"{}\"", ir::KindName(*there), other.name.Text()), there->origin});
  }
}

void CheckNewIndexName(Application& application, const ir::Table& table, const ir::Identifier& name) {
  const Catalog& catalog = application.catalog();
  CheckLength(application, "index", name);
  const ir::Name scoped{table.name.schema, name.text, name.origin};
  if (const ir::Index* other = FindPart(catalog, table.indexes, name.text)) {
    if (catalog.WasRefused(name.text)) return application.Refuse();
    application.Report(
        WithOrigin(diag::Make(diag::Kind::kDuplicateIndex, application.Where(name.origin), table.name.Text(), name.text),
                   other->origin, fmt::format("index \"{}\" is made here", other->name.text)));
    return;
  }
  // Everywhere but on SQLite a key is an index of its name.
  const Rules& rules = catalog.rules();
  const bool keys_count = rules.keys_are_named_indexes || rules.index_names_per_table || rules.constraint_names_per_schema;
  const ir::Constraint* key = FindPart(catalog, table.constraints, name.text);
  if (keys_count && key != nullptr && HasNamedIndex(*key)) {
    return ReportTaken(application, "index", scoped,
                       {fmt::format("the {} of table \"{}\"", ir::KindName(*key), table.name.Text()), key->origin});
  }
  if (const auto holder = HolderOf(catalog, Newcomer::kIndex, scoped)) ReportTaken(application, "index", scoped, *holder);
}

void CheckOneIdentity(Application& application, const ir::Table& table, const ir::Origin& where) {
  std::vector<const ir::Column*> all;
  for (const ir::Column& column : table.columns) {
    if (column.identity) all.push_back(&column);
  }
  if (all.size() < 2) return;
  application.Report(
      diag::Make(diag::Kind::kSecondIdentity, application.Where(where), table.name.Text(), all[0]->name.text, all[1]->name.text));
}

void CheckIdentity(Application& application, const ir::Column& column, const ir::Origin& where) {
  if (!IsInteger(column.type) && column.type.native.empty()) {
    application.Report(
        diag::Make(diag::Kind::kIdentityNotInteger, application.Where(where), column.name.text, ir::Describe(column.type))
            .WithHelp("use smallint, integer or bigint"));
  }
  if (column.default_value) {
    application.Report(diag::Make(diag::Kind::kDefaultAndIdentity, application.Where(where), column.name.text));
  }
  if (column.generated) {
    application.Report(diag::Make(diag::Kind::kGeneratedAnd, application.Where(where), column.name.text, "an identity"));
  }
}

void CheckEnumLiteral(Application& application, const ir::Column& column, const ir::Expr& value) {
  const ir::Expr& literal = WithoutParens(value);
  if (column.type.kind != ir::TypeKind::kNamed || column.type.array_dimensions > 0 || literal.kind != ir::ExprKind::kString) return;
  const Enum* type = application.catalog().FindEnum(column.type.name);
  if (type == nullptr || std::find(type->values.begin(), type->values.end(), literal.text) != type->values.end()) return;
  application.Report(WithNearest(
      WithOrigin(diag::Make(diag::Kind::kUnknownEnumValue, application.Where(literal.origin), type->name.Text(), literal.text),
                 type->origin, fmt::format("enum \"{}\" is created here", type->name.Text())),
      literal.text, type->values));
}

void CompleteColumn(Application& application, const ir::Table& table, ir::Column& column) {
  const ir::Origin& where = PlaceOf(column.name, column.origin);
  CheckLength(application, "column", column.name);
  CheckType(application, column.type);
  if (column.identity) {
    column.not_null = true;
    CheckIdentity(application, column, where);
  }
  if (column.default_value) CheckEnumLiteral(application, column, *column.default_value);
  if (!column.generated) return;
  LookUpColumns(application, table, column.generated->expr);
  if (column.default_value) {
    application.Report(diag::Make(diag::Kind::kGeneratedAnd, application.Where(where), column.name.text, "a default"));
  }
}

void CompleteConstraint(Application& application, ir::Table& table, ir::Constraint& constraint) {
  if (!constraint.name.empty()) CheckNewConstraintName(application, table, constraint, constraint.name);
  CompleteBody(application, table, constraint);
  GiveName(application, table, constraint);
}

void CompleteIndex(Application& application, ir::Table& table, ir::Index& index) {
  if (!index.name.empty()) CheckNewIndexName(application, table, index.name);
  CompleteKeys(application, table, index);
  GiveName(application, table, index);
}

void CompleteTable(Application& application, ir::Table& table) {
  CheckLength(application, "table", table.name);
  if (table.columns.empty()) {
    application.Report(diag::Make(diag::Kind::kNoColumns, application.Where(table.name.origin), table.name.Text()));
  }
  CheckColumnNames(application, table);
  for (ir::Column& column : table.columns) CompleteColumn(application, table, column);
  CheckOneIdentity(application, table, table.name.origin);
  CompleteParts(application, table);
}

}  // namespace migc::catalog
