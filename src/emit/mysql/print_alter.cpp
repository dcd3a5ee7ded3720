#include <algorithm>
#include <map>
#include <utility>

#include "emit/mysql/alter_group.h"
#include "emit/mysql/print.h"
#include "emit/mysql/probe.h"
#include "migc/base/check.h"
#include "migc/dialect/lineage.h"

namespace migc::emit::mysql {
namespace {

using dialect::Capability;

class AlterPrinter {
 public:
  AlterPrinter(Printer& printer, const ir::AlterTable& alter)
      : printer_(printer), alter_(alter), state_(printer.step(), alter.table, printer.dialect()), before_(state_) {}

  void Run() {
    for (const ir::AlterAction& action : alter_.actions) {
      if (StandsAlone(action) || contents_.Refuses(action, state_)) Flush();
      at_ = &action;
      contents_.Take(action, state_);
      std::visit(*this, action.body);
      state_.Apply(action);
      if (StandsAlone(action) || !printer_.Has(Capability::kCombinedAlter)) {
        Flush();
        before_ = state_;
      }
    }
    Flush();
  }

  void operator()(const ir::AddColumn& add) {
    SqlWriter out = printer_.Writer();
    out.Keyword(add.if_not_exists ? "ADD COLUMN IF NOT EXISTS" : "ADD COLUMN");
    PrintColumn(printer_, out, add.column);
    if (add.first) out.Keyword("FIRST");
    if (add.after) out.Keyword("AFTER").Name(add.after->text);
    Clause(out);
    new_columns_.push_back(add.column);
    if (!add.if_not_exists) Witness(ProbeColumn(printer_.dialect(), state_.name(), add.column.name.text, Wanted::kThere));
    for (const ir::Constraint& constraint : add.constraints) AddClause(constraint);
    if (add.column.identity && add.column.identity->options.start) AutoIncrement(*add.column.identity->options.start);
    // ALGORITHM=INSTANT would work such a default out once, for all rows (MariaDB: rand() gives one value).
    const bool varies = add.column.default_value && !IsLiteral(*add.column.default_value) &&
                        !IsCurrentTimestamp(*add.column.default_value, add.column.type);
    copies_ |= varies && !dialect::IsTidb(printer_.dialect());
  }
  void operator()(const ir::DropColumn& drop) {
    const ir::Table& table = state_.table();
    for (const ir::Constraint& constraint : table.constraints) {
      if (!Uses(constraint, drop.column.text, printer_.dialect())) continue;
      // The column takes its own key along; a key of several columns would be left with the others, or refused (MariaDB).
      const bool key =
          !std::holds_alternative<ir::Check>(constraint.body) && !std::holds_alternative<ir::ForeignKey>(constraint.body);
      if (!key || ColumnsOf(constraint).size() > 1) DropClause(constraint, false);
    }
    for (const ir::Index& index : table.indexes) {
      const bool alone = index.keys.size() == 1 && index.keys[0].expr.kind == ir::ExprKind::kColumn;
      if (alone || !Uses(index, drop.column.text, printer_.dialect())) continue;
      Clause(printer_.Writer().Keyword("DROP INDEX").Name(index.name.text));
      clauses_.back().probe = ProbeIndex(printer_.dialect(), state_.name(), index.name.text, Wanted::kGone);
    }
    SqlWriter out = printer_.Writer();
    out.Keyword(drop.if_exists ? "DROP COLUMN IF EXISTS" : "DROP COLUMN").Name(drop.column.text);
    Clause(out);
    dropped_.push_back(drop.column.text);
    if (!drop.if_exists) Witness(ProbeColumn(printer_.dialect(), state_.name(), drop.column.text, Wanted::kGone));
  }
  void operator()(const ir::RenameColumnAction& rename) {
    SqlWriter out = printer_.Writer();
    if (printer_.Has(Capability::kRenameColumn)) {
      out.Keyword("RENAME COLUMN").Name(rename.from.text).Keyword("TO").Name(rename.to.text);
    } else {
      const ir::Column* column = state_.Find(rename.from.text);
      CHECK(column != nullptr);
      ir::Column renamed = *column;
      renamed.name = rename.to;
      out.Keyword("CHANGE COLUMN").Name(rename.from.text);
      PrintColumn(printer_, out, renamed);
    }
    if (printer_.Has(Capability::kDropCheck)) return RenameUnderChecks(rename, out.Take());
    Clause(out);
    Witness(ProbeColumnRenamed(printer_.dialect(), state_.name(), rename.from.text, rename.to.text));
  }
  void operator()(const ir::SetType& set) {
    const ir::Column* column = state_.Find(set.column.text);
    CHECK(column != nullptr);
    if (set.using_expr && !IsPlainConversion(set)) {
      DescribeGroup({at_});
      return PrintUsing(printer_, state_, set);
    }
    MakeWay(set.column.text);
    Modify(set.column);
    loses_data_ = true;
  }
  void operator()(const ir::SetDefault& set) {
    const ir::Column* column = state_.Find(set.column.text);
    // ALTER COLUMN … SET DEFAULT takes a literal, or an expression in parentheses; CURRENT_TIMESTAMP only stands in a definition.
    if (column != nullptr && (!IsLiteral(set.value) || IsLong(column->type))) return Modify(set.column);
    Default(set.column);
  }
  void operator()(const ir::DropDefault& drop) { Default(drop.column); }
  void operator()(const ir::SetNotNull& set) {
    if (set.fill) PrintFill(set);
    Modify(set.column);
  }
  void operator()(const ir::DropNotNull& drop) { Modify(drop.column); }
  void operator()(const ir::SetColumnComment& set) { Modify(set.column); }
  void operator()(const ir::AddIdentity& add) {
    Modify(add.column);
    if (add.identity.options.start) AutoIncrement(*add.identity.options.start);
  }
  void operator()(const ir::DropIdentity& drop) { Modify(drop.column); }
  void operator()(const ir::SetIdentity& set) {
    if (set.options.restart) AutoIncrement(*set.options.restart);
    if (!set.options.restart) Note("AUTO_INCREMENT counts as before");
  }
  void operator()(const ir::SetCharacterSet& set) { Modify(set.column); }
  void operator()(const ir::SetCollation& set) { Modify(set.column); }
  void operator()(const ir::AddConstraint& add) { AddClause(add.constraint); }
  void operator()(const ir::DropConstraint& drop) {
    if (const ir::Constraint* constraint = state_.FindConstraint(drop.name.text)) return DropClause(*constraint, drop.if_exists);
    // Made by raw SQL, or never: its kind is not known. MySQL has had this form since 8.0.19.
    SqlWriter out = printer_.Writer();
    out.Keyword(drop.if_exists ? "DROP CONSTRAINT IF EXISTS" : "DROP CONSTRAINT").Name(drop.name.text);
    Clause(out);
    if (!drop.if_exists) Witness(ProbeConstraint(printer_.dialect(), state_.name(), drop.name.text, Wanted::kGone));
  }
  void operator()(const ir::RenameConstraint& rename) { PrintRenameConstraint(rename); }
  void operator()(const ir::ValidateConstraint&) { Note("the rows were checked when it was added"); }
  // Replay has made a DropConstraint of these, which knows the name.
  void operator()(const ir::DropPrimaryKey&) { CHECK(false && "drop primary key after replay"); }
  void operator()(const ir::DropUnique&) { CHECK(false && "drop unique after replay"); }
  void operator()(const ir::DropForeignKey&) { CHECK(false && "drop foreign key after replay"); }
  void operator()(const ir::DropCheck&) { CHECK(false && "drop check after replay"); }
  void operator()(const ir::SetTableComment& set) {
    Clause(printer_.Writer().Keyword("COMMENT =").String(set.comment.value_or("")));
  }
  void operator()(const ir::SetSchema& set) {
    PrintRevokeAll(printer_, alter_.table);
    DescribeGroup({at_});
    const ir::Name target{set.schema.text, state_.name().name, {}};
    SqlWriter out = printer_.Writer();
    out.Keyword("RENAME TABLE").Name(state_.name()).Keyword("TO").Name(target);
    printer_.Add(out, ProbeTableRenamed(printer_.dialect(), state_.name(), target));
    PrintGrantAgain(printer_, alter_.table, target);
  }
  void operator()(const ir::SetTableOption& set) { Clause(printer_.Writer().Raw(set.option)); }

 private:
  struct Part {
    std::string text;
    std::string column;  // not empty: ChangeText of it
    std::string probe;   // of it alone
  };

  // ---- the statement in the making ----

  void Clause(SqlWriter& out) {
    clauses_.push_back({out.Take(), "", ""});
    Join();
  }
  void Join() {
    if (group_.empty() || group_.back() != at_) group_.push_back(at_);
  }
  // Of the clause before. The first one whose effect can be seen tells of the whole statement, which is one change.
  void Witness(const std::string& probe) {
    clauses_.back().probe = probe;
    if (probe_.empty()) probe_ = probe;
  }
  // The column as it is after all actions of the statement, where the first of them stands.
  void Change(const ir::Identifier& column, bool whole) {
    const auto [place, fresh] = changed_.try_emplace(column.text, false);
    place->second |= whole;
    if (fresh) clauses_.push_back({"", column.text, ""});
    Join();
  }
  void Modify(const ir::Identifier& column) { Change(column, true); }
  void Default(const ir::Identifier& column) { Change(column, false); }
  void AutoIncrement(std::int64_t next) { Clause(printer_.Writer().Keyword("AUTO_INCREMENT =").Number(std::to_string(next))); }
  void Note(const std::string& why) {
    Flush();
    DescribeGroup({at_});
    printer_.AddNote(why);
  }

  std::string ChangeText(const std::string& name) const {
    SqlWriter out = printer_.Writer();
    const ir::Column* column = state_.Find(name);
    if (changed_.at(name)) {
      CHECK(column != nullptr);
      PrintColumn(printer_, out.Keyword("MODIFY COLUMN"), *column);
      return out.Take();
    }
    out.Keyword("ALTER COLUMN").Name(name);
    const std::optional<ir::Expr> value = column != nullptr ? column->default_value : DefaultAt();
    if (!value) return out.Keyword("DROP DEFAULT").Take();
    PrintDefault(out.Keyword("SET DEFAULT"), *value, column != nullptr ? column->type : ir::Type{});
    return out.Take();
  }
  // Of a column that the catalog does not know.
  std::optional<ir::Expr> DefaultAt() const {
    const auto* set = std::get_if<ir::SetDefault>(&at_->body);
    return set == nullptr ? std::nullopt : std::optional(set->value);
  }

  void DescribeGroup(const std::vector<const ir::AlterAction*>& group) {
    std::vector<ir::AlterAction> actions;
    for (const ir::AlterAction* action : group) actions.push_back(*action);
    const ir::Operation one{ir::AlterTable{state_.name(), false, std::move(actions)}, false, {}, {}};
    printer_.Describe(ir::Summary(one), group.front()->origin);
  }

  // Indexes that foreign keys need after the statement, and no more.
  void AddSupport(std::vector<Part>& clauses) const {
    const std::vector<SupportIndex> before = SupportIndexesOf(before_.table());
    const std::vector<SupportIndex> after = SupportIndexesOf(state_.table());
    const auto named = [](const std::vector<SupportIndex>& all, const SupportIndex& wanted) {
      return std::any_of(all.begin(), all.end(), [&](const SupportIndex& one) { return one.name == wanted.name; });
    };
    std::vector<Part> added;
    for (const SupportIndex& index : after) {
      if (named(before, index)) continue;
      SqlWriter out = printer_.Writer();
      PrintSupportIndex(out.Keyword("ADD"), index);
      added.push_back({out.Take(), "", ProbeIndex(printer_.dialect(), state_.name(), index.name, Wanted::kThere)});
    }
    // Before the foreign key that needs it; and, in a statement of its own, before the index that served it.
    const bool apart = !printer_.Has(Capability::kCombinedAlter);
    const auto place = std::find_if(clauses.begin(), clauses.end(), [&](const Part& clause) {
      return clause.text.find(" FOREIGN KEY ") != std::string::npos || (apart && clause.text.starts_with("DROP INDEX"));
    });
    clauses.insert(place, added.begin(), added.end());
    for (const SupportIndex& index : before) {
      if (named(after, index) || TakenAlong(index)) continue;
      // TiDB drops no column that an index has beside others ("DROP COLUMN").
      const auto column =
          std::find_if(clauses.begin(), clauses.end(), [](const Part& clause) { return clause.text.starts_with("DROP COLUMN"); });
      clauses.insert(apart ? column : clauses.end(), {printer_.Writer().Keyword("DROP INDEX").Name(index.name).Take(), "",
                                                      ProbeIndex(printer_.dialect(), state_.name(), index.name, Wanted::kGone)});
    }
  }
  // A column that is dropped takes the index along that it is alone in.
  bool TakenAlong(const SupportIndex& index) const {
    return index.columns.size() == 1 && std::find(dropped_.begin(), dropped_.end(), index.columns[0].text) != dropped_.end();
  }

  void Flush() {
    if (!clauses_.empty()) {
      DescribeGroup(group_);
      RequireTimestamps();
      RequireChecks(printer_, new_constraints_);
      std::vector<Part> clauses = clauses_;
      for (Part& part : clauses) part.text = part.column.empty() ? part.text : ChangeText(part.column);
      AddSupport(clauses);
      if (copies_) clauses.push_back({"ALGORITHM=COPY", "", ""});
      const bool loses = printer_.step().loses_data && (loses_data_ || !dropped_.empty());
      if (printer_.Has(Capability::kCombinedAlter)) {
        Alter(clauses, probe_, loses);
      } else {
        for (const Part& part : clauses) Alter({part}, part.probe, loses);
      }
    }
    PutBack();
    Reset();
  }
  // ALTER TABLE with these clauses.
  void Alter(const std::vector<Part>& clauses, const std::string& probe, bool loses) {
    SqlWriter out = printer_.Writer();
    out.Keyword("ALTER TABLE").Name(before_.name());
    out.Indent();
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      if (i > 0) out.Comma();
      if (clauses.size() > 1) out.NewLine();
      out.Words(clauses[i].text);
    }
    printer_.Add(out, probe.empty() ? std::string(kHarmlessTwice) : probe).loses_data = loses;
  }
  void Reset() {
    new_constraints_.clear();
    clauses_.clear();
    group_.clear();
    changed_.clear();
    new_columns_.clear();
    dropped_.clear();
    probe_.clear();
    copies_ = loses_data_ = false;
    contents_ = {};
    before_ = state_;
  }

  void RequireTimestamps() {
    std::vector<const ir::Column*> columns;
    for (const ir::Column& column : new_columns_) columns.push_back(&column);
    for (const auto& [name, ignored] : changed_) {
      if (const ir::Column* column = state_.Find(name)) columns.push_back(column);
    }
    RequireExplicitTimestamp(printer_, state_.table(), columns);
  }

  // ---- constraints ----

  void AddClause(const ir::Constraint& constraint) {
    SqlWriter out = printer_.Writer();
    PrintTableConstraint(out.Keyword("ADD"), constraint);
    Clause(out);
    new_constraints_.push_back(constraint);
    Witness(ProbeOf(constraint, Wanted::kThere));
  }

  // TiDB's TABLE_CONSTRAINTS has keys alone (its executor/infoschema_reader.go).
  std::string ProbeOf(const ir::Constraint& constraint, Wanted wanted) const {
    if (std::holds_alternative<ir::Check>(constraint.body) && dialect::IsTidb(printer_.dialect())) {
      return ProbeCheck(printer_.dialect(), state_.name(), constraint.name.text, wanted);
    }
    const bool primary = std::holds_alternative<ir::PrimaryKey>(constraint.body);
    return ProbeConstraint(printer_.dialect(), state_.name(), primary ? "PRIMARY" : constraint.name.text, wanted);
  }

  void DropClause(const ir::Constraint& constraint, bool if_exists) {
    SqlWriter out = printer_.Writer();
    const bool primary = std::holds_alternative<ir::PrimaryKey>(constraint.body);
    if (primary) {
      out.Keyword("DROP PRIMARY KEY");
    } else if (std::holds_alternative<ir::Unique>(constraint.body)) {
      out.Keyword("DROP INDEX");
    } else if (std::holds_alternative<ir::ForeignKey>(constraint.body)) {
      out.Keyword("DROP FOREIGN KEY");
    } else {
      // TiDB takes both ("Constraints", CHECK).
      const bool check = printer_.Has(Capability::kDropCheck) && !dialect::IsTidb(printer_.dialect());
      out.Keyword(check ? "DROP CHECK" : "DROP CONSTRAINT");
    }
    if (if_exists && !primary) out.Keyword("IF EXISTS");
    if (!primary) out.Name(constraint.name.text);
    Clause(out);
    if (!if_exists) Witness(ProbeOf(constraint, Wanted::kGone));
  }

  // MySQL keeps the text of a check and refuses to rename a column in it (ER_DEPENDENT_BY_CHECK_CONSTRAINT); MariaDB follows. A
  // name that is dropped and made again in one statement is better not tried.
  void RenameUnderChecks(const ir::RenameColumnAction& rename, const std::string& clause) {
    std::vector<ir::Constraint> checks;
    for (const ir::Constraint& constraint : state_.table().constraints) {
      if (!std::holds_alternative<ir::Check>(constraint.body) || !Uses(constraint, rename.from.text, printer_.dialect())) continue;
      checks.push_back(constraint);
      DropClause(constraint, false);
    }
    Flush();
    clauses_.push_back({clause, "", ""});
    Witness(ProbeColumnRenamed(printer_.dialect(), state_.name(), rename.from.text, rename.to.text));
    Join();
    Flush();
    for (ir::Constraint& constraint : checks) {
      ir::RenameColumn(std::get<ir::Check>(constraint.body).expr, rename.from.text, rename.to.text);
      AddClause(constraint);
    }
  }

  void PrintRenameConstraint(const ir::RenameConstraint& rename) {
    const ir::Constraint* former = state_.FindConstraint(rename.from.text);
    CHECK(former != nullptr);
    ir::Constraint constraint = *former;
    constraint.name = rename.to;
    if (std::holds_alternative<ir::PrimaryKey>(constraint.body)) {
      DescribeGroup({at_});
      return printer_.AddNote("a primary key has no name of its own");
    }
    if (std::holds_alternative<ir::Unique>(constraint.body)) {
      SqlWriter out = printer_.Writer();
      out.Keyword("RENAME INDEX").Name(rename.from.text).Keyword("TO").Name(rename.to.text);
      Clause(out);
      return Witness(ProbeIndexRenamed(printer_.dialect(), state_.name(), rename.from.text, rename.to.text));
    }
    // There is no RENAME CONSTRAINT.
    DropClause(*former, false);
    if (!std::holds_alternative<ir::ForeignKey>(constraint.body)) return AddClause(constraint);
    // Not in one statement: see GroupContents::Refuses.
    state_.Apply({ir::DropConstraint{rename.from, false, false}, {}});
    Flush();
    AddClause(constraint);
    state_.Apply({ir::AddConstraint{constraint, false}, {}});
  }

  // "Cannot change column: used in a foreign key constraint" (ER_FK_COLUMN_CANNOT_CHANGE): the key makes way and comes back. So
  // does a check on TiDB, which does not say what becomes of it.
  bool StandsInTheWay(const ir::Constraint& constraint, const std::string& column) const {
    if (std::holds_alternative<ir::Check>(constraint.body)) {
      return dialect::IsTidb(printer_.dialect()) && Uses(constraint, column, printer_.dialect());
    }
    const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
    if (key == nullptr) return false;
    const bool self = key->table.name == state_.name().name && key->table.schema == state_.name().schema;
    const auto holds = [&](const std::vector<ir::Identifier>& columns) {
      return std::find(columns.begin(), columns.end(), ir::Identifier(column)) != columns.end();
    };
    return holds(key->columns) || (self && holds(key->referred_columns));
  }
  void MakeWay(const std::string& column) {
    std::vector<ir::Constraint> some;
    for (const ir::Constraint& constraint : state_.table().constraints) {
      const bool gone = std::find(put_back_.begin(), put_back_.end(), constraint) != put_back_.end();
      if (!gone && StandsInTheWay(constraint, column)) some.push_back(constraint);
    }
    if (some.empty()) return;
    const ir::AlterAction* at = at_;
    if (!clauses_.empty()) Flush();
    at_ = at;
    // The index that serves the key stays where it is.
    for (const ir::Constraint& constraint : some) {
      const bool check = std::holds_alternative<ir::Check>(constraint.body);
      SqlWriter out = printer_.Writer();
      out.Keyword("ALTER TABLE").Name(state_.name()).Keyword(check ? "DROP CONSTRAINT" : "DROP FOREIGN KEY");
      out.Name(constraint.name.text);
      printer_.Describe("make way: drop " + WayName(constraint), at_->origin);
      printer_.Add(out, ProbeOf(constraint, Wanted::kGone));
      put_back_.push_back(constraint);
    }
    contents_.Take(*at_, state_);
  }
  std::string WayName(const ir::Constraint& constraint) const {
    return (std::holds_alternative<ir::Check>(constraint.body) ? "check " : "foreign key ") + state_.name().Text() + "." +
           constraint.name.text;
  }
  void PutBack() {
    const std::vector<ir::Constraint> some = std::exchange(put_back_, {});
    RequireChecks(printer_, some);
    for (const ir::Constraint& constraint : some) {
      SqlWriter out = printer_.Writer();
      PrintTableConstraint(out.Keyword("ALTER TABLE").Name(state_.name()).Keyword("ADD"), constraint);
      printer_.Describe("put back " + WayName(constraint), {});
      printer_.Add(out, ProbeOf(constraint, Wanted::kThere));
    }
  }

  // ---- values ----

  void PrintFill(const ir::SetNotNull& set) {
    printer_.Describe("fill nulls of " + state_.name().Text() + "." + set.column.text, at_->origin);
    ir::Expr is_null;
    is_null.kind = ir::ExprKind::kIsNull;
    is_null.operands.emplace_back();
    is_null.operands.back().kind = ir::ExprKind::kColumn;
    is_null.operands.back().text = set.column.text;
    SqlWriter out = printer_.Writer();
    PrintUpdate(out, ir::Update{state_.name(), {{set.column, *set.fill}}, is_null, true}, MysqlSyntax());
    printer_.Add(out, "");
  }

  Printer& printer_;
  const ir::AlterTable& alter_;
  TableState state_;
  TableState before_;  // when the statement in the making runs
  const ir::AlterAction* at_ = nullptr;
  std::vector<Part> clauses_;
  std::vector<const ir::AlterAction*> group_;  // whose clauses they are
  GroupContents contents_;
  std::map<std::string, bool> changed_;  // columns; true: MODIFY
  std::vector<ir::Column> new_columns_;
  std::vector<ir::Constraint> new_constraints_;
  std::vector<std::string> dropped_;
  std::vector<ir::Constraint> put_back_;
  std::string probe_;
  bool copies_ = false;
  bool loses_data_ = false;
};

}  // namespace

bool IsPlainConversion(const ir::SetType& set) {
  const ir::Expr* expr = &*set.using_expr;
  while (expr->kind == ir::ExprKind::kParens) expr = &expr->operands.front();
  if (expr->kind == ir::ExprKind::kCast && expr->types.front() == set.type) expr = &expr->operands.front();
  while (expr->kind == ir::ExprKind::kParens) expr = &expr->operands.front();
  return expr->kind == ir::ExprKind::kColumn && expr->text == set.column.text;
}

void PrintAlterTable(Printer& printer, const ir::AlterTable& alter) {
  if (alter.if_exists && ChangeOf(printer.step(), alter.table).before == nullptr) {
    return printer.AddNote("there is no such table");
  }
  AlterPrinter(printer, alter).Run();
}

}  // namespace migc::emit::mysql
