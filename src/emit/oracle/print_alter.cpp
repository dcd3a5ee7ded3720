#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "emit/oracle/literal.h"
#include "emit/oracle/print.h"
#include "emit/oracle/retype.h"
#include "emit/oracle/value_check.h"
#include "migc/base/check.h"

namespace migc::emit::oracle {
namespace {

// What can be collected into one statement.
enum class Group : std::uint8_t { kNone, kAdd, kModify, kDrop };

// What MODIFY says of a column, in the order in which it takes it.
enum class Facet : std::uint8_t { kType, kCollation, kIdentity, kDefault, kNull };
constexpr std::size_t kFacets = 5;

struct Modification {
  std::string column;
  std::array<std::string, kFacets> facets;
  std::string& operator[](Facet facet) { return facets.at(static_cast<std::size_t>(facet)); }
};

class AlterPrinter {
 public:
  AlterPrinter(Printer& printer, const ir::AlterTable& alter)
      : printer_(printer), alter_(alter), state_(printer.step(), alter.table) {}

  void Run() {
    if (alter_.if_exists && printer_.step().changes.empty()) {
      printer_.RunOnlyWhen(LookForTable(printer_.dialect(), alter_.table));
    }
    for (const ir::AlterAction& action : alter_.actions) {
      at_ = &action;
      std::visit(*this, action.body);
      state_.Apply(action);
    }
    Flush();
    printer_.RunOnlyWhen(std::nullopt);
  }

  void operator()(const ir::AddColumn& add) {
    SqlWriter out = printer_.Writer();
    PrintColumn(out, state_.name(), add.column, printer_.enums());
    std::vector<const ir::Constraint*> apart;
    for (const ir::Constraint& constraint : add.constraints) {
      if (IsAttribute(constraint, add.column.name)) {
        PrintAttribute(out, constraint);
      } else {
        apart.push_back(&constraint);
      }
    }
    if (add.if_not_exists) {
      Flush();
      DescribeAction();
      SqlWriter alone = Statement();
      alone.Keyword("ADD").Open().Words(out.Take()).Close();
      printer_.AddOnlyWhen(LookForColumn(printer_.dialect(), state_.name(), add.column.name.text), false, alone);
      if (printer_.step().changes.empty()) return;
    } else {
      Collect(Group::kAdd, out.Take());
      added_.push_back(add.column.name.text);
    }
    if (add.column.comment) comments_.push_back({add.column.name.text, add.column.comment, at_->origin});
    if (apart.empty()) return;
    Flush();
    DescribeAction();
    for (const ir::Constraint* constraint : apart) PrintAddConstraint(printer_, state_.name(), *constraint);
  }

  void operator()(const ir::DropColumn& drop) {
    const auto in_the_way = [&](const ir::Constraint& one) {
      return NamesColumn(one, drop.column.text, printer_.dialect()) && !IsAttribute(one, drop.column);
    };
    const std::vector<ir::Constraint>& constraints = state_.table().constraints;
    // A column of a constraint over several columns stays without it (ORA-12991).
    const bool cascade = drop.cascade || std::any_of(constraints.begin(), constraints.end(), in_the_way);
    if (drop.if_exists) {
      Flush();
      DescribeAction();
      SqlWriter out = Statement();
      out.Keyword("DROP COLUMN").Name(drop.column.text);
      if (cascade) out.Keyword("CASCADE CONSTRAINTS");
      printer_.AddOnlyWhen(LookForColumn(printer_.dialect(), state_.name(), drop.column.text), true, out).loses_data =
          printer_.step().loses_data;
      return;
    }
    SqlWriter out = printer_.Writer();
    out.Name(drop.column.text);
    Collect(Group::kDrop, out.Take());
    dropped_.push_back(drop.column.text);
    cascade_ = cascade_ || cascade;
  }

  void operator()(const ir::RenameColumnAction& rename) {
    Flush();
    DescribeAction();
    const std::vector<ir::Index> computed = ComputedIndexes(rename.from.text);
    const std::string summary = printer_.summary();
    for (const ir::Index& index : computed) {
      printer_.Describe(summary + ": drop index " + index.name.text + ", which computes with it", at_->origin);
      PrintDropIndex(printer_, {{"", index.name.text, {}}, state_.name(), false, false});
    }
    printer_.Describe(summary, at_->origin);
    SqlWriter out = Statement();
    out.Keyword("RENAME COLUMN").Name(rename.from.text).Keyword("TO").Name(rename.to.text);
    printer_.Add(out, WhenThere(LookForColumn(printer_.dialect(), state_.name(), rename.to.text)));
    RenameValueCheck(rename);
    for (ir::Index index : computed) {
      for (ir::IndexKey& key : index.keys) ir::RenameColumn(key.expr, rename.from.text, rename.to.text);
      printer_.Describe(summary + ": put back index " + index.name.text, at_->origin);
      PrintCreateIndex(printer_, {state_.name(), index, false, false});
    }
  }

  void operator()(const ir::SetType& set) {
    const ir::Column* column = state_.Find(set.column.text);
    const bool late = late_defaults_.erase(set.column.text) > 0;
    if (column == nullptr) return Modify(set.column, Facet::kType, TypeText(set.type));
    const auto former = ValueCheckOf(state_.name(), *column, printer_.enums(), printer_.dialect());
    ir::Column next = *column;
    next.type = set.type;
    const auto check = ValueCheckOf(state_.name(), next, printer_.enums(), printer_.dialect());
    const Way way = WayOf(column->type, set.type, printer_.enums(), printer_.dialect());
    if (way == Way::kModify && former == check && WrittenUsing(set) == nullptr && ComputedIndexes(set.column.text).empty()) {
      Modify(set.column, Facet::kType, TypeText(set.type));
      if (late) Modify(set.column, Facet::kDefault, DefaultText(*column->default_value, set.type));
      return;
    }
    Flush();
    DescribeAction();
    const bool changes_later = DefaultChangesAfter(alter_, *at_, set.column.text);
    PrintRetype(printer_, state_, *column, set, !changes_later);
    const bool in_place = (way == Way::kNone || way == Way::kModify) && WrittenUsing(set) == nullptr;
    if (late && in_place) Modify(set.column, Facet::kDefault, DefaultText(*column->default_value, set.type));
  }
  void operator()(const ir::SetDefault& set) {
    if (TypeChangesAfter(alter_, *at_, set.column.text)) {
      late_defaults_.insert(set.column.text);
      return;
    }
    const ir::Column* column = state_.Find(set.column.text);
    ir::Type unknown;
    unknown.kind = ir::TypeKind::kNative;
    Modify(set.column, Facet::kDefault, DefaultText(set.value, column == nullptr ? unknown : column->type));
  }
  // There is no DROP DEFAULT: the default is null again.
  void operator()(const ir::DropDefault& drop) { Modify(drop.column, Facet::kDefault, "DEFAULT NULL"); }

  void operator()(const ir::SetNotNull& set) {
    const ir::Column* column = state_.Find(set.column.text);
    if (set.fill) PrintFill(set, column);
    if (column == nullptr) return ModifyUnknown(set.column, "NOT NULL", false);
    if (column->not_null) return NoteAction("it is NOT NULL already");
    Modify(set.column, Facet::kNull, "NOT NULL");
  }
  void operator()(const ir::DropNotNull& drop) {
    const ir::Column* column = state_.Find(drop.column.text);
    if (column == nullptr) return ModifyUnknown(drop.column, "NULL", true);
    if (!column->not_null) return NoteAction("it takes nulls already");
    Modify(drop.column, Facet::kNull, "NULL");
  }
  void operator()(const ir::SetColumnComment& set) {
    Flush();
    DescribeAction();
    PrintColumnComment(printer_, state_.name(), set.column.text, set.comment);
  }
  void operator()(const ir::AddIdentity&) { CHECK(false && "CheckSteps refuses add identity"); }
  void operator()(const ir::DropIdentity& drop) { Modify(drop.column, Facet::kIdentity, "DROP IDENTITY"); }
  void operator()(const ir::SetIdentity& set) {
    const ir::Column* column = state_.Find(set.column.text);
    const bool always = set.always.value_or(column != nullptr && column->identity && column->identity->always);
    SqlWriter out = printer_.Writer();
    PrintIdentity(out, {always, set.options});
    Modify(set.column, Facet::kIdentity, out.Take());
  }
  // A database has one character set: the check has warned that this is not followed.
  void operator()(const ir::SetCharacterSet&) { NoteAction("a character set per column is not followed here"); }
  void operator()(const ir::SetCollation& set) {
    SqlWriter out = printer_.Writer();
    out.Keyword("COLLATE");
    set.name ? out.Name(*set.name) : out.Keyword("USING_NLS_COMP");
    Modify(set.column, Facet::kCollation, out.Take());
  }
  void operator()(const ir::AddConstraint& add) {
    // A primary key makes its columns NOT NULL for as long as it is there; what the migrations know stays.
    if (const auto* key = std::get_if<ir::PrimaryKey>(&add.constraint.body)) {
      for (const ir::Identifier& name : key->columns) {
        const ir::Column* column = state_.Find(name.text);
        if (column != nullptr && !column->not_null) Modify(name, Facet::kNull, "NOT NULL");
      }
    }
    Flush();
    DescribeAction();
    if (!add.if_not_exists) return PrintAddConstraint(printer_, state_.name(), add.constraint);
    SqlWriter out = Statement();
    PrintTableConstraint(out.Keyword("ADD"), add.constraint);
    printer_.AddOnlyWhen(LookForConstraint(printer_.dialect(), state_.name(), add.constraint.name.text), false, out);
  }
  void operator()(const ir::DropConstraint& drop) {
    Flush();
    DescribeAction();
    const Look look = LookForConstraint(printer_.dialect(), state_.name(), drop.name.text);
    SqlWriter out = Statement();
    out.Keyword("DROP CONSTRAINT").Name(drop.name.text);
    if (drop.cascade) out.Keyword("CASCADE");
    if (drop.if_exists) {
      printer_.AddOnlyWhen(look, true, out);
    } else {
      printer_.Add(out, WhenGone(look));
    }
  }
  void operator()(const ir::RenameConstraint& rename) {
    Flush();
    DescribeAction();
    SqlWriter out = Statement();
    out.Keyword("RENAME CONSTRAINT").Name(rename.from.text).Keyword("TO").Name(rename.to.text);
    printer_.Add(out, WhenThere(LookForConstraint(printer_.dialect(), state_.name(), rename.to.text)));
    const ir::Constraint* constraint = ir::FindConstraint(state_.table(), rename.from.text);
    if (constraint == nullptr) return;
    if (!std::holds_alternative<ir::PrimaryKey>(constraint->body) && !std::holds_alternative<ir::Unique>(constraint->body)) return;
    // Its index keeps the name that the key had, unless it found another one to use when it was made.
    const ir::Name index = InSchemaOf(state_.name(), rename.from.text);
    SqlWriter index_out = printer_.Writer();
    index_out.Keyword("ALTER INDEX").Name(index).Keyword("RENAME TO").Name(rename.to.text);
    printer_.Describe("rename index " + rename.from.text + " to " + rename.to.text, at_->origin);
    printer_.AddOnlyWhen(LookForIndex(printer_.dialect(), index), true, index_out);
  }
  void operator()(const ir::ValidateConstraint& validate) {
    Flush();
    DescribeAction();
    SqlWriter out = Statement();
    out.Keyword("MODIFY CONSTRAINT").Name(validate.name.text).Keyword("VALIDATE");
    printer_.Add(out, kNoHarmTwice);
  }
  // Replay has made a DropConstraint of these, which knows the name.
  void operator()(const ir::DropPrimaryKey&) { CHECK(false && "drop primary key after replay"); }
  void operator()(const ir::DropUnique&) { CHECK(false && "drop unique after replay"); }
  void operator()(const ir::DropForeignKey&) { CHECK(false && "drop foreign key after replay"); }
  void operator()(const ir::DropCheck&) { CHECK(false && "drop check after replay"); }
  void operator()(const ir::SetTableComment& set) {
    Flush();
    DescribeAction();
    PrintTableComment(printer_, state_.name(), set.comment);
  }
  void operator()(const ir::SetSchema&) { CHECK(false && "CheckCapabilities refuses set schema"); }
  void operator()(const ir::SetTableOption& set) {
    Flush();
    DescribeAction();
    printer_.Add(Statement().Raw(set.option), std::string());
  }

 private:
  struct Comment {
    std::string column;
    std::optional<std::string> text;
    ir::Origin origin;
  };

  SqlWriter Statement() const {
    SqlWriter out = printer_.Writer();
    out.Keyword("ALTER TABLE").Name(state_.name());
    return out;
  }

  void DescribeGroup(std::vector<ir::AlterAction> actions, ir::Origin origin) {
    printer_.Describe(ir::Summary(ir::Operation{ir::AlterTable{state_.name(), false, std::move(actions)}, false, {}, {}}), origin);
  }
  void DescribeAction() { DescribeGroup({*at_}, at_->origin); }

  void NoteAction(std::string_view why) {
    Flush();
    DescribeAction();
    printer_.AddNote(std::string(why));
  }

  std::string TypeText(const ir::Type& type) const {
    SqlWriter out = printer_.Writer();
    PrintColumnType(out, type, printer_.enums());
    return out.Take();
  }
  std::string DefaultText(const ir::Expr& value, const ir::Type& type) const {
    SqlWriter out = printer_.Writer();
    PrintDefault(out, value, type);
    return out.Take();
  }

  std::vector<ir::Index> ComputedIndexes(const std::string& column) const {
    std::vector<ir::Index> found;
    for (const ir::Index& index : state_.table().indexes) {
      if (IsComputedFrom(index, column, printer_.dialect())) found.push_back(index);
    }
    return found;
  }

  // The check that the column's type needs bears its name.
  void RenameValueCheck(const ir::RenameColumnAction& rename) {
    const ir::Column* column = state_.Find(rename.from.text);
    if (column == nullptr) return;
    ir::Column renamed = *column;
    renamed.name = rename.to;
    const auto former = ValueCheckOf(state_.name(), *column, printer_.enums(), printer_.dialect());
    const auto check = ValueCheckOf(state_.name(), renamed, printer_.enums(), printer_.dialect());
    if (!former || !check) return;
    printer_.Describe("rename constraint " + former->name.text + " to " + check->name.text, at_->origin);
    SqlWriter out = Statement();
    out.Keyword("RENAME CONSTRAINT").Name(former->name.text).Keyword("TO").Name(check->name.text);
    printer_.Add(out, WhenThere(LookForConstraint(printer_.dialect(), state_.name(), check->name.text)));
  }

  void PrintFill(const ir::SetNotNull& set, const ir::Column* column) {
    Flush();
    printer_.Describe("fill nulls of " + state_.name().Text() + "." + set.column.text, at_->origin);
    ir::Expr is_null;
    is_null.kind = ir::ExprKind::kIsNull;
    is_null.operands.emplace_back();
    is_null.operands.back().kind = ir::ExprKind::kColumn;
    is_null.operands.back().text = set.column.text;
    const ir::Expr fill = column == nullptr ? *set.fill : FitLiteral(*set.fill, column->type);
    PrintUpdateOf(printer_, ir::Update{state_.name(), {{set.column, fill}}, is_null, true});
  }

  // Only raw SQL knows the table: the dictionary says whether there is anything to change.
  void ModifyUnknown(const ir::Identifier& column, std::string_view words, bool when_not_null) {
    Flush();
    DescribeAction();
    SqlWriter out = Statement();
    out.Keyword("MODIFY").Open().Name(column.text).Keyword(words).Close();
    printer_.AddOnlyWhen(LookForNotNull(printer_.dialect(), state_.name(), column.text), when_not_null, out);
  }

  void Start(Group group) {
    if (group_ != group) Flush();
    group_ = group;
    if (actions_.empty() || actions_.back() != at_) actions_.push_back(at_);
  }

  void Collect(Group group, std::string clause) {
    Start(group);
    clauses_.push_back(std::move(clause));
  }

  void Modify(const ir::Identifier& column, Facet facet, std::string text) {
    const auto find = [&] {
      return std::find_if(modifications_.begin(), modifications_.end(),
                          [&](const Modification& one) { return one.column == column.text; });
    };
    if (auto found = find(); found != modifications_.end() && !(*found)[facet].empty()) Flush();
    Start(Group::kModify);
    auto found = find();
    if (found == modifications_.end()) {
      modifications_.push_back({column.text, {}});
      found = std::prev(modifications_.end());
    }
    (*found)[facet] = std::move(text);
  }

  // What tells whether the whole statement, which is done or not done as one, was.
  std::string ProbeOfModify() {
    for (Modification& one : modifications_) {
      if (!one[Facet::kNull].empty()) {
        const Look look = LookForNotNull(printer_.dialect(), state_.name(), one.column);
        return one[Facet::kNull] == "NULL" ? WhenGone(look) : WhenThere(look);
      }
      if (one[Facet::kIdentity] == "DROP IDENTITY") {
        return WhenGone(LookForIdentity(printer_.dialect(), state_.name(), one.column));
      }
    }
    return std::string(kNoHarmTwice);
  }

  void WriteClauses(SqlWriter& out) const {
    out.Open();
    out.Indent();
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      if (i > 0) out.Comma();
      if (clauses_.size() > 1) out.NewLine();
      out.Words(clauses_[i]);
    }
    out.Dedent();
    if (clauses_.size() > 1) out.NewLine();
    out.Close();
  }

  void Flush() {
    FlushGroup();
    for (const Comment& comment : std::exchange(comments_, {})) {
      printer_.Describe("comment on column " + state_.name().Text() + "." + comment.column, comment.origin);
      PrintColumnComment(printer_, state_.name(), comment.column, comment.text);
    }
  }

  void FlushGroup() {
    if (group_ == Group::kNone) return;
    std::vector<ir::AlterAction> actions;
    for (const ir::AlterAction* action : actions_) actions.push_back(*action);
    DescribeGroup(std::move(actions), actions_.front()->origin);
    SqlWriter out = Statement();
    std::string probe;
    switch (std::exchange(group_, Group::kNone)) {
      case Group::kNone:
        break;
      case Group::kAdd:
        WriteClauses(out.Keyword("ADD"));
        probe = WhenThere(LookForColumn(printer_.dialect(), state_.name(), added_.front()));
        break;
      case Group::kModify:
        probe = ProbeOfModify();
        for (Modification& one : modifications_) {
          SqlWriter clause = printer_.Writer();
          clause.Name(one.column);
          for (const std::string& facet : one.facets) {
            if (!facet.empty()) clause.Words(facet);
          }
          clauses_.push_back(clause.Take());
        }
        WriteClauses(out.Keyword("MODIFY"));
        break;
      case Group::kDrop:
        probe = WhenGone(LookForColumn(printer_.dialect(), state_.name(), dropped_.front()));
        if (clauses_.size() == 1) {
          out.Keyword("DROP COLUMN").Words(clauses_.front());
        } else {
          WriteClauses(out.Keyword("DROP"));
        }
        if (cascade_) out.Keyword("CASCADE CONSTRAINTS");
        break;
    }
    printer_.Add(out, std::move(probe)).loses_data = printer_.step().loses_data && LosesData();
    clauses_.clear();
    modifications_.clear();
    added_.clear();
    dropped_.clear();
    actions_.clear();
    cascade_ = false;
  }

  bool LosesData() const {
    return std::any_of(actions_.begin(), actions_.end(), [](const ir::AlterAction* action) {
      return std::holds_alternative<ir::DropColumn>(action->body) || std::holds_alternative<ir::SetType>(action->body);
    });
  }

  Printer& printer_;
  const ir::AlterTable& alter_;
  TableState state_;
  const ir::AlterAction* at_ = nullptr;
  Group group_ = Group::kNone;
  std::vector<const ir::AlterAction*> actions_;  // of the group
  std::vector<std::string> clauses_;
  std::vector<Modification> modifications_;
  std::vector<std::string> added_;
  std::vector<std::string> dropped_;
  bool cascade_ = false;
  std::vector<Comment> comments_;
  std::set<std::string> late_defaults_;
};

}  // namespace

void PrintAddConstraint(Printer& printer, const ir::Name& table, const ir::Constraint& constraint) {
  SqlWriter out = printer.Writer();
  out.Keyword("ALTER TABLE").Name(table).Keyword("ADD");
  PrintTableConstraint(out, constraint);
  printer.Add(out, WhenThere(LookForConstraint(printer.dialect(), table, constraint.name.text)));
}

void PrintDropConstraint(Printer& printer, const ir::Name& table, const std::string& name) {
  SqlWriter out = printer.Writer();
  out.Keyword("ALTER TABLE").Name(table).Keyword("DROP CONSTRAINT").Name(name);
  printer.Add(out, WhenGone(LookForConstraint(printer.dialect(), table, name)));
}

void PrintAlterTable(Printer& printer, const ir::AlterTable& alter) { AlterPrinter(printer, alter).Run(); }

}  // namespace migc::emit::oracle
