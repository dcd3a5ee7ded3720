// What CockroachDB is given in another way than PostgreSQL, and what it is not given.
#include "unit/emit_postgres/fixture.h"

namespace migc::emit::postgres {
namespace {

using ir::TypeKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class CockroachdbTest : public PostgresTest {
 protected:
  CockroachdbTest() {
    dialect_ = LoadBuiltin("cockroachdb");
    Given({Table("account",
                 {ColumnOf("id", T(TypeKind::kBigint), true), ColumnOf("nick", T(TypeKind::kVarchar, 20)),
                  ColumnOf("age", T(TypeKind::kInteger)), ColumnOf("day", T(TypeKind::kDate))},
                 {{"account_pkey", ir::PrimaryKey{{"id"}}, false, {}}, {"account_nick_key", ir::Unique{{"nick"}}, false, {}}})});
  }

  std::vector<std::string> CheckAlter(const std::string& table, decltype(ir::AlterAction::body) body) {
    return Check({ir::AlterTable{{"", table, {}}, false, {{std::move(body), {}}}}});
  }
  static ir::SetType Retype(const std::string& column, ir::Type type) { return {column, std::move(type), {}}; }
};

TEST_F(CockroachdbTest, ACastIsWrittenWhereTheValuesAreKeptInAnotherWay) {
  EXPECT_THAT(EmitAlter("account", {Retype("age", T(TypeKind::kBigint))}),
              ElementsAre("!ALTER TABLE account ALTER COLUMN age TYPE INT8"));
  EXPECT_THAT(EmitAlter("account", {Retype("day", T(TypeKind::kTimestamp))}),
              ElementsAre("!ALTER TABLE account ALTER COLUMN day TYPE TIMESTAMP USING day::TIMESTAMP"));
}

TEST_F(CockroachdbTest, ATypeUnderAKeyStaysOfItsKind) {
  EXPECT_THAT(CheckAlter("account", Retype("nick", T(TypeKind::kText))), IsEmpty());
  EXPECT_THAT(CheckAlter("account", Retype("nick", T(TypeKind::kVarchar, 10))), IsEmpty());
  EXPECT_THAT(CheckAlter("account", Retype("nick", T(TypeKind::kDate))),
              ElementsAre("M5001 this asks for another type for \"nick\" in unique constraint \"account_nick_key\", which "
                          "CockroachDB 25.2 does not have"));
}

TEST_F(CockroachdbTest, ACastThatCutsIsNotWritten) {
  EXPECT_THAT(CheckAlter("account", Retype("age", T(TypeKind::kVarchar, 5))),
              ElementsAre("M5001 this asks for a conversion from integer to varchar(5) that stops at what is too long, which "
                          "CockroachDB 25.2 does not have"));
  EXPECT_THAT(CheckAlter("account", Retype("age", T(TypeKind::kText))), IsEmpty());
}

TEST_F(CockroachdbTest, AUniqueConstraintGoesAsAnIndexUnlessAForeignKeyRefersToIt) {
  EXPECT_THAT(EmitAlter("account", {ir::DropConstraint{"account_nick_key", false, false}}),
              ElementsAre("!DROP INDEX account@account_nick_key CASCADE"));
}

TEST_F(CockroachdbTest, AUniqueConstraintThatIsReferredToStays) {
  ir::ForeignKey key;
  key.columns = {"nick"};
  key.table = {"", "account", {}};
  key.referred_columns = {"nick"};
  Given({Table("post", {ColumnOf("nick", T(TypeKind::kVarchar, 20))}, {{"post_nick_fkey", key, false, {}}})});
  diag::Sink sink;
  const ir::AlterTable drop{{"", "account", {}}, false, {{ir::DropConstraint{"account_nick_key", false, false}, {}}}};
  const auto steps = catalog::ApplyOperations(catalog_, Operations({drop}), sink);
  // Either the catalog or the back end says no.
  if (steps) MakeBackend()->Check(*steps, dialect_, sink);
  EXPECT_GT(sink.errors(), 0U);
}

TEST_F(CockroachdbTest, WhatAViewReadsKeepsItsName) {
  Given({ir::Define{View("nicks", "SELECT nick FROM account")}});
  EXPECT_THAT(
      CheckAlter("account", ir::RenameColumnAction{"nick", "name"}),
      testing::Contains(
          "M5001 this asks for another name for column \"nick\" under view \"nicks\", which CockroachDB 25.2 does not have"));
}

TEST_F(CockroachdbTest, ATableThatAViewReadsKeepsItsName) {
  Given({ir::Define{View("nicks", "SELECT nick FROM account")}});
  EXPECT_THAT(
      Check({ir::RenameTable{{"", "account", {}}, {"", "person", {}}}}),
      testing::Contains(
          "M5001 this asks for another name for table \"account\" under view \"nicks\", which CockroachDB 25.2 does not have"));
}

TEST_F(CockroachdbTest, AColumnThatNoViewReadsIsRenamed) {
  Given({ir::Define{View("nicks", "SELECT nick FROM account")}});
  EXPECT_THAT(CheckAlter("account", ir::RenameColumnAction{"age", "years"}), IsEmpty());
}

}  // namespace
}  // namespace migc::emit::postgres
