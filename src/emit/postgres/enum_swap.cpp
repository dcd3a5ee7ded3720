#include "emit/postgres/enum_swap.h"

#include <algorithm>

#include "emit/postgres/rewrite.h"
#include "migc/base/text.h"

namespace migc::emit::postgres {
namespace {

constexpr std::string_view kOldSuffix = "__old";

class EnumSwap {
 public:
  EnumSwap(Printer& printer, const ir::Name& name, const ir::SetEnumValues& set) : printer_(printer), name_(name), set_(set) {
    for (const catalog::ObjectPtr& object : printer.step().dependents) {
      const auto* table = object ? std::get_if<catalog::Table>(object.get()) : nullptr;
      if (table != nullptr) Collect(table->definition);
    }
    in_the_way_ = InOrder(printer.step(), in_the_way_);
    const std::size_t room = printer.dialect().max_identifier - kOldSuffix.size();
    old_name_ = std::string(base::ClipUtf8(name.name, room)) + std::string(kOldSuffix);
  }

  void Run() {
    const std::string summary = printer_.summary();
    PrintMakeWay(printer_, in_the_way_);
    for (const User& user : users_) DropDependents(user);
    printer_.Describe(summary, {});
    SwapType();
    for (const User& user : users_) ConvertColumns(user);
    for (const User& user : users_) AddDependents(user);
    printer_.Describe(summary, {});
    SqlWriter out = printer_.Writer();
    const ir::Name old{name_.schema, old_name_, {}};
    out.Keyword("DROP TYPE").Name(old);
    printer_.Add(out, ProbeType(printer_.dialect(), old, Wanted::kGone));
    PrintPutBack(printer_, in_the_way_);
  }

 private:
  struct User {
    const ir::Table* table = nullptr;
    std::vector<const ir::Column*> columns;
    std::vector<const ir::Constraint*> constraints;
    std::vector<const ir::Index*> indexes;
  };

  bool IsOfEnum(const ir::Type& type) const {
    if (type.kind != ir::TypeKind::kNamed || !type.native.empty() || type.name.name != name_.name) return false;
    const std::string& standard = printer_.dialect().default_schema;
    const auto schema = [&](const ir::Name& name) { return name.schema.empty() ? standard : name.schema; };
    return schema(type.name) == schema(name_);
  }

  void Collect(const ir::Table& table) {
    User user;
    user.table = &table;
    std::set<std::string> names;
    for (const ir::Column& column : table.columns) {
      if (!IsOfEnum(column.type)) continue;
      user.columns.push_back(&column);
      names.insert(column.name.text);
      for (const ir::Routine* routine : RoutinesInTheWay(printer_.step(), table.name, column.name.text, printer_.dialect())) {
        if (std::find(in_the_way_.begin(), in_the_way_.end(), routine) == in_the_way_.end()) in_the_way_.push_back(routine);
      }
    }
    if (user.columns.empty()) return;
    const auto names_one = [&](const ir::Expr& expr) {
      if (ir::HasRawSql(expr)) return true;
      const std::vector<ir::Identifier> used = ir::ColumnsOf(expr);
      return std::any_of(used.begin(), used.end(), [&](const ir::Identifier& column) { return names.contains(column.text); });
    };
    for (const ir::Constraint& constraint : table.constraints) {
      if (MustGo(constraint, names, names_one)) user.constraints.push_back(&constraint);
    }
    for (const ir::Index& index : table.indexes) {
      const bool in_key = std::any_of(index.keys.begin(), index.keys.end(), [&](const ir::IndexKey& key) {
        return key.expr.kind != ir::ExprKind::kColumn && names_one(key.expr);
      });
      if (in_key || (index.where && names_one(*index.where))) user.indexes.push_back(&index);
    }
    users_.push_back(std::move(user));
  }

  // A key without an expression is rebuilt by the server itself.
  template <class NamesOne>
  static bool MustGo(const ir::Constraint& constraint, const std::set<std::string>& names, const NamesOne& names_one) {
    if (const auto* check = std::get_if<ir::Check>(&constraint.body)) return names_one(check->expr);
    if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) {
      return std::any_of(key->columns.begin(), key->columns.end(),
                         [&](const ir::Identifier& column) { return names.contains(column.text); });
    }
    if (const auto* exclude = std::get_if<ir::Exclude>(&constraint.body)) {
      const bool element = std::any_of(exclude->elements.begin(), exclude->elements.end(),
                                       [&](const ir::ExcludeElement& one) { return names_one(one.expr); });
      return element || (exclude->where && names_one(*exclude->where));
    }
    return false;
  }

  SqlWriter AlterTable(const User& user) const {
    SqlWriter out = printer_.Writer();
    out.Keyword("ALTER TABLE").Name(user.table->name);
    out.Indent();
    return out;
  }

  // Of one ALTER TABLE, and what tells of it when it stands alone.
  struct Clause {
    std::string sql;
    std::string probe = kHarmlessTwice;
  };

  Clause ClauseOf(SqlWriter& out, const User& user, const ir::Constraint& constraint, Wanted wanted) const {
    return {out.Take(), ProbeConstraint(printer_.dialect(), user.table->name, constraint.name.text, wanted)};
  }

  // The clauses of one ALTER TABLE, or each one's own; none when there are none.
  void Add(const User& user, const std::vector<Clause>& clauses, const std::string& summary) {
    if (clauses.empty()) return;
    printer_.Describe(summary + " of " + user.table->name.Text(), {});
    if (!printer_.dialect().Has(dialect::Capability::kCombinedAlter)) {
      for (const Clause& clause : clauses) {
        SqlWriter out = AlterTable(user);
        printer_.Add(out.Words(clause.sql), clause.probe);
      }
      return;
    }
    SqlWriter out = AlterTable(user);
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      if (i > 0) out.Comma();
      if (clauses.size() > 1) out.NewLine();
      out.Words(clauses[i].sql);
    }
    printer_.Add(out);
  }

  void DropDependents(const User& user) {
    for (const ir::Index* index : user.indexes) {
      printer_.Describe("make way: drop index " + index->name.text, {});
      PrintDropIndex(printer_, ir::DropIndex{{user.table->name.schema, index->name.text, {}}, user.table->name, false, false});
    }
    std::vector<Clause> clauses;
    for (const ir::Constraint* constraint : user.constraints) {
      SqlWriter out = printer_.Writer();
      out.Keyword("DROP CONSTRAINT").Name(constraint->name.text);
      clauses.push_back(ClauseOf(out, user, *constraint, Wanted::kGone));
    }
    for (const ir::Column* column : user.columns) {
      if (!column->default_value) continue;
      SqlWriter out = printer_.Writer();
      out.Keyword("ALTER COLUMN").Name(column->name.text).Keyword("DROP DEFAULT");
      clauses.push_back({out.Take()});
    }
    Add(user, clauses, "make way: defaults and constraints");
  }

  void SwapType() {
    SqlWriter rename = printer_.Writer();
    rename.Keyword("ALTER TYPE").Name(name_).Keyword("RENAME TO").Name(old_name_);
    printer_.Add(rename, ProbeType(printer_.dialect(), {name_.schema, old_name_, {}}, Wanted::kThere));
    PrintCreateEnum(printer_, name_, set_.values);
  }

  // c::TEXT::mood, or with what each value becomes. No value is mapped to one that is mapped itself (replay has checked).
  void PrintConverted(SqlWriter& out, const ir::Column& column) const {
    ir::Type text;
    text.kind = ir::TypeKind::kText;
    text.array_dimensions = column.type.array_dimensions;
    const auto as_text = [&] {
      out.Name(column.name.text).Tight("::");
      PrintType(out, text);
    };
    if (set_.mappings.empty()) {
      as_text();
    } else if (column.type.array_dimensions > 0) {
      for (std::size_t i = 0; i < set_.mappings.size(); ++i) out.Words("array_replace").CallOpen();
      as_text();
      for (const ir::EnumMapping& one : set_.mappings) out.Comma().String(one.from).Comma().String(one.to).Close();
    } else {
      out.Open().Keyword("CASE");
      as_text();
      for (const ir::EnumMapping& one : set_.mappings) out.Keyword("WHEN").String(one.from).Keyword("THEN").String(one.to);
      out.Keyword("ELSE");
      as_text();
      out.Keyword("END").Close();
    }
    out.Tight("::");
    PrintType(out, column.type);
  }

  void ConvertColumns(const User& user) {
    std::vector<Clause> clauses;
    for (const ir::Column* column : user.columns) {
      SqlWriter out = printer_.Writer();
      out.Keyword("ALTER COLUMN").Name(column->name.text).Keyword("TYPE");
      PrintType(out, column->type);
      out.Keyword("USING");
      PrintConverted(out, *column);
      clauses.push_back({out.Take()});
    }
    Add(user, clauses, "convert columns");
  }

  void AddDependents(const User& user) {
    std::vector<Clause> clauses;
    for (const ir::Column* column : user.columns) {
      if (!column->default_value) continue;
      SqlWriter out = printer_.Writer();
      out.Keyword("ALTER COLUMN").Name(column->name.text).Keyword("SET DEFAULT");
      PrintExpr(out, *column->default_value, PostgresSyntax());
      clauses.push_back({out.Take()});
    }
    for (const ir::Constraint* constraint : user.constraints) {
      SqlWriter out = printer_.Writer();
      out.Keyword("ADD");
      PrintConstraint(out, *constraint, PostgresSyntax());
      clauses.push_back(ClauseOf(out, user, *constraint, Wanted::kThere));
    }
    Add(user, clauses, "put back defaults and constraints");
    for (const ir::Index* index : user.indexes) {
      printer_.Describe("put back index " + index->name.text, {});
      PrintCreateIndex(printer_, ir::CreateIndex{user.table->name, *index, false, false});
    }
  }

  Printer& printer_;
  const ir::Name& name_;
  const ir::SetEnumValues& set_;
  std::string old_name_;
  std::vector<User> users_;
  std::vector<const ir::Routine*> in_the_way_;
};

}  // namespace

void PrintEnumSwap(Printer& printer, const ir::Name& name, const ir::SetEnumValues& set) { EnumSwap(printer, name, set).Run(); }

}  // namespace migc::emit::postgres
