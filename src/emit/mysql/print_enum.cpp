// An enum is the type of its columns, so a change of it is a change of each of them. Values that are in the rows are exchanged
// while the column takes both.
//
//   alter enum mood rename 'sad' to 'unhappy'
//     -> ALTER TABLE person MODIFY COLUMN feels ENUM('sad', 'ok', 'unhappy') NOT NULL DEFAULT 'sad'
//        UPDATE person SET feels = 'unhappy' WHERE feels = 'sad'
//        ALTER TABLE person MODIFY COLUMN feels ENUM('unhappy', 'ok') NOT NULL DEFAULT 'unhappy'
#include <algorithm>

#include "emit/mysql/print.h"
#include "emit/mysql/probe.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"

namespace migc::emit::mysql {
namespace {

using Values = std::vector<std::string>;

// 'a' and 'A' are one value in most collations.
bool Same(const std::string& a, const std::string& b) { return base::LowerAscii(a) == base::LowerAscii(b); }
bool Has(const Values& values, const std::string& value) {
  return std::any_of(values.begin(), values.end(), [&](const std::string& one) { return Same(one, value); });
}

class EnumChange {
 public:
  EnumChange(Printer& printer, const ir::AlterEnum& alter) : printer_(printer), name_(alter.name) {
    for (const catalog::Change& change : printer.step().changes) {
      if (change.key.kind != catalog::ObjectKind::kEnum) continue;
      if (change.before) before_ = std::get<catalog::Enum>(*change.before).values;
      if (change.after) after_ = std::get<catalog::Enum>(*change.after).values;
    }
    CollectUsers();
  }

  // `exchanges`: from, to.
  void Run(const std::vector<std::pair<std::string, std::string>>& exchanges) {
    if (users_.empty()) return printer_.AddNote("no column uses it");
    for (const User& user : users_) {
      if (!exchanges.empty()) {
        Values both = before_;
        for (const std::string& value : after_) {
          if (!Has(both, value)) both.push_back(value);
        }
        if (both != before_) Modify(user.before != nullptr ? *user.before : *user.after, both);
        for (const auto& [from, to] : exchanges) {
          if (!Same(from, to)) Exchange(*user.after, from, to);
        }
      }
      Modify(*user.after, after_);
    }
  }

 private:
  struct User {
    const ir::Table* before = nullptr;
    const ir::Table* after = nullptr;
  };

  bool IsOfEnum(const ir::Type& type) const {
    return type.kind == ir::TypeKind::kNamed && type.native.empty() &&
           base::LowerAscii(type.name.name) == base::LowerAscii(name_.name) && type.name.schema == name_.schema;
  }
  bool UsesEnum(const ir::Table& table) const {
    return std::any_of(table.columns.begin(), table.columns.end(), [&](const ir::Column& column) { return IsOfEnum(column.type); });
  }

  void CollectUsers() {
    const auto collect = [this](const catalog::ObjectPtr& object) {
      const auto* table = object ? std::get_if<catalog::Table>(object.get()) : nullptr;
      if (table == nullptr || !UsesEnum(table->definition)) return;
      const ir::Name& name = table->definition.name;
      const bool known = std::any_of(users_.begin(), users_.end(), [&](const User& user) { return user.after->name == name; });
      const TableChange change = ChangeOf(printer_.step(), name);
      if (!known && change.after != nullptr) users_.push_back({change.before, change.after});
    };
    for (const catalog::Change& change : printer_.step().changes) collect(change.after);
    for (const catalog::ObjectPtr& object : printer_.step().dependents) collect(object);
  }

  void Modify(const ir::Table& table, const Values& values) {
    printer_.SetEnum(name_, values);
    if (!printer_.Has(dialect::Capability::kCombinedAlter)) {
      for (const ir::Column& column : table.columns) {
        if (!IsOfEnum(column.type)) continue;
        SqlWriter out = printer_.Writer();
        PrintColumn(printer_, out.Keyword("ALTER TABLE").Name(table.name).Keyword("MODIFY COLUMN"), column);
        printer_.Add(out, std::string(kHarmlessTwice));
      }
      return;
    }
    SqlWriter out = printer_.Writer();
    out.Keyword("ALTER TABLE").Name(table.name);
    out.Indent();
    const auto several =
        std::count_if(table.columns.begin(), table.columns.end(), [&](const ir::Column& column) { return IsOfEnum(column.type); });
    bool any = false;
    for (const ir::Column& column : table.columns) {
      if (!IsOfEnum(column.type)) continue;
      if (any) out.Comma();
      if (several > 1) out.NewLine();
      any = true;
      PrintColumn(printer_, out.Keyword("MODIFY COLUMN"), column);
    }
    printer_.Add(out, std::string(kHarmlessTwice));
  }

  void Exchange(const ir::Table& table, const std::string& from, const std::string& to) {
    const auto literal = [](const std::string& text) {
      ir::Expr expr;
      expr.kind = ir::ExprKind::kString;
      expr.text = text;
      return expr;
    };
    for (const ir::Column& column : table.columns) {
      if (!IsOfEnum(column.type)) continue;
      ir::Expr name;
      name.kind = ir::ExprKind::kColumn;
      name.text = column.name.text;
      ir::Expr where;
      where.kind = ir::ExprKind::kBinary;
      where.op = ir::BinaryOp::kEqual;
      where.operands = {name, literal(from)};
      SqlWriter out = printer_.Writer();
      PrintUpdate(out, ir::Update{table.name, {{column.name, literal(to)}}, where, true}, MysqlSyntax());
      printer_.Add(out, "");
    }
  }

  Printer& printer_;
  const ir::Name& name_;
  Values before_;
  Values after_;
  std::vector<User> users_;
};

}  // namespace

void PrintAlterEnum(Printer& printer, const ir::AlterEnum& alter) {
  std::visit(base::Overloaded{
                 [&](const ir::AddEnumValue&) { EnumChange(printer, alter).Run({}); },
                 [&](const ir::RenameEnumValue& rename) {
                   EnumChange(printer, alter).Run({{rename.from, rename.to}});
                 },
                 [&](const ir::RenameEnum&) { printer.AddNote("ENUM (…) has no name"); },
                 [&](const ir::SetEnumValues& set) {
                   std::vector<std::pair<std::string, std::string>> exchanges;
                   for (const ir::EnumMapping& mapping : set.mappings) exchanges.emplace_back(mapping.from, mapping.to);
                   EnumChange(printer, alter).Run(exchanges);
                 },
             },
             alter.action);
}

}  // namespace migc::emit::mysql
