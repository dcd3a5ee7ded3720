#include "emit/text_names.h"

#include <gmock/gmock.h>

#include "unit/emit/fixture.h"

namespace migc::emit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

bool Table(const std::string& sql, const std::string& dialect = "mysql") {
  return TextNames(sql, LoadBuiltin(dialect)).Table("account");
}
bool Email(const std::string& sql, const std::string& dialect = "mysql", bool own = false) {
  return TextNames(sql, LoadBuiltin(dialect)).Column("account", "email", own);
}
bool Star(const std::string& sql) { return TextNames(sql, LoadBuiltin("mysql")).Star("account"); }

TEST(TextNamesTest, TablesWhereOneStands) {
  EXPECT_TRUE(Table("select id from account"));
  EXPECT_TRUE(Table("select id from other o join `account` a on a.id = o.id"));
  EXPECT_TRUE(Table("select id from other, shop.Account where 1 = 1"));
  EXPECT_TRUE(Table("select 1 from (other left join account on true)"));
  EXPECT_TRUE(Table("select 1 where exists (select 1 from account)"));
  EXPECT_TRUE(Table("insert into account (id) values (1)"));
  EXPECT_TRUE(Table("begin update account set id = 1; end"));
  EXPECT_TRUE(Table("begin delete from account; end"));
  EXPECT_TRUE(Table("select account.id from other"));
  EXPECT_TRUE(Table("select [id] from [dbo].[account]", "mssql"));
  EXPECT_TRUE(Table("procedure p is r account%rowtype; begin null; end", "oracle"));
}

TEST(TextNamesTest, OtherWordsAreNoTables) {
  EXPECT_FALSE(Table("select 'from account' from other -- from account\n /* from account */"));
  EXPECT_FALSE(Table("select account, id from other"));
  EXPECT_FALSE(Table("select account from other where account = 1 group by account"));
  EXPECT_FALSE(Table("select o.account from other o"));
  EXPECT_FALSE(Table("select account.id from other account"));
  EXPECT_FALSE(Table("select account.id from other as account join third on account.id = third.id"));
  EXPECT_FALSE(Table("select extract(year from account) from other"));
  EXPECT_FALSE(Table("select a is distinct from account from other", "postgres"));
  EXPECT_FALSE(Table("create trigger t before update on account for each row begin set new.id = 1; end"));
  EXPECT_FALSE(Table("insert into other (id) values (1) on duplicate key update account = 2"));
  EXPECT_FALSE(Table("select 1 from accounts, account_2"));
  EXPECT_FALSE(Table("select 1 from other where id in (1, account)"));
}

TEST(TextNamesTest, ColumnsOfTheTable) {
  EXPECT_TRUE(Email("select email from account"));
  EXPECT_TRUE(Email("select a.email from account a"));
  EXPECT_TRUE(Email("select account.`Email` from account"));
  EXPECT_TRUE(Email("insert into account (id, email) values (1, 'x')"));
  EXPECT_TRUE(Email("update account set email = 'x'"));
  EXPECT_TRUE(Email("select 1 from other o join account as a on a.email = o.mail"));
  EXPECT_TRUE(Email("begin for r in (select * from account) loop p(r.email); end loop; end", "oracle"));
}

TEST(TextNamesTest, ColumnsOfOthersAreTold) {
  EXPECT_FALSE(Email("select email from client"));
  EXPECT_FALSE(Email("select c.email from client c join account a on a.id = c.id"));
  EXPECT_FALSE(Email("select client.email from client join account on account.id = client.id"));
  EXPECT_FALSE(Email("begin select email from client; delete from account where id = 1; end"));
  EXPECT_FALSE(Email("select a.mail as email from account a"));
  EXPECT_FALSE(Email("select email(a.id) from account a"));
  EXPECT_FALSE(Email("select 'email', id /* email */ from account # email"));
  EXPECT_FALSE(Email("update account set id = @email", "mssql"));
}

TEST(TextNamesTest, RowsOfATriggerAreThoseOfItsTable) {
  const std::string assigns = "create trigger t before update on account for each row set new.email = 'x'";
  EXPECT_TRUE(Email(assigns, "mysql", true));
  EXPECT_FALSE(Email(assigns, "mysql", false));
  EXPECT_TRUE(
      Email("create trigger t on account after update as insert into log (x) select i.email from inserted i", "mssql", true));
  EXPECT_TRUE(Email("create trigger t on account after update as if update(email) print 'x'", "mssql", true));
  EXPECT_TRUE(
      Email("create trigger t before update of id, email on account for each row begin :new.id := 1; end;", "oracle", true));
  EXPECT_FALSE(
      Email("create trigger t after insert on account for each row insert into log (email) values (new.id)", "mysql", true));
}

TEST(TextNamesTest, StarsOfTheTable) {
  EXPECT_TRUE(Star("select * from account"));
  EXPECT_TRUE(Star("select o.id, a.* from other o join account a on a.id = o.id"));
  EXPECT_FALSE(Star("select count(*) from account"));
  EXPECT_FALSE(Star("select id * 2 from account"));
  EXPECT_FALSE(Star("select o.* from other o join account a on a.id = o.id"));
}

TEST(TextNamesTest, BodiesAreTheStringsThatAreCode) {
  const dialect::Dialect postgres = LoadBuiltin("postgres");
  EXPECT_THAT(TextNames::Bodies("CREATE FUNCTION f() RETURNS text AS $b$ select 'x' $b$ LANGUAGE sql", postgres),
              ElementsAre(" select 'x' "));
  EXPECT_THAT(TextNames::Bodies("CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'select ''x'''", postgres),
              ElementsAre("select 'x'"));
  EXPECT_THAT(TextNames::Bodies("CREATE FUNCTION f() RETURNS text BEGIN ATOMIC SELECT 'x'; END", postgres), IsEmpty());
}

}  // namespace
}  // namespace migc::emit
