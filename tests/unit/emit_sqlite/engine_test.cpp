// The SQL on the machine's sqlite3: nothing that was there is lost, and what cannot be done is not done at all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/emit_sqlite/chain.h"
#include "unit/emit_sqlite/database.h"

namespace migc::emit::sqlite::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kShop = R"(
  create table customer (
    id     bigint identity primary key,
    email  varchar(320) not null unique,
    nick   varchar(40),
    code   text,
    boss   bigint references customer (id)
  );
  create table purchase (
    id           bigint identity primary key,
    customer_id  bigint not null references customer (id) on delete cascade,
    amount       decimal(10,2) not null default 0
  );
  create index customer_nick on customer ((lower(nick))) where nick is not null;
  define view nick_of as $$ select id, nick from customer $$;
  define trigger touched on customer {
    sqlite $$ CREATE TRIGGER touched AFTER UPDATE OF nick ON customer BEGIN
      UPDATE purchase SET amount = amount + 1 WHERE customer_id = new.id;
    END $$
  };
  define trigger bought on purchase {
    sqlite $$ CREATE TRIGGER bought AFTER INSERT ON purchase BEGIN UPDATE customer SET code = 'bought' WHERE id = new.customer_id; END $$
  };
)";
constexpr const char* kRows = R"(
  INSERT INTO customer (id, email, nick, code, boss) VALUES (1, 'a@x', 'a', '12', NULL), (2, 'b@x', NULL, '13', 1);
  INSERT INTO purchase (id, customer_id, amount) VALUES (10, 1, 5), (11, 2, 6), (12, 2, 7);
  UPDATE customer SET code = id + 11;
)";

class Engine : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!Database::HasEngine()) GTEST_SKIP() << "sqlite3 is not on this machine";
  }
  void Start(const char* tables, const char* rows) {
    const RevisionSql revision = chain_.Apply(tables);
    ASSERT_EQ(chain_.Diagnostics(), "");
    database_.MustApply(revision);
    database_.Ask(rows);
  }
  void Change(const std::string& statements) {
    const RevisionSql revision = chain_.Apply(statements);
    ASSERT_EQ(chain_.Diagnostics(), "") << statements;
    database_.MustApply(revision);
  }
  // The change stops, and the database is as it was.
  std::string Refused(const std::string& statements) {
    const std::string before = database_.Ask(".dump");
    const RevisionSql revision = chain_.Apply(statements);
    EXPECT_THAT(chain_.Diagnostics(), Not(HasSubstr("error:"))) << statements;
    const Ran ran = database_.Apply(revision);
    EXPECT_NE(ran.status, 0) << statements;
    EXPECT_EQ(database_.Ask(".dump"), before);
    return ran.output;
  }

  Chain chain_;
  Database database_;
};

TEST_F(Engine, RebuildLosesNoChildRowAndNoOtherObject) {
  Start(kShop, kRows);
  const std::string purchases = database_.Ask("SELECT * FROM purchase;");
  const std::string others =
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT IN ('customer', 'sqlite_autoindex_customer_1') ORDER BY name;";
  const std::string before = database_.Ask(others);
  Change("alter table customer alter column email type varchar(400), alter column code set default 'x';");
  EXPECT_EQ(database_.Ask("SELECT * FROM purchase;"), purchases);
  EXPECT_EQ(database_.Ask(others), before) << "indexes, triggers, views, and the foreign keys of the other table";
  EXPECT_EQ(database_.Ask("SELECT * FROM customer;"), "1|a@x|a|12|\n2|b@x||13|1\n");
  EXPECT_THAT(database_.Schema(), HasSubstr("email VARCHAR(400)"));
  // All of it still works: the view, both triggers, the cascade, the foreign key to itself.
  EXPECT_EQ(
      database_.Ask(
          "UPDATE customer SET nick = 'z' WHERE id = 1; SELECT amount FROM purchase WHERE id = 10; SELECT nick FROM nick_of;"),
      "6\nz\n\n");
  EXPECT_EQ(database_.Ask("INSERT INTO purchase (customer_id) VALUES (2); SELECT code FROM customer WHERE id = 2;"), "bought\n");
  EXPECT_NE(database_.Run("UPDATE customer SET boss = 77;").status, 0);
  EXPECT_EQ(database_.Ask("DELETE FROM customer WHERE id = 2; SELECT count(*) FROM purchase;"), "1\n");
}

// What the rebuild is made for: without foreign keys off, the same statements delete the children.
TEST_F(Engine, TheSameRebuildWithForeignKeysOnWouldDeleteTheChildren) {
  Start(kShop, kRows);
  database_.Ask("UPDATE customer SET boss = NULL;");  // a row that refers to its own table would stop the DROP instead
  RevisionSql revision = chain_.Apply("alter table customer alter column email type varchar(400);");
  ASSERT_TRUE(revision.foreign_keys_off);
  revision.foreign_keys_off = false;
  database_.Apply(revision);
  EXPECT_EQ(database_.Ask("SELECT count(*) FROM purchase;"), "0\n");
}

TEST_F(Engine, RenamesReachWhateverNamesTheColumn) {
  Start(kShop, kRows);
  Change("drop trigger touched on customer;");
  Change("alter table customer rename column id to customer_no, alter column code set not null;");
  const std::string schema = database_.Schema();
  EXPECT_THAT(schema, HasSubstr("FOREIGN KEY (customer_id) REFERENCES customer (customer_no)"));
  EXPECT_THAT(schema, HasSubstr("FOREIGN KEY (boss) REFERENCES customer (customer_no)"));
  EXPECT_THAT(schema, HasSubstr("select customer_no, nick from customer"));
  EXPECT_THAT(schema, HasSubstr("WHERE customer_no = new.customer_id"));
  EXPECT_EQ(database_.Ask("DELETE FROM customer WHERE customer_no = 2; SELECT count(*) FROM purchase;"), "1\n");
}

TEST_F(Engine, StopsBeforeItLosesWhatNoMigrationMade) {
  for (const char* foreign :
       {"ALTER TABLE customer ADD COLUMN by_hand TEXT;", "CREATE INDEX by_hand ON customer (code);",
        "CREATE TRIGGER by_hand AFTER INSERT ON customer BEGIN SELECT 1; END;",
        "DROP TRIGGER touched; CREATE TRIGGER touched AFTER UPDATE OF nick ON customer BEGIN SELECT 1; END;"}) {
    Chain chain;
    Database database;
    database.MustApply(chain.Apply(kShop));
    database.Ask(std::string(kRows) + foreign);
    const std::string before = database.Ask(".dump");
    const Ran ran = database.Apply(chain.Apply("alter table customer alter column code set not null;"));
    EXPECT_NE(ran.status, 0) << foreign;
    EXPECT_EQ(database.Ask(".dump"), before) << foreign;
  }
}

TEST_F(Engine, KnowsATriggerByItsTextWhateverItsBlanks) {
  Start(kShop, kRows);
  database_.Ask(
      "DROP TRIGGER touched; create trigger if not exists  touched AFTER UPDATE OF nick ON customer BEGIN\n"
      "UPDATE purchase SET amount = amount + 1\tWHERE customer_id = new.id; END;");
  Change("alter table customer alter column code set not null;");
}

TEST_F(Engine, NotNullNeedsValuesOrAFill) {
  Start(kShop, kRows);
  EXPECT_THAT(Refused("alter table customer alter column nick set not null;"), HasSubstr("NOT NULL constraint failed"));
}

TEST_F(Engine, FillsNulls) {
  Start(kShop, kRows);
  Change("alter table customer alter column nick set not null fill lower(email);");
  EXPECT_EQ(database_.Ask("SELECT nick FROM customer;"), "a\nb@x\n");
}

TEST_F(Engine, ConvertsValuesAndStopsWhereOneWouldChange) {
  Start(kShop, kRows);
  Change("alter table customer alter column code type integer;");
  EXPECT_EQ(database_.Ask("SELECT code, typeof(code) FROM customer;"), "12|integer\n13|integer\n");
  Change("alter table customer alter column code type text;");
  EXPECT_EQ(database_.Ask("SELECT code, typeof(code) FROM customer;"), "12|text\n13|text\n");
  database_.Ask("UPDATE customer SET code = '12 apples' WHERE id = 1;");
  Refused("alter table customer alter column code type integer;");
}

TEST_F(Engine, SwapsNamesOfColumns) {
  Start("create table t (id integer primary key, a text unique, b text);", "INSERT INTO t VALUES (1, 'a', 'b');");
  Change("alter table t rename column a to c, rename column b to a, rename column c to b, alter column a set not null;");
  EXPECT_EQ(database_.Ask(".headers on\nSELECT * FROM t;"), "id|b|a\n1|a|b\n");
  Change("alter table t drop column b, rename column a to b;");
  EXPECT_EQ(database_.Ask(".headers on\nSELECT * FROM t;"), "id|b\n1|b\n");
}

TEST_F(Engine, KeepsTheRowsWhenEveryColumnIsNew) {
  Start("create table t (a text unique);", "INSERT INTO t VALUES ('x'), ('y');");
  Change("alter table t add column b integer default 7, drop column a;");
  EXPECT_EQ(database_.Ask("SELECT * FROM t;"), "7\n7\n");
}

TEST_F(Engine, AutoincrementNeverGivesANumberTwice) {
  Start("create table t (id bigint identity always (start 100) primary key, n integer);",
        "INSERT INTO t (n) VALUES (1), (2); DELETE FROM t WHERE id = 101;");
  Change("alter table t alter column n set not null;");
  EXPECT_EQ(database_.Ask("INSERT INTO t (n) VALUES (3); SELECT id FROM t;"), "100\n102\n");
  Change("alter table t alter column id set identity (restart 500);");
  EXPECT_EQ(database_.Ask("INSERT INTO t (n) VALUES (4); SELECT max(id) FROM t; SELECT * FROM sqlite_sequence;"), "500\nt|500\n");
}

TEST_F(Engine, AnIdentityIsTheRowsOwnNumber) {
  Start("create table t (id bigint identity primary key, a text);", "INSERT INTO t (a) VALUES ('x'), ('y');");
  EXPECT_EQ(database_.Ask("SELECT id, rowid FROM t;"), "1|1\n2|2\n");
  Change("alter table t alter column id drop identity;");
  EXPECT_NE(database_.Run("INSERT INTO t (a) VALUES ('z');").status, 0) << "a BIGINT key counts nothing";
  Change("alter table t alter column id add identity;");
  EXPECT_EQ(database_.Ask("INSERT INTO t (a) VALUES ('z'); SELECT id FROM t;"), "1\n2\n3\n");
}

TEST_F(Engine, EnumsAreCheckedAndChange) {
  Start("create enum mood ('sad', 'ok', 'happy'); create table person (id integer primary key, feels mood not null default 'ok');",
        "INSERT INTO person (id, feels) VALUES (1, 'sad'), (2, 'happy'); INSERT INTO person (id) VALUES (3);");
  EXPECT_NE(database_.Run("INSERT INTO person VALUES (9, 'odd');").status, 0);
  Change("alter enum mood add 'delighted' after 'happy';");
  database_.Ask("INSERT INTO person VALUES (4, 'delighted');");
  Refused("alter enum mood set ('ok', 'happy');");
}

TEST_F(Engine, MapsValuesOfAnEnum) {
  Start("create enum mood ('sad', 'ok', 'happy'); create table person (id integer primary key, feels mood not null default 'ok');",
        "INSERT INTO person (id, feels) VALUES (1, 'sad'), (2, 'happy');");
  Change("alter enum mood set ('happy', 'ok') map 'sad' to 'ok';");
  EXPECT_EQ(database_.Ask("SELECT feels FROM person;"), "ok\nhappy\n");
  EXPECT_NE(database_.Run("INSERT INTO person VALUES (9, 'sad');").status, 0);
  Change("alter table person drop column feels; drop enum mood;");
}

TEST_F(Engine, StopsWhenAViewNamesAColumnThatGoes) {
  Start(kShop, kRows);
  Change(
      "drop trigger touched on customer; drop index customer_nick on customer; alter table customer add constraint c unique "
      "(nick);");
  EXPECT_THAT(Refused("alter table customer drop constraint c, drop column nick;"), HasSubstr("no such column: nick"));
}

TEST_F(Engine, HostileNamesSurviveARebuild) {
  Start(
      R"(create table "odd ""t"" 'x'; -- 🦀" ("a ""b"" 'c'" integer primary key, "select" text, "$$" text, unique ("select"));)",
      R"(INSERT INTO "odd ""t"" 'x'; -- 🦀" VALUES (1, 'x', 'y');)");
  Change(R"(alter table "odd ""t"" 'x'; -- 🦀" alter column "$$" set not null, rename column "select" to "from";)");
  EXPECT_EQ(database_.Ask(R"(SELECT "from", "$$" FROM "odd ""t"" 'x'; -- 🦀";)"), "x|y\n");
}

TEST_F(Engine, GeneratedColumnsAndOptionsSurvive) {
  Start(
      "create table t (id text primary key, n integer, twice integer generated as (n * 2) stored, thrice integer generated as (n * "
      "3)) "
      "with sqlite 'WITHOUT ROWID';",
      "INSERT INTO t (id, n) VALUES ('a', 2);");
  Change("alter table t alter column n set not null;");
  EXPECT_EQ(database_.Ask("SELECT * FROM t;"), "a|2|4|6\n");
  EXPECT_THAT(database_.Schema(), HasSubstr(") WITHOUT ROWID"));
}

TEST_F(Engine, DropsOfAParentStopWhenChildrenRemain) {
  Start("create table p (id integer primary key);",
        "CREATE TABLE c (p_id INTEGER REFERENCES p (id) ON DELETE CASCADE); INSERT INTO p VALUES (1); INSERT INTO c VALUES (1);");
  EXPECT_THAT(Refused("drop table p;"), HasSubstr("CHECK constraint failed"));
}

TEST_F(Engine, TheWayBackGivesTheFormerSchema) {
  Start(kShop, kRows);
  const std::string before = database_.Schema();
  for (const char* change : {
           "alter table customer add column phone text;",
           "alter table customer alter column nick type varchar(80), alter column code set default 'x';",
           "alter table customer add constraint known check (email <> '');",
           "alter table purchase rename column amount to total, alter column total drop default;",
           "create index by_code on customer (code);",
           "create table extra (id integer primary key, c bigint references customer (id));",
       }) {
    Change(change);
    EXPECT_NE(database_.Schema(), before) << change;
    const RevisionSql back = chain_.Undo();
    ASSERT_EQ(chain_.Diagnostics(), "") << change;
    database_.MustApply(back);
  }
  EXPECT_EQ(database_.Ask("SELECT count(*) FROM purchase; SELECT count(*) FROM customer;"), "3\n2\n");
  // A rebuilt table's name is in quotation marks from then on; nothing else may differ.
  std::string after = database_.Schema();
  for (const char* quoted : {"\"customer\"", "\"purchase\""}) {
    const std::size_t at = after.find(std::string("CREATE TABLE ") + quoted);
    if (at == std::string::npos) continue;
    const std::string bare = std::string(quoted).substr(1, std::string(quoted).size() - 2);
    after.replace(at + 13, std::string(quoted).size(), bare);
  }
  EXPECT_EQ(after, before);
}

}  // namespace
}  // namespace migc::emit::sqlite::testing
