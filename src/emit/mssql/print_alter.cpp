#include <fmt/format.h>

#include <algorithm>

#include "emit/mssql/condition.h"
#include "emit/mssql/dependents.h"
#include "emit/mssql/literal.h"
#include "emit/mssql/print.h"
#include "emit/mssql/procedure.h"
#include "migc/base/check.h"
#include "migc/base/text.h"

namespace migc::emit::mssql {
namespace {

// The column whose type, collation or null the action changes by ALTER COLUMN; null for anything else.
const ir::Identifier* AlteredColumn(const ir::AlterAction& action) {
  if (const auto* set = std::get_if<ir::SetType>(&action.body)) return WrittenUsing(*set) == nullptr ? &set->column : nullptr;
  if (const auto* set = std::get_if<ir::SetCollation>(&action.body)) return &set->column;
  if (const auto* set = std::get_if<ir::SetNotNull>(&action.body)) return set->fill ? nullptr : &set->column;
  if (const auto* drop = std::get_if<ir::DropNotNull>(&action.body)) return &drop->column;
  return nullptr;
}

std::string_view ObjectType(const ir::Constraint& constraint) {
  if (std::holds_alternative<ir::PrimaryKey>(constraint.body)) return "PK";
  if (std::holds_alternative<ir::Unique>(constraint.body)) return "UQ";
  return std::holds_alternative<ir::Check>(constraint.body) ? "C" : "F";
}

class AlterPrinter {
 public:
  AlterPrinter(Printer& printer, const ir::AlterTable& alter)
      : printer_(printer), alter_(alter), state_(printer.step(), alter.table, printer.dialect()) {}

  void Run() {
    for (at_ = 0; at_ < alter_.actions.size();) {
      const std::size_t end = EndOfGroup();
      Describe(end);
      PrintGroup(end);
      for (; at_ < end; ++at_) state_.Apply(alter_.actions[at_]);
    }
    if (refresh_) PrintRefreshViews(printer_, alter_, state_.name());
  }

  void operator()(const ir::AddColumn&) { CHECK(false && "new columns are a group"); }
  void operator()(const ir::DropColumn& drop) {
    PrintDropColumn(printer_, state_, drop);
    refresh_ = true;
  }
  void operator()(const ir::RenameColumnAction& rename) {
    PrintRenameColumn(printer_, state_, rename);
    refresh_ = true;
  }
  void operator()(const ir::SetType& set) {
    const ir::Column* column = state_.Find(set.column.text);
    CHECK(column != nullptr && WrittenUsing(set) != nullptr);
    ir::Column after = *column;
    after.type = set.type;
    after.not_null = IsNotNull(state_.table(), *column);
    PrintAlterColumn(printer_, state_, *column, after, WrittenUsing(set));
    refresh_ = true;
  }
  void operator()(const ir::SetDefault& set) {
    const ir::Column* column = state_.Find(set.column.text);
    if (column == nullptr || column->default_value) Sql(DropDefault(state_.name(), set.column.text, printer_.dialect()));
    ir::Column after;
    if (column != nullptr) after = *column;
    after.name = set.column;
    after.default_value = set.value;
    Sql(AddDefault(state_.name(), after, printer_.dialect()));
  }
  void operator()(const ir::DropDefault& drop) { Sql(DropDefault(state_.name(), drop.column.text, printer_.dialect())); }
  void operator()(const ir::SetNotNull& set) {
    const ir::Column* column = state_.Find(set.column.text);
    CHECK(column != nullptr && set.fill);
    PrintFill(set);
    ir::Column after = *column;
    after.not_null = true;
    PrintAlterColumn(printer_, state_, *column, after, nullptr);
  }
  void operator()(const ir::DropNotNull&) { CHECK(false && "changes of a column are a group"); }
  void operator()(const ir::SetColumnComment& set) {
    Sql(SetComment({state_.name(), set.column.text}, set.comment, printer_.dialect()));
  }
  void operator()(const ir::AddIdentity&) { CHECK(false && "CheckSupport refuses it"); }
  void operator()(const ir::DropIdentity&) { CHECK(false && "CheckSupport refuses it"); }
  void operator()(const ir::SetIdentity& set) { PrintSetIdentity(set); }
  void operator()(const ir::SetCharacterSet& set) {
    printer_.AddNote("a character set per column is not followed here: " + alter_.table.Text() + "." + set.column.text);
  }
  void operator()(const ir::SetCollation&) { CHECK(false && "changes of a column are a group"); }
  void operator()(const ir::AddConstraint& add) {
    // The columns of a primary key must be NOT NULL before (error 8111).
    if (const auto* key = std::get_if<ir::PrimaryKey>(&add.constraint.body)) {
      for (const ir::Identifier& name : key->columns) MakeNotNull(name.text);
    }
    const std::string sql = AddConstraint(state_.name(), add.constraint, printer_.dialect());
    if (!add.if_not_exists) return Sql(sql);
    const ir::Name name{state_.name().schema, add.constraint.name.text, {}};
    Sql(fmt::format("IF OBJECT_ID({}, N'{}') IS NULL\n{}", printer_.NameLiteral(name), ObjectType(add.constraint), sql));
  }
  void operator()(const ir::DropConstraint& drop) {
    Sql(DropConstraint(state_.name(), drop.name.text, drop.if_exists, printer_.dialect()));
  }
  void operator()(const ir::RenameConstraint& rename) {
    Sql(RenameObject({state_.name().schema, rename.from.text, {}}, rename.to.text, printer_.dialect()));
  }
  // WITH CHECK looks at the rows; CHECK CONSTRAINT alone would only enable it, and leave it untrusted.
  void operator()(const ir::ValidateConstraint& validate) {
    SqlWriter out = Statement();
    out.Keyword("WITH CHECK CHECK CONSTRAINT").Name(validate.name.text);
    printer_.Add(out);
  }
  // Replay has made a DropConstraint of these, which knows the name.
  void operator()(const ir::DropPrimaryKey&) { CHECK(false && "drop primary key after replay"); }
  void operator()(const ir::DropUnique&) { CHECK(false && "drop unique after replay"); }
  void operator()(const ir::DropForeignKey&) { CHECK(false && "drop foreign key after replay"); }
  void operator()(const ir::DropCheck&) { CHECK(false && "drop check after replay"); }
  void operator()(const ir::SetTableComment& set) {
    Sql(SetComment({state_.name(), std::nullopt}, set.comment, printer_.dialect()));
  }
  void operator()(const ir::SetSchema& set) { PrintSetSchema(set); }
  void operator()(const ir::SetTableOption& set) {
    SqlWriter out = Statement();
    out.Raw(set.option);
    printer_.Add(out);
  }

 private:
  void Sql(std::string sql) { printer_.Add(StatementKind::kSql, std::move(sql)); }

  SqlWriter Statement() const {
    SqlWriter out = printer_.Writer();
    out.Keyword("ALTER TABLE").Name(state_.name());
    return out;
  }

  // New columns share a statement, and so do changes of one column that ALTER COLUMN can say at once.
  std::size_t EndOfGroup() const {
    const ir::AlterAction& first = alter_.actions[at_];
    const ir::Identifier* column = AlteredColumn(first);
    const auto* add = std::get_if<ir::AddColumn>(&first.body);
    std::size_t end = at_ + 1;
    for (; end < alter_.actions.size(); ++end) {
      const ir::AlterAction& next = alter_.actions[end];
      const ir::Identifier* same = AlteredColumn(next);
      const auto* also = std::get_if<ir::AddColumn>(&next.body);
      if (add != nullptr && also != nullptr && !add->if_not_exists && !also->if_not_exists) continue;
      if (column != nullptr && same != nullptr && SameName(column->text, same->text)) continue;
      break;
    }
    return end;
  }

  void Describe(std::size_t end) {
    std::vector<ir::AlterAction> actions(alter_.actions.begin() + static_cast<std::ptrdiff_t>(at_),
                                         alter_.actions.begin() + static_cast<std::ptrdiff_t>(end));
    const ir::Origin origin = actions.front().origin;
    ir::Name name = alter_.table;
    name.name = state_.name().name;
    const ir::Operation group{ir::AlterTable{name, false, std::move(actions)}, false, {}, {}};
    printer_.Describe(ir::Summary(group), origin);
  }

  void PrintGroup(std::size_t end) {
    const ir::AlterAction& first = alter_.actions[at_];
    if (std::holds_alternative<ir::AddColumn>(first.body)) return PrintAddColumns(end);
    const ir::Identifier* column = AlteredColumn(first);
    if (column == nullptr) return std::visit(*this, first.body);
    const ir::Column* before = state_.Find(column->text);
    CHECK(before != nullptr && "CheckSupport refuses columns that no migration knows");
    TableState changed = state_;
    for (std::size_t i = at_; i < end; ++i) {
      changed.Apply(alter_.actions[i]);
      refresh_ = refresh_ || std::holds_alternative<ir::SetType>(alter_.actions[i].body);
    }
    ir::Column after = *changed.Find(column->text);
    after.not_null = IsNotNull(changed.table(), after);
    PrintAlterColumn(printer_, state_, *before, after, nullptr);
  }

  void PrintAddColumns(std::size_t end) {
    const auto& first = std::get<ir::AddColumn>(alter_.actions[at_].body);
    SqlWriter out = printer_.Writer();
    if (first.if_not_exists) {
      out.Keyword("IF COL_LENGTH(").Tight("").Words(printer_.NameLiteral(state_.name())).Comma();
      out.Words(Literal(first.column.name.text)).CloseTight(")").Keyword("IS NULL").NewLine();
    }
    out.Keyword("ALTER TABLE").Name(state_.name()).Keyword("ADD");
    TableState after = state_;
    for (std::size_t i = at_; i < end; ++i) after.Apply(alter_.actions[i]);
    out.Indent();
    bool more = false;
    const bool lines = end - at_ > 1 || !first.constraints.empty() || IsEnum(first.column);
    const auto next = [&] {
      if (more) out.Comma();
      if (lines) out.NewLine();
      more = true;
    };
    for (std::size_t i = at_; i < end; ++i) {
      const auto& add = std::get<ir::AddColumn>(alter_.actions[i].body);
      next();
      PrintColumn(out, add.column, after.table(), printer_.enums(), true);
      for (const ir::Constraint& constraint : add.constraints) {
        if (constraint.not_valid) continue;
        next();
        PrintConstraint(out, Printable(constraint, printer_.dialect()), MssqlSyntax());
      }
      if (const auto check = EnumCheckOf(state_.name().name, add.column, printer_.enums())) {
        next();
        PrintConstraint(out, Printable(*check, printer_.dialect()), MssqlSyntax());
      }
    }
    printer_.Add(out);
    refresh_ = true;
    PrintAfterColumns(end);
  }

  void PrintAfterColumns(std::size_t end) {
    for (std::size_t i = at_; i < end; ++i) {
      const auto& add = std::get<ir::AddColumn>(alter_.actions[i].body);
      for (const ir::Constraint& constraint : add.constraints) {
        if (constraint.not_valid) Sql(AddConstraint(state_.name(), constraint, printer_.dialect()));
      }
      if (!add.column.comment) continue;
      printer_.Describe("comment on column " + alter_.table.Text() + "." + add.column.name.text, alter_.actions[i].origin);
      const Commented what{state_.name(), add.column.name.text};
      Sql(add.if_not_exists ? SetComment(what, add.column.comment, printer_.dialect())
                            : AddComment(what, *add.column.comment, printer_.dialect()));
    }
  }

  bool IsEnum(const ir::Column& column) const { return EnumCheckOf(state_.name().name, column, printer_.enums()).has_value(); }

  void PrintFill(const ir::SetNotNull& set) {
    const std::string summary = printer_.summary();
    printer_.Describe("fill nulls of " + alter_.table.Text() + "." + set.column.text, alter_.actions[at_].origin);
    ir::Expr is_null;
    is_null.kind = ir::ExprKind::kIsNull;
    is_null.operands.push_back(ColumnExpr(set.column.text));
    SqlWriter out = printer_.Writer();
    PrintUpdate(out, ir::Update{state_.name(), {{set.column, AsValue(*set.fill)}}, is_null, true}, MssqlSyntax());
    printer_.Add(out);
    printer_.Describe(summary, alter_.actions[at_].origin);
  }

  void MakeNotNull(const std::string& name) {
    const ir::Column* column = state_.Find(name);
    if (column == nullptr || column->generated || IsNotNull(state_.table(), *column)) return;
    ir::Column after = *column;
    after.not_null = true;
    PrintAlterColumn(printer_, state_, *column, after, nullptr);
  }

  // RESEED says the last value given, or the first one in a table that never had a row ("DBCC CHECKIDENT (Transact-SQL)").
  void PrintSetIdentity(const ir::SetIdentity& set) {
    if (!set.options.restart) return printer_.AddNote("an IDENTITY of SQL Server is always one that is generated");
    const std::string table = printer_.NameLiteral(state_.name());
    Sql(
        fmt::format("DECLARE @next BIGINT = {0};\n"
                    "SELECT @next -= CAST(increment_value AS BIGINT) FROM sys.identity_columns\n"
                    "WHERE object_id = OBJECT_ID({1}) AND last_value IS NOT NULL;\n"
                    "DBCC CHECKIDENT ({1}, RESEED, @next) WITH NO_INFOMSGS",
                    *set.options.restart, table));
  }

  // The move takes all permissions on the table away ("ALTER SCHEMA (Transact-SQL)").
  void PrintSetSchema(const ir::SetSchema& set) {
    ir::Name moved = state_.name();
    moved.schema = set.schema.empty() ? printer_.dialect().default_schema : set.schema.text;
    SqlWriter out = printer_.Writer();
    out.Keyword("ALTER SCHEMA").Name(moved.schema).Keyword("TRANSFER OBJECT").Tight("::").Name(state_.name());
    printer_.Add(out);
    for (const catalog::Change& change : printer_.step().changes) {
      const auto* table = change.after == nullptr ? nullptr : std::get_if<catalog::Table>(change.after.get());
      if (table == nullptr || !SameName(table->definition.name.name, moved.name)) continue;
      for (const catalog::Privilege& privilege : table->privileges) {
        printer_.Describe("grant again what the move took away", {});
        SqlWriter grant = printer_.Writer();
        grant.Keyword("GRANT")
            .Keyword(base::UpperAscii(privilege.privilege))
            .Keyword("ON OBJECT")
            .Tight("::")
            .Name(moved)
            .Keyword("TO")
            .Name(privilege.role);
        printer_.Add(grant);
      }
    }
  }

  Printer& printer_;
  const ir::AlterTable& alter_;
  TableState state_;
  std::size_t at_ = 0;  // the action, or the first of its group
  bool refresh_ = false;
};

}  // namespace

void PrintAlterTable(Printer& printer, const ir::AlterTable& alter) {
  const TableChange change = ChangeOf(printer.step(), alter.table, printer.dialect());
  if (alter.if_exists && change.before == nullptr) return printer.AddNote("there is no such table");
  AlterPrinter(printer, alter).Run();
}

}  // namespace migc::emit::mssql
