#include "migc/catalog/needs.h"

#include "unit/catalog/build.h"

namespace migc::catalog {
namespace {

using namespace build;  // NOLINT: the words that these tests are written in
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class NeedsTest : public ReplayTest {
 protected:
  Needs Of(const std::vector<ir::Operation>& operations) {
    auto steps = ApplyOperations(catalog_, operations, sink_);
    EXPECT_TRUE(steps.has_value()) << Said();
    return NeedsOf({steps.value_or(std::vector<Step>{})});
  }
};

TEST_F(NeedsTest, WhatTheScriptMakesItMayChange) {
  const Needs needs = Of({Create("a", {C("id", Int())}), Alter("a", Add(C("n", Int()))), CreateI("a", Index({"n"})), Drop("a")});
  EXPECT_THAT(needs.creates_in, ElementsAre(""));
  EXPECT_THAT(needs.creates, ElementsAre(ObjectKind::kTable));
  EXPECT_THAT(needs.changes, IsEmpty());
  EXPECT_FALSE(needs.alters || needs.indexes || needs.drops);
}

TEST_F(NeedsTest, WhatIsThereBeforeTakesItsOwner) {
  Of({Create("a", {C("id", Int())}), Create("b", {C("id", Int())})});
  const Needs altered = Of({Alter("a", Add(C("n", Int())))});
  EXPECT_THAT(altered.creates_in, IsEmpty());
  EXPECT_THAT(altered.changes, ElementsAre(ObjectKey{ObjectKind::kTable, "", "a"}));
  EXPECT_TRUE(altered.alters && !altered.indexes && !altered.drops);
  const Needs indexed = Of({CreateI("a", Index({"n"}))});
  EXPECT_TRUE(indexed.indexes && !indexed.alters && !indexed.drops);
  const Needs dropped = Of({Drop("b")});
  EXPECT_THAT(dropped.changes, ElementsAre(ObjectKey{ObjectKind::kTable, "", "b"}));
  EXPECT_TRUE(dropped.drops && !dropped.alters && !dropped.indexes);
}

TEST_F(NeedsTest, ANewNameIsNoNewTable) {
  Of({Create("a", {C("id", Int())})});
  const Needs needs = Of({Do(ir::RenameTable{N("a"), N("b")})});
  EXPECT_THAT(needs.renames_in, ElementsAre(""));
  EXPECT_THAT(needs.creates_in, IsEmpty());
  EXPECT_THAT(needs.creates, IsEmpty());
  EXPECT_THAT(needs.changes, ElementsAre(ObjectKey{ObjectKind::kTable, "", "a"}));
}

TEST_F(NeedsTest, RawSqlAndGrantsAreNotAskedAbout) {
  Of({Create("a", {C("id", Int())})});
  ir::RawSql raw;
  raw.text = "x";
  raw.undo_nothing = true;
  raw.effects = {Create("made", {C("id", Int())}), Drop("a")};
  const Needs needs = Of({Do(raw), Alter("made", Add(C("n", Int())))});
  EXPECT_THAT(needs.creates_in, IsEmpty());
  EXPECT_THAT(needs.changes, IsEmpty());
}

TEST_F(NeedsTest, ASchemaOfItsOwnIsNoQuestion) {
  const Needs needs =
      Of({Do(ir::CreateSchema{ir::Identifier("s"), false}), Create("s.a", {C("id", Int())}), Create("b", {C("id", Int())})});
  EXPECT_THAT(needs.creates_in, ElementsAre(""));
  EXPECT_THAT(needs.creates, ElementsAre(ObjectKind::kSchema, ObjectKind::kTable));
}

}  // namespace
}  // namespace migc::catalog
