// Random operations over a few names: what is refused changes nothing, what is accepted is undone by its inverse, and what is left
// after all is undone is nothing. Each sequence is read from a tape of random bytes, which rapidcheck shortens when one fails.
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "unit/catalog/build.h"

namespace migc::catalog {
namespace {

using namespace build;  // NOLINT: the words that these tests are written in

class Tape {
 public:
  explicit Tape(const std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}
  bool AtEnd() const { return at_ >= bytes_.size(); }
  std::size_t Below(std::size_t limit) { return AtEnd() ? 0 : bytes_[at_++] % limit; }
  bool Flip() { return Below(2) == 1; }
  template <class T>
  T Pick(const std::vector<T>& all) {
    return all[Below(all.size())];
  }

 private:
  const std::vector<std::uint8_t>& bytes_;
  std::size_t at_ = 0;
};

class Author {
 public:
  explicit Author(const std::vector<std::uint8_t>& bytes) : tape_(bytes) {}
  bool AtEnd() const { return tape_.AtEnd(); }

  ir::Operation Next() {
    switch (tape_.Below(20)) {
      case 0:
      case 1:
      case 2:
        return CreateTable();
      case 3:
        return Drop(Table(), tape_.Flip());
      case 4:
        return Do(ir::RenameTable{N(Table()), N(Table())});
      case 5:
      case 6:
      case 7:
      case 8:
      case 9: {
        ir::AlterTable alter;
        alter.table = N(Table());
        for (std::size_t left = 1 + tape_.Below(3); left > 0; --left) alter.actions.push_back({Action(), At(3)});
        return Do(std::move(alter));
      }
      case 10:
        return CreateI(Table(), RandomIndex());
      case 11:
        return Do(ir::DropIndex{N(Other()), tape_.Flip() ? N(Table()) : ir::Name{}, false, false});
      case 12:
        return Do(ir::RenameIndex{N(Other()), ir::Identifier(Other()), N(Table())});
      case 13:
        return Sequence();
      case 14:
      case 15:
        return EnumOperation();
      case 16:
        return RoutineOperation();
      case 17:
        return Do(ir::Grant{tape_.Flip(), {tape_.Pick<std::string>({"select", "insert", "all"})}, N(Table()), Ids({Other()})});
      case 18:
        return Insert();
      default:
        return Effects();
    }
  }

 private:
  std::string Table() { return tape_.Pick<std::string>({"a", "b", "c", "s.a"}); }
  std::string Column() { return tape_.Pick<std::string>({"x", "y", "z", "w"}); }
  std::string Other() { return tape_.Pick<std::string>({"k", "l", "a_x_idx", "a_x_key"}); }
  std::string MaybeName() { return tape_.Flip() ? "" : Other(); }
  std::string EnumName() { return tape_.Pick<std::string>({"mood", "size"}); }
  std::string Value() { return tape_.Pick<std::string>({"p", "q", "r"}); }
  Names Columns() {
    Names names = {Column()};
    if (tape_.Below(3) == 0) names.push_back(Column());
    return names;
  }

  ir::Type Type() {
    const std::vector<ir::Type> types = {Int(), Int(), Int(), Big(), Text(), Chars(20), EnumType("mood"), EnumType("size")};
    return tape_.Pick(types);
  }
  ir::SequenceOptions Options() {
    ir::SequenceOptions options;
    if (tape_.Flip()) options.start = static_cast<std::int64_t>(tape_.Below(3));
    if (tape_.Flip()) options.increment = static_cast<std::int64_t>(1 + tape_.Below(2));
    if (tape_.Below(3) == 0) options.max_value = 100;
    if (tape_.Below(3) == 0) options.no_max_value = !options.max_value;
    if (tape_.Below(3) == 0) options.cycle = tape_.Flip();
    return options;
  }
  C RandomColumn() {
    C column(Column(), Type());
    switch (tape_.Below(6)) {
      case 0:
        return std::move(column).Default(column.type.kind == ir::TypeKind::kNamed ? String(Value()) : Number("1"));
      case 1:
        return std::move(column).NotNull();
      case 2:
        return std::move(column).WithIdentity({tape_.Flip(), Options()});
      case 3:
        return std::move(column).GeneratedAs(Ref(Column()));
      default:
        return column;
    }
  }
  ir::Constraint RandomConstraint() {
    switch (tape_.Below(6)) {
      case 0:
        return Primary(Columns(), MaybeName());
      case 1:
        return Unique(Columns(), MaybeName());
      case 2: {
        ir::Constraint check = Check(Greater(Ref(Column()), tape_.Flip() ? Number("0") : Ref(Column())), MaybeName());
        check.not_valid = tape_.Flip();
        return check;
      }
      default:
        return Foreign(Columns(), Table(), tape_.Flip() ? Names{} : Columns(), MaybeName());
    }
  }
  ir::Index RandomIndex() {
    ir::Index index = Index(Columns(), MaybeName(), tape_.Flip());
    if (tape_.Below(3) == 0) index.where = Greater(Ref(Column()), Number("0"));
    return index;
  }
  ir::Operation CreateTable() {
    std::vector<ir::Column> columns;
    for (std::size_t left = 1 + tape_.Below(4); left > 0; --left) columns.push_back(RandomColumn());
    std::vector<ir::Constraint> constraints;
    for (std::size_t left = tape_.Below(3); left > 0; --left) constraints.push_back(RandomConstraint());
    std::vector<ir::Index> indexes;
    if (tape_.Flip()) indexes.push_back(RandomIndex());
    return Create(Table(), std::move(columns), std::move(constraints), std::move(indexes));
  }

  decltype(ir::AlterAction::body) Action() {
    switch (tape_.Below(24)) {
      case 0:
      case 1:
      case 2: {
        ir::AddColumn add = Add(RandomColumn());
        if (tape_.Flip()) add.constraints.push_back(RandomConstraint());
        add.first = tape_.Below(4) == 0;
        return add;
      }
      case 3:
      case 4:
        return ir::DropColumn{Column(), false, tape_.Flip()};
      case 5:
        return ir::RenameColumnAction{Column(), Column()};
      case 6:
        return ir::SetType{Column(), Type(), std::nullopt};
      case 7:
        return ir::SetDefault{Column(), tape_.Flip() ? Number("2") : String(Value())};
      case 8:
        return ir::DropDefault{Column()};
      case 9:
        return ir::SetNotNull{Column(), std::nullopt};
      case 10:
        return ir::DropNotNull{Column()};
      case 11:
        return ir::SetColumnComment{Column(), tape_.Flip() ? std::optional<std::string>(Value()) : std::nullopt};
      case 12:
        return ir::AddIdentity{Column(), {tape_.Flip(), Options()}};
      case 13:
        return ir::DropIdentity{Column()};
      case 14:
        return ir::SetIdentity{Column(), tape_.Flip() ? std::optional(tape_.Flip()) : std::nullopt, Options()};
      case 15:
      case 16:
        return AddC(RandomConstraint());
      case 17:
        return ir::DropConstraint{Other(), false, tape_.Flip()};
      case 18:
        return ir::RenameConstraint{Other(), Other()};
      case 19:
        return ir::ValidateConstraint{Other()};
      case 20:
        if (tape_.Flip()) return ir::DropForeignKey{Ids(Columns())};
        return ir::DropPrimaryKey{};
      case 21:
        return ir::DropUnique{Ids(Columns())};
      case 22:
        return ir::SetSchema{tape_.Flip() ? "s" : "public"};
      default:
        return ir::SetTableComment{tape_.Flip() ? std::optional<std::string>(Value()) : std::nullopt};
    }
  }

  ir::Operation Sequence() {
    const std::string name = tape_.Pick<std::string>({"seq", "a"});
    switch (tape_.Below(3)) {
      case 0:
        return Do(ir::CreateSequence{N(name), Options(), false});
      case 1:
        return Do(ir::DropSequence{N(name), false});
      default:
        return Do(ir::AlterSequence{N(name), Options(), tape_.Flip() ? std::optional<ir::Identifier>("seq2") : std::nullopt});
    }
  }
  ir::Operation EnumOperation() {
    const ir::Name name = N(EnumName());
    switch (tape_.Below(7)) {
      case 0:
      case 1:
        return Do(ir::CreateEnum{name, {"p", "q"}, false});
      case 2:
        return Do(ir::DropEnum{name, false});
      case 3:
        return Do(
            ir::AlterEnum{name, ir::AddEnumValue{Value(), tape_.Flip() ? std::optional(Value()) : std::nullopt, std::nullopt}});
      case 4:
        return Do(ir::AlterEnum{name, ir::RenameEnumValue{Value(), Value()}});
      case 5:
        return Do(ir::AlterEnum{name, ir::RenameEnum{EnumName()}});
      default: {
        ir::SetEnumValues set{{Value()}, {}};
        if (tape_.Flip()) set.values.push_back(Value());
        if (tape_.Flip()) set.mappings.push_back({Value(), Value()});
        return Do(ir::AlterEnum{name, set});
      }
    }
  }
  ir::Operation RoutineOperation() {
    const auto kind = tape_.Flip() ? ir::RoutineKind::kTrigger : ir::RoutineKind::kView;
    const ir::Name table = kind == ir::RoutineKind::kTrigger ? N(Table()) : ir::Name{};
    const std::string name = tape_.Pick<std::string>({"v", "a"});
    if (tape_.Below(3) == 0) return Do(ir::DropRoutine{kind, N(name), std::nullopt, table, false});
    return Do(ir::Define{{kind, N(name), std::nullopt, table, "text " + Value(), {}}});
  }
  ir::Operation Insert() {
    ir::Insert insert;
    insert.table = N(Table());
    insert.columns = Ids(Columns());
    for (std::size_t left = 1 + tape_.Below(2); left > 0; --left) {
      std::vector<ir::Expr> row;
      for (std::size_t i = 0; i < insert.columns.size(); ++i) row.push_back(tape_.Flip() ? Number("1") : String(Value()));
      insert.rows.push_back(std::move(row));
    }
    return Do(std::move(insert));
  }
  ir::Operation Effects() {
    ir::RawSql raw;
    raw.text = "something";
    if (tape_.Flip()) raw.undo = "back";
    raw.effects.push_back(tape_.Flip() ? CreateTable() : Alter(Table(), Add(RandomColumn())));
    return Do(std::move(raw));
  }

  Tape tape_;
};

std::string TextOf(const std::vector<ir::Operation>& operations) {
  std::string text;
  for (const ir::Operation& operation : operations) text += ir::Dump(operation);
  return text;
}

std::string Said(const diag::Sink& sink) {
  std::string text;
  for (const diag::Diagnostic& one : sink.diagnostics()) text += one.message + "\n";
  return text;
}

// What the look-ups say is what a catalog says that was filled in one go.
void CheckLookUps(const Catalog& catalog) {
  Catalog fresh(catalog.rules());
  for (const auto& [key, object] : catalog.objects()) fresh.Set(key, object);
  for (const auto& [key, object] : catalog.objects()) {
    RC_ASSERT(catalog.ReferencedBy(key) == fresh.ReferencedBy(key));
    RC_ASSERT(catalog.UsersOf(key) == fresh.UsersOf(key));
    RC_ASSERT(catalog.TriggersOf(key) == fresh.TriggersOf(key));
    RC_ASSERT(catalog.UsersOfSequence(key) == fresh.UsersOfSequence(key));
    const auto* table = std::get_if<Table>(object.get());
    if (table == nullptr) continue;
    for (const ir::Index& index : table->definition.indexes) {
      const ir::Name name{key.schema, index.name.text, {}};
      RC_ASSERT(catalog.TablesOfIndex(name) == fresh.TablesOfIndex(name));
    }
  }
}

// Every change says what was before and what is after, and nothing else has changed.
void CheckChanges(const Step& step, const Catalog& before, const Catalog& after) {
  Catalog replayed = before;
  for (const Change& change : step.changes) {
    RC_ASSERT(before.Find(change.key) == change.before);
    RC_ASSERT(after.Find(change.key) == change.after);
    replayed.Set(change.key, change.after);
  }
  RC_ASSERT(replayed.objects() == after.objects());
  Revert(replayed, {step});
  RC_ASSERT(replayed.objects() == before.objects());
}

void CheckSequence(const Rules& rules, const std::vector<std::uint8_t>& bytes) {
  Catalog catalog(rules);
  Author author(bytes);
  std::vector<Step> steps;
  std::size_t refused = 0;
  while (!author.AtEnd()) {
    const ir::Operation operation = author.Next();
    const Catalog before = catalog;
    diag::Sink sink;
    const std::optional<Step> step = ApplyOperation(catalog, operation, sink);
    RC_ASSERT(step.has_value() != sink.HasErrors());
    if (!step) {
      RC_ASSERT(catalog.objects() == before.objects());
      catalog = before;  // without the memory of refused names, which would silence later errors
      ++refused;
      continue;
    }
    CheckChanges(*step, before, catalog);
    CheckLookUps(catalog);
    const auto* inverse = std::get_if<std::vector<ir::Operation>>(&step->inverse);
    if (inverse == nullptr) {
      catalog = before;
      continue;
    }
    Catalog undone = catalog;
    diag::Sink undoing;
    const auto back = ApplyOperations(undone, *inverse, undoing);
    if (!back || !(undone == before)) {
      RC_FAIL("not undone: " + ir::Dump(operation) + "by\n" + TextOf(*inverse) + Said(undoing) + "before:\n" + Dump(before) +
              "after:\n" + Dump(catalog) + "undone:\n" + Dump(undone));
    }
    // The completed operation says the same again, with nothing left to complete.
    Catalog again = before;
    diag::Sink repeated;
    const std::optional<Step> second = ApplyOperation(again, step->operation, repeated);
    RC_ASSERT(second.has_value());
    RC_ASSERT(again == catalog);
    RC_ASSERT(second->operation == step->operation);
    steps.push_back(*step);
  }
  RC_CLASSIFY(steps.size() >= 5, "five steps or more");
  RC_CLASSIFY(refused > 0, "some refused");
  diag::Sink sink;
  const auto down = DowngradeOf(ir::Revision{}, steps, sink);
  RC_ASSERT(down.has_value());
  const auto undone = ApplyOperations(catalog, *down, sink);
  if (!undone) RC_FAIL(Said(sink) + TextOf(*down));
  RC_ASSERT(catalog.objects().empty());
  ProveDowngrade(ir::Revision{}, steps, *undone, sink);
}

auto Bytes() { return rc::gen::resize(400, rc::gen::arbitrary<std::vector<std::uint8_t>>()); }

RC_GTEST_PROP(CatalogProperty, WhatIsAcceptedIsUndoneOnPostgres, ()) { CheckSequence(Postgres(), *Bytes()); }

RC_GTEST_PROP(CatalogProperty, WhatIsAcceptedIsUndoneOnSqlite, ()) { CheckSequence(Sqlite(), *Bytes()); }

RC_GTEST_PROP(CatalogProperty, WhatIsAcceptedIsUndoneWhereNamesAreScopedOtherwise, ()) {
  Rules rules;
  rules.index_names_per_table = true;
  rules.constraint_names_per_schema = true;
  rules.column_positions = true;
  CheckSequence(rules, *Bytes());
}

}  // namespace
}  // namespace migc::catalog
