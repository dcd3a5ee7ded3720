// A new type with USING: MODIFY converts as it likes, so the values are worked out into a column of their own.
//
//   alter table t alter column c type integer using (length(c))
//     -> ALTER TABLE t ADD COLUMN migc_new_c INT NULL AFTER c
//        UPDATE t SET migc_new_c = CHAR_LENGTH(c)
//        ALTER TABLE t
//          DROP INDEX t_c_idx,                                   -- what is made of the column
//          DROP COLUMN c,
//          CHANGE COLUMN migc_new_c c INT NOT NULL COMMENT '…',  -- in its place, with all that it had
//          ADD INDEX t_c_idx (c)
#include <algorithm>

#include "emit/mysql/print.h"
#include "emit/mysql/probe.h"
#include "migc/base/check.h"
#include "migc/base/text.h"

namespace migc::emit::mysql {
namespace {

constexpr std::string_view kPrefix = "migc_new_";

class Swap {
 public:
  Swap(Printer& printer, const TableState& state, const ir::SetType& set)
      : printer_(printer), state_(state), set_(set), column_(*state.Find(set.column.text)) {
    const std::size_t room = printer.dialect().max_identifier - kPrefix.size();
    new_name_ = std::string(kPrefix) + std::string(base::ClipUtf8(set.column.text, room));
  }

  void Run() {
    AddNewColumn();
    ir::Update update{state_.name(), {{new_name_, *set_.using_expr}}, std::nullopt, true};
    SqlWriter fill = printer_.Writer();
    PrintUpdate(fill, update, MysqlSyntax());
    printer_.Add(fill, "");
    Exchange();
  }

 private:
  void AddNewColumn() {
    ir::Column bare;
    bare.name = new_name_;
    bare.type = set_.type;
    bare.character_set = column_.character_set;
    bare.collation = column_.collation;
    SqlWriter out = printer_.Writer();
    PrintColumn(printer_, out.Keyword("ALTER TABLE").Name(state_.name()).Keyword("ADD COLUMN"), bare);
    out.Keyword("AFTER").Name(column_.name.text);
    printer_.Add(out, ProbeColumn(printer_.dialect(), state_.name(), new_name_, Wanted::kThere));
  }

  // A check of the same name as one that goes in the same statement is better not tried on MySQL.
  std::vector<ir::Constraint> ChecksApart() const {
    std::vector<ir::Constraint> checks;
    for (const ir::Constraint& constraint : state_.table().constraints) {
      const bool check = std::holds_alternative<ir::Check>(constraint.body) && printer_.Has(dialect::Capability::kDropCheck);
      if (check && Uses(constraint, column_.name.text, printer_.dialect())) checks.push_back(constraint);
    }
    return checks;
  }

  void Exchange() {
    const std::vector<ir::Constraint> apart = ChecksApart();
    for (const ir::Constraint& check : apart) {
      SqlWriter out = printer_.Writer();
      out.Keyword("ALTER TABLE").Name(state_.name()).Keyword("DROP CHECK").Name(check.name.text);
      printer_.Add(out, ProbeConstraint(printer_.dialect(), state_.name(), check.name.text, Wanted::kGone));
    }
    std::vector<std::string> drops;
    std::vector<std::string> adds;
    for (const ir::Constraint& constraint : state_.table().constraints) {
      const bool done = std::find(apart.begin(), apart.end(), constraint) != apart.end();
      if (!done && Uses(constraint, column_.name.text, printer_.dialect())) Around(constraint, drops, adds);
    }
    for (const ir::Index& index : state_.table().indexes) {
      if (!Uses(index, column_.name.text, printer_.dialect())) continue;
      drops.push_back(printer_.Writer().Keyword("DROP INDEX").Name(index.name.text).Take());
      SqlWriter add = printer_.Writer();
      PrintIndexItem(add.Keyword("ADD"), index);
      adds.push_back(add.Take());
    }
    ir::Column whole = column_;
    whole.type = set_.type;
    SqlWriter change = printer_.Writer();
    PrintColumn(printer_, change.Keyword("CHANGE COLUMN").Name(new_name_), whole);
    drops.push_back(printer_.Writer().Keyword("DROP COLUMN").Name(column_.name.text).Take());
    drops.push_back(change.Take());
    drops.insert(drops.end(), adds.begin(), adds.end());
    SqlWriter out = printer_.Writer();
    out.Keyword("ALTER TABLE").Name(state_.name());
    out.Indent();
    for (std::size_t i = 0; i < drops.size(); ++i) {
      if (i > 0) out.Comma();
      out.NewLine().Words(drops[i]);
    }
    printer_.Add(out, ProbeColumn(printer_.dialect(), state_.name(), new_name_, Wanted::kGone)).loses_data =
        printer_.step().loses_data;
    for (const ir::Constraint& check : apart) {
      SqlWriter add = printer_.Writer();
      PrintTableConstraint(add.Keyword("ALTER TABLE").Name(state_.name()).Keyword("ADD"), check);
      printer_.Add(add, ProbeConstraint(printer_.dialect(), state_.name(), check.name.text, Wanted::kThere));
    }
  }

  void Around(const ir::Constraint& constraint, std::vector<std::string>& drops, std::vector<std::string>& adds) const {
    SqlWriter drop = printer_.Writer();
    if (std::holds_alternative<ir::PrimaryKey>(constraint.body)) {
      drop.Keyword("DROP PRIMARY KEY");
    } else if (std::holds_alternative<ir::Unique>(constraint.body)) {
      drop.Keyword("DROP INDEX").Name(constraint.name.text);
    } else {
      CHECK(std::holds_alternative<ir::Check>(constraint.body) && "the support check refuses foreign keys");
      drop.Keyword("DROP CONSTRAINT").Name(constraint.name.text);
    }
    drops.push_back(drop.Take());
    SqlWriter add = printer_.Writer();
    PrintTableConstraint(add.Keyword("ADD"), constraint);
    adds.push_back(add.Take());
  }

  Printer& printer_;
  const TableState& state_;
  const ir::SetType& set_;
  const ir::Column& column_;
  std::string new_name_;
};

}  // namespace

void PrintUsing(Printer& printer, const TableState& state, const ir::SetType& set) { Swap(printer, state, set).Run(); }

}  // namespace migc::emit::mysql
