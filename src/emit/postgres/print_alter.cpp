#include <algorithm>
#include <set>
#include <utility>

#include "emit/postgres/casts.h"
#include "emit/postgres/followed.h"
#include "emit/postgres/print.h"
#include "emit/postgres/redshift.h"
#include "emit/postgres/rewrite.h"
#include "emit/postgres/table_rewrite.h"
#include "migc/base/check.h"
#include "migc/dialect/lineage.h"

namespace migc::emit::postgres {
namespace {

class AlterPrinter {
 public:
  AlterPrinter(Printer& printer, const ir::AlterTable& alter)
      : printer_(printer), alter_(alter), state_(printer.step(), alter.table) {}

  void Run() {
    CollectInTheWay();
    PrintMakeWay(printer_, in_the_way_);
    for (const ir::AlterAction& action : alter_.actions) {
      if (!CanBeCombined(action) || NeedsOwnStatement(action)) Flush();
      at_ = &action;
      // CockroachDB writes to the former column and to the new one meanwhile ("Online Schema Changes").
      const bool loses =
          !printer_.dialect().Has(dialect::Capability::kTransactionalDdl) && !dialect::IsCockroachdb(printer_.dialect());
      if (loses && RewritesTable(action, state_, printer_.step())) WarnOfRewrite();
      std::visit(*this, action.body);
      state_.Apply(action, printer_.dialect().default_schema);
    }
    Flush();
    PrintPutBack(printer_, in_the_way_);
  }

  void operator()(const ir::AddColumn& add) {
    SqlWriter out = printer_.Writer();
    out.Keyword("ADD COLUMN");
    if (add.if_not_exists) out.Keyword("IF NOT EXISTS");
    const bool null_apart = add.column.not_null && !printer_.dialect().Has(dialect::Capability::kAddColumnConstraints);
    ir::Column column = add.column;
    if (null_apart) column.not_null = false;
    PrintColumn(out, column);
    for (const ir::Constraint& constraint : add.constraints) {
      if (StandsInline(constraint, add.column.name)) PrintInline(out, constraint);
    }
    Clause(out, add.if_not_exists ? kHarmlessTwice : Column(add.column.name.text, Wanted::kThere));
    if (null_apart) Clause(Column(add.column.name).Keyword("SET NOT NULL"));
    for (const ir::Constraint& constraint : add.constraints) {
      if (StandsInline(constraint, add.column.name)) continue;
      SqlWriter after = printer_.Writer();
      after.Keyword("ADD");
      PrintConstraint(after, constraint, PostgresSyntax());
      Clause(after, Constraint(constraint.name.text, Wanted::kThere));
    }
    if (add.column.comment) comments_.push_back({add.column.name.text, add.column.comment, at_->origin});
  }
  void operator()(const ir::DropColumn& drop) {
    if (dialect::IsRedshift(printer_.dialect())) DropConstraintsOver(drop.column.text);
    SqlWriter out = printer_.Writer();
    out.Keyword("DROP COLUMN");
    if (drop.if_exists) out.Keyword("IF EXISTS");
    out.Name(drop.column.text);
    if (drop.cascade) out.Keyword("CASCADE");
    Clause(out, drop.if_exists ? kHarmlessTwice : Column(drop.column.text, Wanted::kGone));
    if (const ir::Column* column = state_.Find(drop.column.text)) PrintDropCounter(printer_, state_.name(), *column);
  }
  void operator()(const ir::RenameColumnAction& rename) {
    SqlWriter out = Alone();
    out.Keyword("RENAME COLUMN").Name(rename.from.text).Keyword("TO").Name(rename.to.text);
    printer_.Add(out, Column(rename.to.text, Wanted::kThere));
  }
  void operator()(const ir::SetType& set) { dialect::IsRedshift(printer_.dialect()) ? PrintSize(set) : PrintSetType(set); }
  void operator()(const ir::SetDefault& set) {
    if (TypeChangesAfter(alter_, *at_, set.column.text)) {
      late_defaults_.insert(set.column.text);
      return;
    }
    SqlWriter out = Column(set.column);
    out.Keyword("SET DEFAULT");
    PrintExpr(out, set.value, PostgresSyntax());
    Clause(out);
  }
  void operator()(const ir::DropDefault& drop) { Clause(Column(drop.column).Keyword("DROP DEFAULT")); }
  void operator()(const ir::SetNotNull& set) {
    if (set.fill) PrintFill(set);
    Clause(Column(set.column).Keyword("SET NOT NULL"));
  }
  void operator()(const ir::DropNotNull& drop) { Clause(Column(drop.column).Keyword("DROP NOT NULL")); }
  void operator()(const ir::SetColumnComment& set) {
    DescribeAction();
    PrintColumnComment(printer_, state_.name(), set.column.text, set.comment);
  }
  void operator()(const ir::AddIdentity& add) { PrintAddIdentity(add); }
  void operator()(const ir::DropIdentity& drop) { Clause(Column(drop.column).Keyword("DROP IDENTITY")); }
  void operator()(const ir::SetIdentity& set) { PrintSetIdentity(set); }
  // A database has one encoding: the check has warned that this is not followed.
  void operator()(const ir::SetCharacterSet& set) {
    Flush();
    DescribeAction();
    printer_.AddNote("a character set per column is not followed here: " + state_.name().Text() + "." + set.column.text);
  }
  void operator()(const ir::SetCollation& set) { PrintSetCollation(set); }
  void operator()(const ir::AddConstraint& add) {
    SqlWriter out = printer_.Writer();
    out.Keyword("ADD");
    PrintConstraint(out, add.constraint, PostgresSyntax());
    Clause(out, Constraint(add.constraint.name.text, Wanted::kThere));
  }
  void operator()(const ir::DropConstraint& drop) {
    if (dialect::IsCockroachdb(printer_.dialect()) && IsUnique(drop.name.text)) {
      Flush();
      DescribeAction();
      return PrintDropUnique(printer_, state_.name(), drop);
    }
    SqlWriter out = printer_.Writer();
    out.Keyword("DROP CONSTRAINT");
    if (drop.if_exists) out.Keyword("IF EXISTS");
    out.Name(drop.name.text);
    if (drop.cascade) out.Keyword("CASCADE");
    Clause(out, drop.if_exists ? kHarmlessTwice : Constraint(drop.name.text, Wanted::kGone));
  }
  void operator()(const ir::RenameConstraint& rename) {
    SqlWriter out = Alone();
    out.Keyword("RENAME CONSTRAINT").Name(rename.from.text).Keyword("TO").Name(rename.to.text);
    printer_.Add(out, Constraint(rename.to.text, Wanted::kThere));
  }
  void operator()(const ir::ValidateConstraint& validate) {
    Clause(printer_.Writer().Keyword("VALIDATE CONSTRAINT").Name(validate.name.text));
  }
  // Replay has made a DropConstraint of these, which knows the name.
  void operator()(const ir::DropPrimaryKey&) { CHECK(false && "drop primary key after replay"); }
  void operator()(const ir::DropUnique&) { CHECK(false && "drop unique after replay"); }
  void operator()(const ir::DropForeignKey&) { CHECK(false && "drop foreign key after replay"); }
  void operator()(const ir::DropCheck&) { CHECK(false && "drop check after replay"); }
  void operator()(const ir::SetTableComment& set) {
    DescribeAction();
    PrintTableComment(printer_, state_.name(), set.comment);
  }
  void operator()(const ir::SetSchema& set) {
    SqlWriter out = Alone();
    out.Keyword("SET SCHEMA").Name(set.schema.empty() ? printer_.dialect().default_schema : set.schema.text);
    printer_.Add(out, ProbeRelation(printer_.dialect(), {set.schema.text, state_.name().name, {}}, Wanted::kThere));
  }
  void operator()(const ir::SetTableOption& set) {
    SqlWriter out = printer_.Writer();
    if (IsStorageParameter(set.option, printer_.dialect())) {
      out.Keyword("SET").Open().Raw(set.option).Close();
    } else {
      out.Raw(set.option);
    }
    Clause(out);
  }

 private:
  struct Comment {
    std::string column;
    std::optional<std::string> text;
    ir::Origin origin;
  };

  void WarnOfRewrite() {
    Flush();
    DescribeAction();
    printer_.AddNote(printer_.dialect().title + " writes the table anew; what others write to it meanwhile may be lost");
  }

  // True when this action cannot go into the statement that is being put together.
  bool NeedsOwnStatement(const ir::AlterAction& action) const {
    if (std::any_of(group_.begin(), group_.end(), [&](const ir::AlterAction* one) { return MustComeAfter(action, *one); }))
      return true;
    // What is commented on must be there until it is.
    const Touched touched = TouchedBy(action);
    return std::any_of(comments_.begin(), comments_.end(),
                       [&](const Comment& one) { return touched.columns.contains(one.column); });
  }

  // A constraint that the step takes away, or one that it has just made.
  bool IsUnique(const std::string& constraint) const {
    for (const catalog::Change& change : printer_.step().changes) {
      const auto* table = change.before ? std::get_if<catalog::Table>(change.before.get()) : nullptr;
      const ir::Constraint* found = table == nullptr ? nullptr : ir::FindConstraint(table->definition, constraint);
      if (found != nullptr) return std::holds_alternative<ir::Unique>(found->body);
    }
    return false;
  }

  // The views and triggers that hold a column whose type changes: it cannot be changed under them.
  void CollectInTheWay() {
    for (const ir::AlterAction& action : alter_.actions) {
      const auto* type = std::get_if<ir::SetType>(&action.body);
      const auto* collation = std::get_if<ir::SetCollation>(&action.body);
      if (type == nullptr && collation == nullptr) continue;
      const std::string& column = type != nullptr ? type->column.text : collation->column.text;
      for (const ir::Routine* one : RoutinesInTheWay(printer_.step(), alter_.table, column, printer_.dialect())) {
        if (std::find(in_the_way_.begin(), in_the_way_.end(), one) == in_the_way_.end()) in_the_way_.push_back(one);
      }
    }
    in_the_way_ = InOrder(printer_.step(), in_the_way_);
  }

  SqlWriter Statement() const {
    SqlWriter out = printer_.Writer();
    out.Keyword("ALTER TABLE");
    if (alter_.if_exists) out.Keyword("IF EXISTS");
    out.Name(state_.name());
    return out;
  }

  void DescribeGroup(std::vector<ir::AlterAction> actions, ir::Origin origin) {
    const ir::Operation one{ir::AlterTable{state_.name(), false, std::move(actions)}, false, {}, {}};
    printer_.Describe(ir::Summary(one), origin);
  }
  void DescribeAction() { DescribeGroup({*at_}, at_->origin); }

  // A statement that holds this action alone.
  SqlWriter Alone() {
    DescribeAction();
    return Statement();
  }

  SqlWriter Column(const ir::Identifier& column) const {
    SqlWriter out = printer_.Writer();
    out.Keyword("ALTER COLUMN").Name(column.text);
    return out;
  }

  std::string Column(const std::string& column, Wanted wanted) const {
    return ProbeColumn(printer_.dialect(), state_.name(), column, wanted);
  }
  std::string Constraint(const std::string& constraint, Wanted wanted) const {
    return ProbeConstraint(printer_.dialect(), state_.name(), constraint, wanted);
  }

  // The probe tells of a statement that is this clause alone.
  void Clause(SqlWriter& out, std::string probe = kHarmlessTwice) {
    clauses_.push_back(out.Take());
    probe_ = clauses_.size() == 1 ? std::move(probe) : "";
    if (group_.empty() || group_.back() != at_) group_.push_back(at_);
    if (!printer_.dialect().Has(dialect::Capability::kCombinedAlter)) Flush();
  }

  void Flush() {
    if (!clauses_.empty()) {
      std::vector<ir::AlterAction> actions;
      for (const ir::AlterAction* action : group_) actions.push_back(*action);
      DescribeGroup(std::move(actions), group_.front()->origin);
      SqlWriter out = Statement();
      out.Indent();
      for (std::size_t i = 0; i < clauses_.size(); ++i) {
        if (i > 0) out.Comma();
        if (clauses_.size() > 1) out.NewLine();
        out.Words(clauses_[i]);
      }
      printer_.Add(out, probe_).loses_data = printer_.step().loses_data && LosesData();
    }
    clauses_.clear();
    group_.clear();
    for (const Comment& comment : std::exchange(comments_, {})) {
      printer_.Describe("comment on column " + state_.name().Text() + "." + comment.column, comment.origin);
      PrintColumnComment(printer_, state_.name(), comment.column, comment.text);
    }
    for (const std::string& column : std::exchange(identities_, {})) PrintIdentityPastRows(printer_, state_.name(), column, true);
  }

  bool LosesData() const {
    return std::any_of(group_.begin(), group_.end(), [](const ir::AlterAction* action) {
      return std::holds_alternative<ir::DropColumn>(action->body) || std::holds_alternative<ir::SetType>(action->body);
    });
  }

  // True when the constraint can be written as an attribute of the column. A derived downgrade brings others along: what went with
  // a column that was dropped.
  bool StandsInline(const ir::Constraint& constraint, const ir::Identifier& column) const {
    return printer_.dialect().Has(dialect::Capability::kCombinedAlter) && IsAttribute(constraint, column);
  }
  static bool IsAttribute(const ir::Constraint& constraint, const ir::Identifier& column) {
    if (constraint.not_valid || std::holds_alternative<ir::Exclude>(constraint.body)) return false;
    const std::vector<ir::Identifier> alone = {column};
    if (const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body)) return key->columns == alone;
    if (const auto* unique = std::get_if<ir::Unique>(&constraint.body)) return unique->columns == alone;
    if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) return key->columns == alone;
    return true;
  }

  // As an attribute of the new column, which spares a foreign key the look at rows that are all null.
  void PrintInline(SqlWriter& out, const ir::Constraint& constraint) const {
    out.Keyword("CONSTRAINT").Name(constraint.name.text);
    if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) return PrintReferences(out, *key);
    if (std::holds_alternative<ir::PrimaryKey>(constraint.body)) {
      out.Keyword("PRIMARY KEY");
    } else if (const auto* unique = std::get_if<ir::Unique>(&constraint.body)) {
      out.Keyword(unique->nulls_not_distinct ? "UNIQUE NULLS NOT DISTINCT" : "UNIQUE");
    } else if (const auto* check = std::get_if<ir::Check>(&constraint.body)) {
      out.Keyword("CHECK");
      PrintInParens(out, check->expr, PostgresSyntax());
    }
  }

  void PrintFill(const ir::SetNotNull& set) {
    Flush();
    printer_.Describe("fill nulls of " + state_.name().Text() + "." + set.column.text, at_->origin);
    ir::Expr is_null;
    is_null.kind = ir::ExprKind::kIsNull;
    is_null.operands.emplace_back();
    is_null.operands.back().kind = ir::ExprKind::kColumn;
    is_null.operands.back().text = set.column.text;
    SqlWriter out = printer_.Writer();
    PrintUpdate(out, ir::Update{state_.name(), {{set.column, *set.fill}}, is_null, true}, PostgresSyntax());
    printer_.Add(out);
  }

  void DropConstraintsOver(const std::string& column) {
    for (const ir::Identifier& name : ConstraintsOver(printer_.step(), alter_.table, column)) {
      const bool dropped = std::any_of(alter_.actions.begin(), alter_.actions.end(), [&](const ir::AlterAction& action) {
        const auto* drop = std::get_if<ir::DropConstraint>(&action.body);
        return drop != nullptr && drop->name.text == name.text;
      });
      if (dropped || !gone_.insert(name.text).second) continue;
      Flush();
      printer_.Describe("drop constraint " + name.text + " of " + state_.name().Text(), at_->origin);
      SqlWriter out = Statement();
      out.Keyword("DROP CONSTRAINT").Name(name.text);
      printer_.Add(out, "");
    }
  }

  // r_ALTER_TABLE in Amazon Redshift's Developer Guide: the size of a varchar, and not within a transaction block.
  void PrintSize(const ir::SetType& set) {
    const ir::Column* column = state_.Find(set.column.text);
    DescribeAction();
    if (column != nullptr && VarcharSize(column->type) == VarcharSize(set.type)) {
      return printer_.AddNote("it is a VARCHAR of that size already");
    }
    SqlWriter out = Statement();
    out.Keyword("ALTER COLUMN").Name(set.column.text).Keyword("TYPE");
    PrintType(out, set.type);
    printer_.Add(out, "").no_transaction = true;
  }

  // DROP DEFAULT, TYPE … USING, SET DEFAULT: a default that has no cast of its own would refuse the change.
  void PrintSetType(const ir::SetType& set) {
    const ir::Column* column = state_.Find(set.column.text);
    const bool generated = column != nullptr && column->generated;
    const ir::Expr* written = WrittenUsing(set);
    Conversion conversion =
        column == nullptr || written != nullptr || generated ? Conversion::kItself : ConversionOf(column->type, set.type);
    // CockroachDB casts nothing by itself between types that are kept in different ways (django-cockroachdb, pull request 329).
    const bool cast = dialect::IsCockroachdb(printer_.dialect()) && column != nullptr && written == nullptr && !generated;
    if (cast && conversion == Conversion::kItself && !IsKeptAlike(column->type, set.type)) conversion = Conversion::kCast;
    const bool explicit_cast = written != nullptr || conversion != Conversion::kItself;
    const bool late = late_defaults_.erase(set.column.text) > 0;
    const bool has_default = column != nullptr && column->default_value;
    // A default of varchar would stay one of varchar, and say so, in a column of text.
    const bool other_kind = column != nullptr && (!AreAlike(column->type, set.type) || IsOtherText(column->type, set.type));
    const bool around_default = has_default && (explicit_cast || late || other_kind);
    if (around_default && explicit_cast) Clause(Column(set.column).Keyword("DROP DEFAULT"));
    SqlWriter out = Column(set.column);
    out.Keyword("TYPE");
    PrintType(out, set.type);
    // Left out, a column that has a collation of its own would lose it.
    if (column != nullptr && column->collation) out.Keyword("COLLATE").Name(*column->collation);
    if (written != nullptr) {
      out.Keyword("USING");
      PrintExpr(out, *written, PostgresSyntax());
    } else {
      PrintUsing(out, set, conversion);
    }
    // What was converted once may not be what the expression takes.
    const bool again = written == nullptr && conversion != Conversion::kNotZero;
    Clause(out, again ? kHarmlessTwice : "");
    if (around_default && !DefaultChangesAfter(alter_, *at_, set.column.text)) {
      SqlWriter restored = Column(set.column);
      restored.Keyword("SET DEFAULT");
      PrintExpr(restored, *column->default_value, PostgresSyntax());
      Clause(restored);
    }
  }

  void PrintUsing(SqlWriter& out, const ir::SetType& set, Conversion conversion) const {
    const auto cast = [&](const ir::Type& type) {
      out.Tight("::");
      PrintType(out, type);
    };
    if (conversion == Conversion::kItself || conversion == Conversion::kNone) return;
    out.Keyword("USING").Name(set.column.text);
    ir::Type between;
    switch (conversion) {
      case Conversion::kNotZero:
        out.Keyword("<>").Number("0");
        return;
      case Conversion::kViaInteger:
        between.kind = ir::TypeKind::kInteger;
        return cast(between);
      case Conversion::kViaText:
        between.kind = ir::TypeKind::kText;
        between.array_dimensions = set.type.array_dimensions;
        cast(between);
        return cast(set.type);
      case Conversion::kCast:
      case Conversion::kItself:
      case Conversion::kNone:
        return cast(set.type);
    }
  }

  // The type as it is, said again with the collation; without one it has that of the type.
  void PrintSetCollation(const ir::SetCollation& set) {
    const ir::Column* column = state_.Find(set.column.text);
    CHECK(column != nullptr);
    SqlWriter out = Column(set.column);
    out.Keyword("TYPE");
    PrintType(out, column->type);
    if (set.name) out.Keyword("COLLATE").Name(*set.name);
    Clause(out);
  }

  void PrintAddIdentity(const ir::AddIdentity& add) {
    const ir::Column* column = state_.Find(add.column.text);
    if (column != nullptr && !column->not_null) Clause(Column(add.column).Keyword("SET NOT NULL"));
    SqlWriter out = Column(add.column);
    out.Keyword(add.identity.always ? "ADD GENERATED ALWAYS AS IDENTITY" : "ADD GENERATED BY DEFAULT AS IDENTITY");
    if (add.identity.options != ir::SequenceOptions{}) {
      out.Open();
      PrintSequenceOptions(out, add.identity.options);
      out.Close();
    }
    Clause(out);
    const bool counts_up = add.identity.options.increment.value_or(1) > 0;
    if (!add.identity.options.start && counts_up) identities_.push_back(add.column.text);
  }

  void PrintSetIdentity(const ir::SetIdentity& set) {
    SqlWriter out = Column(set.column);
    if (set.always) out.Keyword(*set.always ? "SET GENERATED ALWAYS" : "SET GENERATED BY DEFAULT");
    // Each option is an action of its own here (alter_identity_column_option in gram.y).
    const ir::SequenceOptions& options = set.options;
    const auto each = [&](auto member) {
      ir::SequenceOptions one;
      one.*member = options.*member;
      if (one == ir::SequenceOptions{}) return;
      out.Keyword("SET");
      PrintSequenceOptions(out, one);
    };
    each(&ir::SequenceOptions::start);
    each(&ir::SequenceOptions::increment);
    each(&ir::SequenceOptions::min_value);
    each(&ir::SequenceOptions::no_min_value);
    each(&ir::SequenceOptions::max_value);
    each(&ir::SequenceOptions::no_max_value);
    each(&ir::SequenceOptions::cache);
    each(&ir::SequenceOptions::cycle);
    if (options.restart) out.Keyword("RESTART WITH").Number(std::to_string(*options.restart));
    Clause(out);
  }

  Printer& printer_;
  const ir::AlterTable& alter_;
  TableState state_;
  const ir::AlterAction* at_ = nullptr;
  std::vector<std::string> clauses_;
  std::string probe_;                          // of the only one
  std::vector<const ir::AlterAction*> group_;  // whose clauses they are
  std::set<std::string> late_defaults_;        // columns whose default comes after their type
  std::set<std::string> gone_;                 // constraints that go before a column of theirs
  std::vector<Comment> comments_;              // to be made after the statement
  std::vector<std::string> identities_;        // columns whose new sequence must come after the rows
  std::vector<const ir::Routine*> in_the_way_;
};

}  // namespace

void PrintAlterTable(Printer& printer, const ir::AlterTable& alter) { AlterPrinter(printer, alter).Run(); }

}  // namespace migc::emit::postgres
