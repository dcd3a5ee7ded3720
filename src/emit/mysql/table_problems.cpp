#include "emit/mysql/table_problems.h"

#include <algorithm>

#include "emit/mysql/syntax.h"
#include "emit/mysql/table_state.h"

namespace migc::emit::mysql {
namespace {

using diag::Kind;

class Finder {
 public:
  Finder(const ir::Table& table, const dialect::Dialect& dialect) : table_(table), dialect_(dialect) {}

  std::vector<Problem> Run() {
    CheckName(table_.name.name, table_.origin);
    for (const ir::Column& column : table_.columns) {
      CheckName(column.name.text, column.origin);
      if (column.identity && !LeadsKey(column.name.text)) {
        Add("identity " + column.name.text, column.origin,
            diag::Make(Kind::kMysqlIdentityNotKey, std::nullopt, column.name.text, dialect_.title)
                .WithHelp("make it the primary key, or add an index that begins with it in the same statement"));
      }
      CheckGenerated(column);
    }
    for (const ir::Constraint& constraint : table_.constraints) CheckConstraint(constraint);
    for (const ir::Index& index : table_.indexes) {
      CheckName(index.name.text, index.origin);
      if (index.method == "fulltext" || index.method == "spatial") continue;
      for (const ir::IndexKey& key : index.keys) {
        if (key.expr.kind == ir::ExprKind::kColumn && !key.length) CheckKeyColumn(key.expr.text, index.name.text, index.origin);
      }
    }
    return std::move(problems_);
  }

 private:
  void Add(std::string what, const ir::Origin& origin, diag::Diagnostic diagnostic) {
    problems_.push_back({std::move(what), origin, std::move(diagnostic)});
  }

  bool LeadsKey(const std::string& column) const {
    for (const ir::Constraint& constraint : table_.constraints) {
      const bool key = std::holds_alternative<ir::PrimaryKey>(constraint.body) ||
                       std::holds_alternative<ir::Unique>(constraint.body) ||
                       std::holds_alternative<ir::ForeignKey>(constraint.body);
      const std::vector<ir::Identifier> columns = ColumnsOf(constraint);
      if (key && !columns.empty() && columns.front().text == column) return true;
    }
    return std::any_of(table_.indexes.begin(), table_.indexes.end(), [&](const ir::Index& index) {
      return !index.keys.empty() && index.keys[0].expr.kind == ir::ExprKind::kColumn && index.keys[0].expr.text == column;
    });
  }

  // "A generated column cannot refer to an auto-increment column" (manual, "CREATE TABLE and Generated Columns"); MariaDB: error
  // 1901.
  void CheckGenerated(const ir::Column& column) {
    if (!column.generated) return;
    for (const ir::Identifier& name : ir::ColumnsOf(column.generated->expr)) {
      const ir::Column* other = ir::FindColumn(table_, name.text);
      if (other == nullptr || !other->identity) continue;
      Add("generated " + column.name.text + " of identity", column.origin,
          diag::Make(Kind::kMysqlHasNot, std::nullopt, dialect_.title,
                     "generated column made of an identity column, as \"" + name.text + "\" is")
              .WithHelp("leave it out for this dialect, with `for … { }`, and work it out in a view"));
    }
  }

  void CheckKeyColumn(const std::string& name, const std::string& key, const ir::Origin& origin) {
    const ir::Column* column = ir::FindColumn(table_, name);
    if (column == nullptr || !IsLong(column->type)) return;
    Add("key " + key + " " + name, origin,
        diag::Make(Kind::kMysqlTextKey, std::nullopt, name, ir::Describe(column->type), key)
            .WithHelp("make it varchar(n), or write an index with `" + name + " length n`"));
  }

  // Manual, "Schema Object Names"; a blank is whatever isspace() takes (sql/table.cc, check_column_name).
  void CheckName(const std::string& name, const ir::Origin& origin) {
    const bool high = std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
    const bool blank = !name.empty() && std::string_view(" \t\n\v\f\r").find(name.back()) != std::string_view::npos;
    if (!high && !blank) return;
    Add("name " + name, origin,
        diag::Make(
            Kind::kMysqlHasNot, std::nullopt, dialect_.title,
            (high ? "names with characters above U+FFFF, such as \"" : "names that end with a blank, such as \"") + name + "\"")
            .WithHelp("give it another name"));
  }

  void CheckConstraint(const ir::Constraint& constraint) {
    CheckName(constraint.name.text, constraint.origin);
    if (std::holds_alternative<ir::PrimaryKey>(constraint.body) || std::holds_alternative<ir::Unique>(constraint.body)) {
      for (const ir::Identifier& column : ColumnsOf(constraint))
        CheckKeyColumn(column.text, constraint.name.text, constraint.origin);
    } else if (std::holds_alternative<ir::Check>(constraint.body)) {
      CheckCheck(constraint);
    }
  }

  // What a check may not be over (manual, "CHECK Constraints").
  void CheckCheck(const ir::Constraint& constraint) {
    for (const ir::Identifier& name : ColumnsOf(constraint)) {
      const ir::Column* column = ir::FindColumn(table_, name.text);
      if (column != nullptr && column->identity) {
        Add("check " + constraint.name.text + " of identity", constraint.origin,
            diag::Make(Kind::kMysqlHasNot, std::nullopt, dialect_.title,
                       "check over an identity column, as \"" + name.text + "\" is")
                .WithHelp("leave it out for this dialect, with `for … { }`"));
      }
      // MariaDB lets both be.
      if (dialect_.Has(dialect::Capability::kDropCheck)) CheckActionsOver(constraint, name.text);
    }
  }

  void CheckActionsOver(const ir::Constraint& check, const std::string& column) {
    for (const ir::Constraint& other : table_.constraints) {
      const auto* key = std::get_if<ir::ForeignKey>(&other.body);
      if (key == nullptr || !Uses(other, column, dialect_)) continue;
      const bool changes = key->on_delete == ir::ReferenceAction::kSetNull || key->on_update == ir::ReferenceAction::kSetNull ||
                           key->on_update == ir::ReferenceAction::kCascade;
      if (!changes) continue;
      Add("check " + check.name.text + " under " + other.name.text, check.origin,
          diag::Make(Kind::kMysqlHasNot, std::nullopt, dialect_.title,
                     "check over column \"" + column + "\", which foreign key \"" + other.name.text + "\" may change by itself")
              .WithHelp("leave out the check, or the `set null` and `on update` of the foreign key"));
    }
  }

  const ir::Table& table_;
  const dialect::Dialect& dialect_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> ProblemsOf(const ir::Table& table, const dialect::Dialect& dialect) { return Finder(table, dialect).Run(); }

}  // namespace migc::emit::mysql
