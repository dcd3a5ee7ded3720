#include "unit/emit_postgres/fixture.h"

namespace migc::emit::postgres {
namespace {

using ir::TypeKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class TableTest : public PostgresTest {};

TEST_F(TableTest, CreateTableInFull) {
  ir::CreateTable create =
      Table("account", {ColumnOf("id", T(TypeKind::kBigint), true), ColumnOf("email", T(TypeKind::kVarchar, 320), true),
                        WithDefault(ColumnOf("balance", T(TypeKind::kDecimal, 18, 2), true), Num("0")),
                        ColumnOf("user", T(TypeKind::kText)), ColumnOf("total", T(TypeKind::kInteger))});
  ir::Table& table = create.table;
  table.columns[0].identity = ir::Identity{true, {}};
  table.columns[0].identity->options.start = 100;
  table.columns[0].identity->options.increment = 10;
  table.columns[1].collation = "C";
  table.columns[1].comment = "where it's sent";
  table.columns[4].generated = ir::Generated{Binary(ir::BinaryOp::kMultiply, Col("balance"), Num("2")), {}};
  table.constraints = {{"", ir::PrimaryKey{{"id"}}, false, {}}, {"", ir::Unique{{"email"}, false}, false, {}}};
  table.constraints.push_back({"", ir::Check{Binary(ir::BinaryOp::kGreaterEqual, Col("balance"), Num("0")), "balance"}, false, {}});
  ir::Index index;
  index.keys = {Key(Col("user"))};
  index.keys[0].order = ir::SortOrder::kDescending;
  table.indexes = {index};
  table.comment = "One row per customer";
  table.options = {"FILLFACTOR=70", "autovacuum_enabled = false", "TABLESPACE fast"};
  const std::vector<Statement> statements = EmitStatements({create});
  EXPECT_THAT(Lines(statements), ElementsAre(R"(CREATE TABLE account (
  id BIGINT GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 10),
  email VARCHAR(320) COLLATE "C" NOT NULL,
  balance NUMERIC(18,2) DEFAULT 0 NOT NULL,
  "user" TEXT,
  total INTEGER GENERATED ALWAYS AS (balance * 2) STORED,
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_email_key UNIQUE (email),
  CONSTRAINT account_balance_check CHECK (balance >= 0)
) WITH (FILLFACTOR=70, autovacuum_enabled = false) TABLESPACE fast)",
                                             R"(CREATE INDEX account_user_idx ON account ("user" DESC))",
                                             "COMMENT ON TABLE account IS 'One row per customer'",
                                             "COMMENT ON COLUMN account.email IS 'where it''s sent'"));
  EXPECT_EQ(statements[0].summary, "create table account");
  EXPECT_EQ(statements[1].summary, "create index account_user_idx on account");
  EXPECT_EQ(statements[3].summary, "comment on column account.email");
}

TEST_F(TableTest, DefaultsThatNeedParentheses) {
  const auto either = E(ir::ExprKind::kIsNull, "", {Num("1")});
  ir::Expr uuid = Call(ir::Function::kUuid);
  EXPECT_THAT(Emit({Table("t", {WithDefault(ColumnOf("a", T(TypeKind::kBoolean)), either),
                                WithDefault(ColumnOf("b", T(TypeKind::kTimestamp)), Sql("now() at time zone 'utc'")),
                                WithDefault(ColumnOf("c", T(TypeKind::kInteger)), Sql("nextval('s')")),
                                WithDefault(ColumnOf("d", T(TypeKind::kUuid)), uuid),
                                WithDefault(ColumnOf("e", T(TypeKind::kInteger)), E(ir::ExprKind::kNegate, "", {Num("1")})),
                                WithDefault(ColumnOf("f", T(TypeKind::kBlob)), E(ir::ExprKind::kBytes, "00FF"))})}),
              ElementsAre("CREATE TABLE t (\n  a BOOLEAN DEFAULT (1 IS NULL),\n  b TIMESTAMP DEFAULT (now() at time zone 'utc'),\n"
                          "  c INTEGER DEFAULT nextval('s'),\n  d UUID DEFAULT gen_random_uuid(),\n  e INTEGER DEFAULT -1,\n"
                          "  f BYTEA DEFAULT '\\x00FF'::BYTEA\n)"));
}

TEST_F(TableTest, GeneratedStorageIsAlwaysSaid) {
  UseVersion("18");
  ir::Column plain = ColumnOf("a", T(TypeKind::kInteger));
  plain.generated = ir::Generated{Num("1"), ir::Storage::kUnspecified};
  ir::Column computed = ColumnOf("b", T(TypeKind::kInteger));
  computed.generated = ir::Generated{Num("2"), ir::Storage::kVirtual};
  EXPECT_THAT(
      Emit({Table("t", {plain, computed})}),
      ElementsAre("CREATE TABLE t (\n  a INTEGER GENERATED ALWAYS AS (1) STORED,\n  b INTEGER GENERATED ALWAYS AS (2) VIRTUAL\n)"));
}

TEST_F(TableTest, IfNotExistsOfATableThatIsThereMakesNothingElse) {
  ir::CreateTable create = Table("t", {ColumnOf("a", T(TypeKind::kInteger))});
  ir::Index index;
  index.name = "i";
  index.keys = {Key(Col("a"))};
  create.table.indexes = {index};
  create.if_not_exists = true;
  EXPECT_THAT(Emit({create}),
              ElementsAre("CREATE TABLE IF NOT EXISTS t (\n  a INTEGER\n)", "CREATE INDEX IF NOT EXISTS i ON t (a)"));
  EXPECT_THAT(Emit({create}), ElementsAre("CREATE TABLE IF NOT EXISTS t (\n  a INTEGER\n)"));
}

TEST_F(TableTest, DropAndRename) {
  Given({Table("a", {ColumnOf("x", T(TypeKind::kInteger))}), Table("b", {ColumnOf("x", T(TypeKind::kInteger))})});
  EXPECT_THAT(Emit({ir::RenameTable{{"", "a", {}}, {"", "Order", {}}}}), ElementsAre("ALTER TABLE a RENAME TO \"Order\""));
  EXPECT_THAT(Emit({ir::DropTable{{"", "missing", {}}, true, false}}), ElementsAre("DROP TABLE IF EXISTS missing"));
  const std::vector<Statement> dropped = EmitStatements({ir::DropTable{{"", "b", {}}, false, true}});
  EXPECT_THAT(Lines(dropped), ElementsAre("DROP TABLE b CASCADE"));
  EXPECT_TRUE(dropped[0].loses_data);
}

TEST_F(TableTest, NamesThatTryToBreakOut) {
  const std::string name = "a\"; DROP TABLE b; --\n🙂";
  EXPECT_THAT(Emit({Table(name, {ColumnOf("x\\'", T(TypeKind::kInteger))})}),
              ElementsAre("CREATE TABLE \"a\"\"; DROP TABLE b; --\n🙂\" (\n  \"x\\'\" INTEGER\n)"));
}

TEST_F(TableTest, Indexes) {
  Given({Table("t", {ColumnOf("a", T(TypeKind::kText)), ColumnOf("b", T(TypeKind::kInteger))})});
  ir::Index index;
  index.name = "i";
  index.unique = true;
  index.method = "btree";
  index.keys = {Key(Call(ir::Function::kLower, {Col("a")})), Key(Binary(ir::BinaryOp::kAdd, Col("b"), Num("1"))), Key(Col("a"))};
  index.keys[2].opclass = "text_pattern_ops";
  index.keys[2].collation = "C";
  index.keys[2].order = ir::SortOrder::kAscending;
  index.keys[2].nulls = ir::NullsOrder::kFirst;
  index.include = {"b"};
  index.nulls_not_distinct = true;
  index.options = {"fillfactor=70"};
  index.where = Binary(ir::BinaryOp::kGreater, Col("b"), Num("0"));
  EXPECT_THAT(
      Emit({ir::CreateIndex{{"", "t", {}}, index, true, false}}),
      ElementsAre("CREATE UNIQUE INDEX IF NOT EXISTS i ON t USING btree (lower(a), (b + 1), a COLLATE \"C\" text_pattern_ops "
                  "ASC NULLS FIRST) INCLUDE (b) NULLS NOT DISTINCT WITH (fillfactor=70) WHERE b > 0"));
  EXPECT_THAT(Emit({ir::RenameIndex{{"", "i", {}}, "j", {}}}), ElementsAre("ALTER INDEX i RENAME TO j"));
  EXPECT_THAT(Emit({ir::DropIndex{{"", "j", {}}, {}, false, false}}), ElementsAre("DROP INDEX j"));
}

TEST_F(TableTest, OnlineIndexesRunOutsideTheTransaction) {
  Given({Table("t", {ColumnOf("a", T(TypeKind::kText))})});
  ir::Index index;
  index.name = "i";
  index.keys = {Key(Col("a"))};
  EXPECT_THAT(Emit({ir::CreateIndex{{"", "t", {}}, index, false, true}}), ElementsAre("!CREATE INDEX CONCURRENTLY i ON t (a)"));
  // Whose index it is cannot be known, so no later run may drop it.
  EXPECT_THAT(Emit({ir::CreateIndex{{"", "t", {}}, index, true, true}}),
              ElementsAre(HasSubstr("it leaves an invalid index: DROP INDEX CONCURRENTLY IF EXISTS i"),
                          "!CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)"));
  EXPECT_THAT(Emit({ir::DropIndex{{"", "i", {}}, {}, false, true}}), ElementsAre("!DROP INDEX CONCURRENTLY i"));
}

TEST_F(TableTest, IndexOfATableInASchemaLiesThere) {
  ir::CreateTable create = Table("t", {ColumnOf("a", T(TypeKind::kText))});
  create.table.name.schema = "billing";
  Given({ir::CreateSchema{"billing", false}, create});
  ir::Index index;
  index.name = "i";
  index.keys = {Key(Col("a"))};
  EXPECT_THAT(Emit({ir::CreateIndex{{"billing", "t", {}}, index, false, false}, ir::RenameIndex{{"billing", "i", {}}, "j", {}},
                    ir::DropIndex{{"billing", "j", {}}, {}, false, false}}),
              ElementsAre("CREATE INDEX i ON billing.t (a)", "ALTER INDEX billing.i RENAME TO j", "DROP INDEX billing.j"));
}

}  // namespace
}  // namespace migc::emit::postgres
