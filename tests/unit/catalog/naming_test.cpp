#include "unit/catalog/build.h"

namespace migc::catalog {
namespace {

using build::Check;
using build::Postgres;

TEST(MakeNameTest, FillsThePattern) {
  const Rules rules;
  EXPECT_EQ(MakeName(rules, "{table}_{columns}_key", {{"table", "account"}, {"columns", "email"}}, 0), "account_email_key");
  EXPECT_EQ(MakeName(rules, "{table}_{columns}_key", {{"table", "account"}, {"columns", "email"}}, 2), "account_email_key2");
  EXPECT_EQ(MakeName(rules, "{table}_ibfk_{n}", {{"table", "account"}}, 3), "account_ibfk_3");
  EXPECT_EQ(MakeName(rules, "fk_{table}_{referred_table}", {{"table", "a"}, {"referred_table", "b"}}, 0), "fk_a_b");
}

TEST(MakeNameTest, AnEmptyPartTakesItsUnderscoreAlong) {
  const Rules rules;
  EXPECT_EQ(MakeName(rules, "{table}_{column}_check", {{"table", "account"}}, 0), "account_check");
  EXPECT_EQ(MakeName(rules, "{table}_{column}_check", {{"table", "account"}, {"column", ""}}, 1), "account_check1");
  EXPECT_EQ(MakeName(rules, "{column}_of_{table}", {{"table", "account"}}, 0), "of_account");
}

// makeObjectName: what does not fit is taken from the longer part, one at a time; the label and the number stay whole.
TEST(MakeNameTest, CutsAsPostgresqlDoes) {
  const Rules rules;
  const std::string table(40, 't');
  const std::string columns(40, 'c');
  const std::string name = MakeName(rules, "{table}_{columns}_idx", {{"table", table}, {"columns", columns}}, 0);
  EXPECT_EQ(name, std::string(29, 't') + "_" + std::string(29, 'c') + "_idx");
  EXPECT_EQ(name.size(), 63U);
  const std::string short_table = MakeName(rules, "{table}_{columns}_idx", {{"table", "t"}, {"columns", std::string(90, 'c')}}, 12);
  EXPECT_EQ(short_table, "t_" + std::string(55, 'c') + "_idx12");
}

TEST(MakeNameTest, NeverCutsACharacterInTwo) {
  Rules rules;
  rules.max_identifier = 10;
  EXPECT_EQ(MakeName(rules, "{table}_pkey", {{"table", "ääää"}}, 0), "ää_pkey");
  rules.identifier_in_characters = true;
  EXPECT_EQ(MakeName(rules, "{table}_pkey", {{"table", "ääääää"}}, 0), "äääää_pkey");
}

TEST(MakeNameTest, APatternThatIsTooLongByItselfStillCounts) {
  Rules rules;
  rules.max_identifier = 8;
  EXPECT_EQ(MakeName(rules, "a_very_long_pattern", {}, 0), "a_very_l");
  EXPECT_EQ(MakeName(rules, "a_very_long_pattern", {}, 12), "a_very12");
}

class NamingTest : public build::ReplayTest {
 protected:
  std::string NameOfIndex(std::vector<ir::Expr> keys, std::vector<ir::Identifier> include = {}) {
    ir::Index index;
    for (ir::Expr& key : keys) index.keys.push_back({std::move(key), {}, {}, {}, {}, {}});
    index.include = std::move(include);
    const Step step = Apply(build::CreateI("account", index));
    return std::get<ir::CreateIndex>(step.operation.body).index.name.text;
  }
  void CreateAccount() {
    Apply(build::Create("account",
                        {build::C("id", build::Int()), build::C("email", build::Text()), build::C("balance", build::Int())}));
  }
};

TEST_F(NamingTest, GivesTheNamesThatPostgresqlGives) {
  Apply(build::Create("parent", {build::C("id", build::Int())}, {build::Primary({"id"})}));
  const Step step = Apply(build::Create("account",
                                        {build::C("id", build::Int()), build::C("email", build::Text()),
                                         build::C("balance", build::Int()), build::C("parent_id", build::Int())},
                                        {build::Primary({"id"}), build::Unique({"email", "balance"}),
                                         Check(build::Greater(build::Ref("balance"), build::Number("0"))),
                                         Check(build::Greater(build::Ref("balance"), build::Ref("id")), {}, "balance"),
                                         Check(build::Raw("balance > 0"), {}, "balance"), build::Foreign({"parent_id"}, "parent")},
                                        {build::Index({"email"})}));
  std::vector<std::string> names;
  for (const ir::Constraint& one : TableOf("account").constraints) names.push_back(one.name.text);
  EXPECT_THAT(names, ::testing::ElementsAre("account_pkey", "account_email_balance_key", "account_balance_check", "account_check",
                                            "account_balance_check1", "account_parent_id_fkey"));
  EXPECT_EQ(TableOf("account").indexes.front().name.text, "account_email_idx");
}

TEST_F(NamingTest, ExpressionsAreNamedByWhatTheyCall) {
  CreateAccount();
  ir::Expr lower = build::Expression(ir::ExprKind::kFunction, {}, {build::Ref("email")});
  lower.function = ir::Function::kLower;
  EXPECT_EQ(NameOfIndex({lower}), "account_lower_idx");
  EXPECT_EQ(NameOfIndex({lower, lower}), "account_lower_lower1_idx");
  EXPECT_EQ(NameOfIndex({build::Call("Soundex", {build::Ref("email")})}), "account_soundex_idx");
  EXPECT_EQ(NameOfIndex({build::Greater(build::Ref("id"), build::Ref("balance"))}), "account_expr_idx");
  EXPECT_EQ(NameOfIndex({build::Ref("id")}, {ir::Identifier("email")}), "account_id_email_idx");
  ir::Expr cast = build::Expression(ir::ExprKind::kCast, {}, {build::Greater(build::Ref("id"), build::Ref("balance"))});
  cast.types = {build::Int()};
  EXPECT_EQ(NameOfIndex({cast}), "account_int4_idx");
}

TEST_F(NamingTest, ANameThatIsTakenGetsANumber) {
  CreateAccount();
  EXPECT_EQ(NameOfIndex({build::Ref("email")}), "account_email_idx");
  EXPECT_EQ(NameOfIndex({build::Ref("email")}), "account_email_idx1");
  EXPECT_EQ(NameOfIndex({build::Ref("email")}), "account_email_idx2");
  Apply(build::Create("x_pkey", {build::C("id", build::Int())}));
  Apply(build::Create("x", {build::C("id", build::Int())}, {build::Primary({"id"})}));
  EXPECT_EQ(TableOf("x").constraints.front().name.text, "x_pkey1");
}

TEST_F(NamingTest, TheAuthorsNamesComeFirst) {
  Apply(build::Create("t", {build::C("a", build::Int()), build::C("b", build::Int())},
                      {build::Unique({"a"}), build::Unique({"b"}, "t_a_key")}));
  EXPECT_EQ(TableOf("t").constraints[0].name.text, "t_a_key1");
  EXPECT_EQ(TableOf("t").constraints[1].name.text, "t_a_key");
}

TEST(NamingConventionTest, ANumberInThePatternCountsFromOne) {
  Rules rules = Postgres();
  rules.naming.foreign_key = "{table}_ibfk_{n}";
  rules.naming.check = "ck_{table}_{column}";
  Catalog catalog(rules);
  diag::Sink sink;
  ASSERT_TRUE(ApplyOperation(catalog, build::Create("p", {build::C("id", build::Int())}, {build::Primary({"id"})}), sink));
  ASSERT_TRUE(ApplyOperation(catalog,
                             build::Create("t", {build::C("a", build::Int()), build::C("b", build::Int())},
                                           {build::Foreign({"a"}, "p"), build::Foreign({"b"}, "p"),
                                            Check(build::Greater(build::Ref("a"), build::Ref("b")))}),
                             sink));
  const ir::Table& table = catalog.FindTable(build::N("t"))->definition;
  EXPECT_EQ(table.constraints[0].name.text, "t_ibfk_1");
  EXPECT_EQ(table.constraints[1].name.text, "t_ibfk_2");
  EXPECT_EQ(table.constraints[2].name.text, "ck_t");
}

}  // namespace
}  // namespace migc::catalog
