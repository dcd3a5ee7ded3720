#include "migc/catalog/catalog.h"

#include "unit/catalog/build.h"

namespace migc::catalog {
namespace {

using build::Alter;
using build::At;
using build::C;
using build::Create;
using build::Int;
using build::N;

ObjectPtr MakeTable(ir::Operation create) {
  return std::make_shared<const Object>(Table{std::get<ir::CreateTable>(create.body).table, {}});
}

TEST(CatalogTest, TheDefaultSchemaGoesWithoutSaying) {
  const Catalog catalog(build::Postgres());
  EXPECT_EQ(catalog.KeyOf(ObjectKind::kTable, N("public.t")), catalog.KeyOf(ObjectKind::kTable, N("t")));
  EXPECT_NE(catalog.KeyOf(ObjectKind::kTable, N("other.t")), catalog.KeyOf(ObjectKind::kTable, N("t")));
  EXPECT_NE(catalog.KeyOf(ObjectKind::kTable, N("T")), catalog.KeyOf(ObjectKind::kTable, N("t")));
}

TEST(CatalogTest, NamesAreFoldedWhereCaseMakesNoDifference) {
  Catalog catalog(build::Sqlite());
  catalog.Set(catalog.KeyOf(ObjectKind::kTable, N("Account")), MakeTable(Create("Account", {C("Id", Int())})));
  ASSERT_NE(catalog.FindTable(N("ACCOUNT")), nullptr);
  EXPECT_EQ(catalog.FindTable(N("account"))->definition.name.name, "Account");
}

TEST(CatalogTest, RoutinesAreToldApartByArgumentsAndTriggersByTable) {
  const Catalog catalog(build::Postgres());
  const auto function = [&](std::optional<std::vector<ir::Type>> arguments) {
    return catalog.KeyOf(ir::Routine{ir::RoutineKind::kFunction, N("tax"), std::move(arguments), {}, "", {}});
  };
  EXPECT_EQ(function({{Int()}}).name, "tax(integer)");
  EXPECT_NE(function({{Int()}}), function({{build::Text()}}));
  EXPECT_NE(function(std::nullopt), function({std::vector<ir::Type>{}}));
  const auto trigger = [&](const std::string& table) {
    return catalog.KeyOf(ir::Routine{ir::RoutineKind::kTrigger, N("touch"), std::nullopt, N(table), "", {}});
  };
  EXPECT_EQ(trigger("a"), trigger("public.a"));
  EXPECT_NE(trigger("a"), trigger("b"));
}

TEST(CatalogTest, LookUpsFollowEveryChange) {
  Catalog catalog(build::Postgres());
  const ObjectKey parent = catalog.KeyOf(ObjectKind::kTable, N("parent"));
  const ObjectKey child = catalog.KeyOf(ObjectKind::kTable, N("child"));
  const ObjectKey mood = catalog.KeyOf(ObjectKind::kEnum, N("mood"));
  catalog.Set(child, MakeTable(Create("child", {C("p", Int()), C("m", build::EnumType("mood"))},
                                      {build::Foreign({"p"}, "parent"), build::Foreign({"p"}, "child", {}, "self")},
                                      {build::Index({"p"}, "child_p")})));
  EXPECT_EQ(catalog.ReferencedBy(parent), std::vector{child});
  EXPECT_TRUE(catalog.ReferencedBy(child).empty()) << "a table's own foreign key is not another's";
  EXPECT_EQ(catalog.UsersOf(mood), std::vector{child});
  EXPECT_EQ(catalog.TableOfIndex(N("child_p")), child);
  EXPECT_EQ(catalog.TablesOfConstraint(N("self")), std::vector{child});
  catalog.Set(child, MakeTable(Create("child", {C("p", Int())})));
  EXPECT_TRUE(catalog.ReferencedBy(parent).empty());
  EXPECT_TRUE(catalog.UsersOf(mood).empty());
  EXPECT_EQ(catalog.TableOfIndex(N("child_p")), std::nullopt);
  catalog.Set(child, nullptr);
  EXPECT_TRUE(catalog.objects().empty());
}

TEST(CatalogTest, FindsRoutinesByTheWordsOfTheirText) {
  Catalog catalog(build::Postgres());
  const ir::Routine view{ir::RoutineKind::kView, N("v"), std::nullopt, {}, "SELECT Id FROM public.Account a", {}};
  catalog.Set(catalog.KeyOf(view), std::make_shared<const Object>(view));
  EXPECT_EQ(catalog.RoutinesThatName("account"), std::vector{catalog.KeyOf(view)});
  EXPECT_TRUE(catalog.RoutinesThatName("acc").empty());
  EXPECT_EQ(catalog.RoutinesThatName("public.account").size(), 1U) << "a name with other characters is searched for as text";
}

TEST(CatalogTest, RemembersWhatRawSqlMentioned) {
  Catalog catalog(build::Postgres());
  catalog.RememberRawSql("create table Foo_Bar (x int)", At(1));
  catalog.RememberRawSql("alter table foo_bar add \"odd name\" int", At(2));
  ASSERT_TRUE(catalog.FindMention("foo_bar"));
  EXPECT_EQ(catalog.FindMention("foo_bar")->span, At(1).span);
  EXPECT_FALSE(catalog.FindMention("foo"));
  ASSERT_TRUE(catalog.FindMention("odd name"));
  EXPECT_EQ(catalog.FindMention("odd name")->span, At(2).span);
  EXPECT_TRUE(catalog.FindMention("x", "foo_bar"));
  EXPECT_FALSE(catalog.FindMention("x", "other"));
}

TEST(CatalogTest, OrderOfColumnsMakesNoDifference) {
  Catalog a(build::Postgres());
  Catalog b(build::Postgres());
  const ObjectKey key = a.KeyOf(ObjectKind::kTable, N("t"));
  a.Set(key, MakeTable(Create("t", {C("x", Int()), C("y", Int())})));
  b.Set(key, MakeTable(Create("t", {C("y", Int()), C("x", Int())})));
  EXPECT_TRUE(a == b);
  b.Set(key, MakeTable(Create("t", {C("y", Int()), C("x", build::Big())})));
  EXPECT_FALSE(a == b);
  EXPECT_THAT(DescribeDifferences(key, a.Find(key), b.Find(key)),
              ::testing::ElementsAre("column \"x\" of table \"t\" was `column x integer`, is `column x bigint`"));
}

TEST(CatalogTest, ASequenceOptionThatSaysWhatHoldsAnywayMakesNoDifference) {
  const auto sequence = [](std::optional<std::int64_t> start, std::optional<std::int64_t> increment) {
    Sequence one;
    one.options.start = start;
    one.options.increment = increment;
    return Object(one);
  };
  EXPECT_TRUE(SameObject(sequence({}, {}), sequence(1, 1)));
  EXPECT_TRUE(SameObject(sequence(-1, -1), sequence({}, -1)));
  EXPECT_FALSE(SameObject(sequence({}, {}), sequence(1, -1)));
  EXPECT_FALSE(SameObject(sequence({}, {}), sequence(2, 1)));
}

TEST(CatalogTest, DumpsWhatWouldMakeIt) {
  Catalog catalog(build::Postgres());
  diag::Sink sink;
  ASSERT_TRUE(ApplyOperation(catalog, Create("t", {C("id", Int())}, {build::Primary({"id"})}), sink));
  ASSERT_TRUE(ApplyOperation(catalog, build::Do(ir::CreateEnum{N("mood"), {"a", "b"}, false}), sink));
  ASSERT_TRUE(ApplyOperation(catalog, build::Do(ir::Grant{false, {"select"}, N("t"), {"app", "other"}}), sink));
  EXPECT_EQ(Dump(catalog),
            "create enum mood ('a', 'b')\n"
            "create table t\n"
            "  column id integer not null\n"
            "  constraint t_pkey primary key (id)\n"
            "grant select on t to app, other\n");
}

}  // namespace
}  // namespace migc::catalog
