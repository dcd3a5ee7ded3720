// Texts that go by a former name: who is warned of, in which dialect, and of whom nothing is said.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emit/mssql/backend.h"
#include "emit/mysql/backend.h"
#include "emit/oracle/backend.h"
#include "emit/postgres/backend.h"
#include "emit/sqlite/backend.h"
#include "migc/driver/driver.h"
#include "migc/source/file_system.h"

namespace migc::driver {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kSetup = R"(revision r1 'One' revises base; upgrade {
  create table account (id bigint identity primary key, email varchar(80));
  create table client (id bigint identity primary key, email varchar(80));
  define view address as $$ select a.email from account a $$;
  define view everything as $$ select * from account $$;
  define view other as $$ select c.email, 'account.email' as t from client c /* email of account */ $$;
  define function f() {
    postgres $$ CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $b$ SELECT count(email) FROM account $b$ $$,
    mysql $$ CREATE FUNCTION f() RETURNS bigint READS SQL DATA RETURN (SELECT count(email) FROM account) $$,
    oracle $$ CREATE FUNCTION f RETURN NUMBER AS n NUMBER; BEGIN SELECT count(email) INTO n FROM account; RETURN n; END; $$
  };
})";

class FormerNamesTest : public testing::Test {
 protected:
  // What is said of the second revision.
  std::string Said(const std::string& dialect, const std::string& statements) {
    std::vector<std::unique_ptr<emit::Backend>> backends;
    backends.push_back(emit::postgres::MakeBackend());
    backends.push_back(emit::mysql::MakeBackend());
    backends.push_back(emit::sqlite::MakeBackend());
    backends.push_back(emit::mssql::MakeBackend());
    backends.push_back(emit::oracle::MakeBackend());
    source::MemoryFileSystem files;
    files.files()["migc.yaml"] = "migrations: migrations\n";
    files.files()["migrations/r1.mig"] = kSetup;
    files.files()["migrations/r2.mig"] = "revision r2 'Two' revises r1; upgrade {\n" + statements + "\n}\n";
    std::ostringstream out;
    std::ostringstream err;
    std::istringstream in;
    Environment environment;
    environment.files = &files;
    environment.out = &out;
    environment.err = &err;
    environment.in = &in;
    EXPECT_EQ(driver::Run({"compile", "--from", "r1", "--to", "r2", "--dialect", dialect}, environment, backends), 0) << err.str();
    return err.str();
  }
};

constexpr const char* kColumn = "alter table account rename column email to mail;";
constexpr const char* kTable = "rename table account to customer;";

TEST_F(FormerNamesTest, AColumnInViewsAndRoutines) {
  for (const char* dialect : {"mysql", "mariadb", "oracle"}) {
    EXPECT_THAT(
        Said(dialect, kColumn),
        AllOf(HasSubstr("the name of column \"email\" goes away, but view \"address\" names it [M4508]"),
              HasSubstr("but view \"everything\" names it"), HasSubstr("but function \"f\" names it"),
              HasSubstr("help: define it again with \"mail\" after the rename, in this revision"), Not(HasSubstr("\"other\""))))
        << dialect;
  }
  EXPECT_THAT(Said("mssql", kColumn), AllOf(HasSubstr("view \"address\" names it"), Not(HasSubstr("\"everything\""))));
}

TEST_F(FormerNamesTest, WhereViewsFollowOnlyBodiesAreLeft) {
  for (const char* statement : {kColumn, kTable}) {
    EXPECT_THAT(Said("postgres", statement), AllOf(HasSubstr("function \"f\" names it"), Not(HasSubstr("view \"")))) << statement;
    EXPECT_THAT(Said("sqlite", statement), Not(HasSubstr("M4508"))) << statement;
  }
}

TEST_F(FormerNamesTest, ATable) {
  EXPECT_THAT(Said("mariadb", kTable),
              AllOf(HasSubstr("the name of table \"account\" goes away, but view \"address\" names it [M4508]"),
                    HasSubstr("but view \"everything\" names it"), HasSubstr("but function \"f\" names it"),
                    HasSubstr("MariaDB follows no rename into its text"), Not(HasSubstr("\"other\""))));
}

TEST_F(FormerNamesTest, NothingIsSaidOfWhatIsDefinedAgainOrDropped) {
  const std::string again = R"(
  define view address as $$ select mail as email from account $$;
  drop view everything;
  define function f() { mysql $$ CREATE FUNCTION f() RETURNS bigint DETERMINISTIC RETURN 1 $$ };)";
  EXPECT_THAT(Said("mariadb", kColumn + again), Not(HasSubstr("M4508")));
  // Before the rename it is not yet another text.
  EXPECT_THAT(Said("mariadb", "define view address as $$ select email, id from account $$;\n" + std::string(kColumn)),
              HasSubstr("view \"address\" names it"));
}

TEST_F(FormerNamesTest, NorWhenTheNameIsThereAgain) {
  EXPECT_THAT(Said("mariadb", std::string(kTable) + " define view account as $$ select * from customer $$;"),
              Not(HasSubstr("M4508")));
  EXPECT_THAT(Said("mariadb", std::string(kColumn) + " alter table account add column email integer;"), Not(HasSubstr("M4508")));
}

TEST_F(FormerNamesTest, RawSqlInsideTheTable) {
  const std::string check = "alter table account add constraint c check (sql $$ account.id > 0 $$);\n";
  EXPECT_THAT(Said("sqlite", check + kTable), HasSubstr("the name of table \"account\" goes away, but raw SQL inside it names it"));
  const std::string text = "alter table account add constraint c check (sql $$ id <> 'email' -- email $$);\n";
  EXPECT_THAT(Said("sqlite", text + kColumn), Not(HasSubstr("M4509")));
}

}  // namespace
}  // namespace migc::driver
