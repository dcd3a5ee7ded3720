#include "unit/emit_postgres/fixture.h"

namespace migc::emit::postgres {
namespace {

using ir::TypeKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ObjectTest : public PostgresTest {};

TEST_F(ObjectTest, SequencesSchemasExtensionsGrants) {
  ir::SequenceOptions options;
  options.start = 5;
  options.min_value = -1;
  options.no_max_value = true;
  options.cache = 20;
  options.cycle = false;
  ir::SequenceOptions restart;
  restart.restart = 7;
  EXPECT_THAT(Emit({ir::CreateSchema{"billing", true}, ir::CreateSequence{{"billing", "s", {}}, options, false},
                    ir::AlterSequence{{"billing", "s", {}}, restart, "r"}, ir::DropSequence{{"billing", "r", {}}, false},
                    ir::CreateExtension{"uuid-ossp", true}, ir::DropExtension{"uuid-ossp", false}, ir::DropSchema{"billing", false},
                    Table("t", {ColumnOf("a", T(TypeKind::kInteger))}),
                    ir::Grant{false, {"select", "insert"}, {"", "t", {}}, {"app", "public"}},
                    ir::Grant{true, {"select"}, {"", "t", {}}, {"app"}}}),
              ElementsAre("CREATE SCHEMA IF NOT EXISTS billing",
                          "CREATE SEQUENCE billing.s START WITH 5 MINVALUE -1 NO MAXVALUE CACHE 20 NO CYCLE",
                          "ALTER SEQUENCE billing.s RESTART WITH 7", "ALTER SEQUENCE billing.s RENAME TO r",
                          "DROP SEQUENCE billing.r", "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\"", "DROP EXTENSION \"uuid-ossp\"",
                          "DROP SCHEMA billing", "CREATE TABLE t (\n  a INTEGER\n)",
                          "GRANT SELECT, INSERT ON TABLE t TO app, public", "REVOKE SELECT ON TABLE t FROM app"));
}

TEST_F(ObjectTest, EnumValuesAreAddedInTheTransactionUnlessTheyAreUsedInIt) {
  Given({ir::CreateEnum{{"", "mood", {}}, {"ok", "it's"}, false}, Table("t", {ColumnOf("m", EnumType("mood"))})});
  EXPECT_THAT(Emit({ir::AlterEnum{{"", "mood", {}}, ir::AddEnumValue{"good", "ok", {}}}}),
              ElementsAre("ALTER TYPE mood ADD VALUE 'good' BEFORE 'ok'"));
  EXPECT_THAT(Emit({ir::AlterEnum{{"", "mood", {}}, ir::AddEnumValue{"best", {}, "good"}},
                    ir::Update{{"", "t", {}}, {{"m", Str("best")}}, {}, true}}),
              ElementsAre("!ALTER TYPE mood ADD VALUE IF NOT EXISTS 'best' AFTER 'good'", "UPDATE t SET m = 'best'"));
  EXPECT_THAT(Emit({ir::AlterEnum{{"", "mood", {}}, ir::AddEnumValue{"worst", {}, {}}},
                    ir::RawSql{"update t set m = 'worst'", {}, true, {}}})[0],
              "!ALTER TYPE mood ADD VALUE IF NOT EXISTS 'worst'");
}

TEST_F(ObjectTest, ValuesOfAnEnumOfTheSameRevisionCanBeUsedAtOnce) {
  EXPECT_THAT(
      Emit({ir::CreateEnum{{"", "mood", {}}, {"ok"}, false}, ir::AlterEnum{{"", "mood", {}}, ir::AddEnumValue{"good", {}, {}}},
            Table("t", {WithDefault(ColumnOf("m", EnumType("mood")), Str("good"))})}),
      ElementsAre("CREATE TYPE mood AS ENUM ('ok')", "ALTER TYPE mood ADD VALUE 'good'",
                  "CREATE TABLE t (\n  m mood DEFAULT 'good'\n)"));
}

TEST_F(ObjectTest, EnumRenames) {
  Given({ir::CreateEnum{{"", "mood", {}}, {"ok", "it's"}, false}});
  EXPECT_THAT(
      Emit({ir::AlterEnum{{"", "mood", {}}, ir::RenameEnumValue{"it's", "it is"}},
            ir::AlterEnum{{"", "mood", {}}, ir::RenameEnum{"Mood"}}, ir::DropEnum{{"", "Mood", {}}, false}}),
      ElementsAre("ALTER TYPE mood RENAME VALUE 'it''s' TO 'it is'", "ALTER TYPE mood RENAME TO \"Mood\"", "DROP TYPE \"Mood\""));
}

TEST_F(ObjectTest, EnumSwapConvertsEveryColumnAndPutsBackWhatStoodInTheWay) {
  ir::Type moods = EnumType("mood");
  moods.array_dimensions = 1;
  ir::CreateTable create =
      Table("person", {WithDefault(ColumnOf("m", EnumType("mood"), true), Str("fine")), ColumnOf("all", moods)},
            {{"known", ir::Check{Binary(ir::BinaryOp::kNotEqual, Col("m"), Str("ok")), ""}, false, {}}});
  ir::Index index;
  index.name = "bad_ones";
  index.keys = {Key(Col("m"))};
  index.where = Binary(ir::BinaryOp::kEqual, Col("m"), Str("bad"));
  create.table.indexes = {index};
  Given(
      {ir::CreateEnum{{"", "mood", {}}, {"ok", "fine", "bad"}, false}, create, ir::Define{View("moods", "select m from person")}});
  EXPECT_THAT(Emit({ir::AlterEnum{{"", "mood", {}}, ir::SetEnumValues{{"bad", "good", "ok"}, {{"fine", "good"}}}}}),
              ElementsAre("DROP VIEW moods", "DROP INDEX bad_ones",
                          "ALTER TABLE person\n  DROP CONSTRAINT known,\n  ALTER COLUMN m DROP DEFAULT",
                          "ALTER TYPE mood RENAME TO mood__old", "CREATE TYPE mood AS ENUM ('bad', 'good', 'ok')",
                          "ALTER TABLE person\n"
                          "  ALTER COLUMN m TYPE mood USING (CASE m::TEXT WHEN 'fine' THEN 'good' ELSE m::TEXT END)::mood,\n"
                          "  ALTER COLUMN \"all\" TYPE mood[] USING array_replace(\"all\"::TEXT[], 'fine', 'good')::mood[]",
                          "ALTER TABLE person\n  ALTER COLUMN m SET DEFAULT 'good',\n  ADD CONSTRAINT known CHECK (m <> 'ok')",
                          "CREATE INDEX bad_ones ON person (m) WHERE m = 'bad'", "DROP TYPE mood__old",
                          "CREATE VIEW moods AS\nselect m from person"));
}

TEST_F(ObjectTest, ViewsAreMadeReplacedAndDropped) {
  Given({Table("t", {ColumnOf("a", T(TypeKind::kInteger)), ColumnOf("b", T(TypeKind::kInteger))})});
  EXPECT_THAT(Emit({ir::Define{View("v", "select a from t; -- one")}}),
              ElementsAre("CREATE OR REPLACE VIEW v AS\nselect a from t"));
  EXPECT_THAT(Emit({ir::Define{View("v", "select b from t")}}),
              ElementsAre("DROP VIEW IF EXISTS v", "CREATE VIEW v AS\nselect b from t"));
  EXPECT_THAT(Emit({ir::Define{View("w", "CREATE VIEW w (x) AS select a from t")}}),
              ElementsAre("CREATE OR REPLACE VIEW w (x) AS select a from t"));
  ir::Routine stored = View("m", "select a from t");
  stored.kind = ir::RoutineKind::kMaterializedView;
  EXPECT_THAT(Emit({ir::Define{stored}, ir::DropRoutine{ir::RoutineKind::kMaterializedView, {"", "m", {}}, {}, {}, false},
                    ir::DropRoutine{ir::RoutineKind::kView, {"", "v", {}}, {}, {}, false}}),
              ElementsAre("CREATE MATERIALIZED VIEW m AS\nselect a from t", "DROP MATERIALIZED VIEW m", "DROP VIEW v"));
}

TEST_F(ObjectTest, RoutinesKeepTheirText) {
  Given({Table("t", {ColumnOf("a", T(TypeKind::kInteger))})});
  const std::string text = "CREATE FUNCTION tax(integer) RETURNS integer LANGUAGE sql AS $$ select $1; $$";
  const std::vector<ir::Type> arguments = {T(TypeKind::kInteger)};
  const ir::Routine function{ir::RoutineKind::kFunction, {"", "tax", {}}, arguments, {}, text, {}};
  EXPECT_THAT(Emit({ir::Define{function}}), ElementsAre(text));
  ir::Routine other = function;
  other.text = "-- again\nCREATE FUNCTION tax(integer) RETURNS integer LANGUAGE sql AS $$ select 2 $$";
  EXPECT_THAT(Emit({ir::Define{other}}),
              ElementsAre("-- again\nCREATE OR REPLACE FUNCTION tax(integer) RETURNS integer LANGUAGE sql AS $$ select 2 $$"));
  EXPECT_THAT(Emit({ir::DropRoutine{ir::RoutineKind::kFunction, {"", "tax", {}}, arguments, {}, false}}),
              ElementsAre("DROP FUNCTION tax(INTEGER)"));

  const ir::Routine trigger{ir::RoutineKind::kTrigger,
                            {"", "touch", {}},
                            {},
                            {"", "t", {}},
                            "CREATE TRIGGER touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()",
                            {}};
  EXPECT_THAT(Emit({ir::Define{trigger}, ir::DropRoutine{ir::RoutineKind::kTrigger, {"", "touch", {}}, {}, {"", "t", {}}, false}}),
              ElementsAre(*trigger.text, "DROP TRIGGER touch ON t"));
}

TEST_F(ObjectTest, AtomicBodyIsAStatementThatHoldsOthers) {
  const ir::Routine function{
      ir::RoutineKind::kFunction,
      {"", "f", {}},
      std::vector<ir::Type>{},
      {},
      "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END; COMMENT ON FUNCTION f() IS 'x;'",
      {}};
  const std::vector<Statement> statements = EmitStatements({ir::Define{function}});
  ASSERT_EQ(statements.size(), 2U);
  EXPECT_EQ(statements[0].kind, StatementKind::kBody);
  EXPECT_EQ(statements[1].kind, StatementKind::kSql);
}

TEST_F(ObjectTest, RoutinesWithoutTextAreNotThere) {
  const ir::Routine none{ir::RoutineKind::kView, {"", "v", {}}, {}, {}, std::nullopt, {}};
  EXPECT_THAT(Emit({ir::Define{none}, ir::DropRoutine{ir::RoutineKind::kView, {"", "v", {}}, {}, {}, false}}),
              ElementsAre("-- define view v: it has no text for PostgreSQL", "-- drop view v: it had no text for PostgreSQL"));
}

TEST_F(ObjectTest, InsertsLeaveTheIdentityBehindTheRows) {
  ir::Column by_default = ColumnOf("id", T(TypeKind::kBigint), true);
  by_default.identity = ir::Identity{};
  Given({Table("t", {by_default, ColumnOf("a", T(TypeKind::kText))})});
  EXPECT_THAT(Emit({ir::Insert{{"", "t", {}}, {"a"}, {{Str("x")}}, {}, true}}), ElementsAre("INSERT INTO t (a) VALUES ('x')"));
  EXPECT_THAT(Emit({ir::Insert{{"", "t", {}}, {"id", "a"}, {{Num("3"), Str("x")}}, {}, true}}),
              ElementsAre("INSERT INTO t (id, a) VALUES (3, 'x')",
                          "SELECT setval(pg_get_serial_sequence('t', 'id'), GREATEST(nextval(pg_get_serial_sequence('t', 'id')), "
                          "(SELECT max(id) FROM t)))"));
}

TEST_F(ObjectTest, TimeoutsLastForTheRevision) {
  Given({Table("t", {ColumnOf("a", T(TypeKind::kInteger))})});
  EXPECT_THAT(Emit({ir::SetTimeouts{5000, 120000}, ir::Delete{{"", "t", {}}, {}, true}}),
              ElementsAre("SET LOCAL lock_timeout = '5s'", "SET LOCAL statement_timeout = '2min'", "DELETE FROM t",
                          "SET LOCAL lock_timeout TO DEFAULT", "SET LOCAL statement_timeout TO DEFAULT"));
  const auto outside = Replay(Operations({ir::SetTimeouts{1500, {}}, ir::RawSql{"vacuum t", {}, true, {}}}, true));
  EXPECT_THAT(Lines(EmitSteps(outside)), ElementsAre("!SET lock_timeout = '1500ms'", "!vacuum t", "!RESET lock_timeout"));
}

TEST_F(ObjectTest, TimeoutsOutliveAStatementOutsideTheTransaction) {
  Given({Table("t", {ColumnOf("a", T(TypeKind::kInteger))})});
  std::vector<ir::Operation> operations =
      Operations({ir::SetTimeouts{5000, {}}, ir::RawSql{"vacuum t", {}, true, {}}, ir::Delete{{"", "t", {}}, {}, true}});
  operations[1].no_transaction = true;
  EXPECT_THAT(Lines(EmitSteps(Replay(operations))),
              ElementsAre("SET lock_timeout = '5s'", "!vacuum t", "DELETE FROM t", "RESET lock_timeout"));
}

TEST_F(ObjectTest, RequireIsAQueryAndASentence) {
  const std::vector<Statement> statements = EmitStatements({ir::Require{"select count(*) = 0 from t; ", "there are rows"}});
  ASSERT_EQ(statements.size(), 1U);
  EXPECT_EQ(statements[0].kind, StatementKind::kRequire);
  EXPECT_EQ(statements[0].sql, "select count(*) = 0 from t");
  EXPECT_EQ(statements[0].message, "there are rows");
}

TEST_F(ObjectTest, RawSqlIsSplit) {
  EXPECT_THAT(Emit({ir::RawSql{"analyze;\nselect ';' -- x\n;", {}, true, {}}}), ElementsAre("analyze", "select ';'"));
}

TEST_F(ObjectTest, WhatIsRefused) {
  EXPECT_THAT(Check({ir::RawSql{"/* big */ VACUUM FULL t", {}, true, {}}}),
              ElementsAre(HasSubstr("M5305 VACUUM cannot run inside a transaction")));
  EXPECT_THAT(Check({ir::RawSql{"create unique index concurrently i on t (a)", {}, true, {}}}),
              ElementsAre(HasSubstr("CREATE INDEX CONCURRENTLY")));
  EXPECT_THAT(Check({ir::RawSql{"\\! rm -rf /", {}, true, {}}}), ElementsAre(HasSubstr("M5306")));
  EXPECT_THAT(Check({ir::RawSql{"select '\\'", {}, true, {}}}), IsEmpty());
  EXPECT_THAT(Check({ir::CreateEnum{{"", "e", {}}, {"a"}, true}}),
              ElementsAre("M5301 PostgreSQL has no IF NOT EXISTS on CREATE TYPE, in any version"));
  EXPECT_THAT(Check({ir::Define{{ir::RoutineKind::kFunction, {"", "f", {}}, {}, {}, "select 1", {}}}}),
              ElementsAre(HasSubstr("M5304")));
  UseVersion("12");
  EXPECT_THAT(Check({Table("t", {WithDefault(ColumnOf("a", T(TypeKind::kUuid)), Call(ir::Function::kUuid))})}),
              ElementsAre(HasSubstr("M5001 this asks for a random UUID without an extension, which PostgreSQL 12")));
}

}  // namespace
}  // namespace migc::emit::postgres
