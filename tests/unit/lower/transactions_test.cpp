#include "lower/transactions.h"

#include <gtest/gtest.h>

#include "migc/base/text.h"

namespace migc::lower {
namespace {

TEST(TransactionControl, IsFoundAtTheBeginningOfAStatement) {
  const std::pair<const char*, const char*> cases[] = {
      {"COMMIT", "COMMIT"},
      {"update t set a = 1;\ncommit work;", "COMMIT"},
      {"-- why\n/* really */ rollback to x", "ROLLBACK"},
      {"begin", "BEGIN"},
      {"begin;", "BEGIN"},
      {"BEGIN TRANSACTION; select 1", "BEGIN"},
      {"begin tran", "BEGIN"},
      {"BEGIN IMMEDIATE;", "BEGIN"},
      {"begin not deferrable", "BEGIN"},
      {"start\n transaction read only", "START TRANSACTION"},
      {"savepoint a", "SAVEPOINT"},
      {"release savepoint a", "RELEASE SAVEPOINT"},
      {"save tran a", "SAVE TRAN"},
      {"prepare transaction 'x'", "PREPARE TRANSACTION"},
      {"select 1; end", "END"},
      {"abort;", "ABORT"},
      {"select '; commit;'; commit", "COMMIT"},
      {"create trigger g after insert on t begin update u set end = 1; end; commit", "COMMIT"},
      {"create function f() returns int as $$ begin return 1; end $$ language plpgsql; commit;", "COMMIT"},
      {"create procedure p() begin if a then set b = 1; end if; while c do set d = case when e then 1 end; end while; end; commit",
       "COMMIT"},
  };
  for (const auto& [sql, word] : cases) {
    const auto found = FindTransactionControl(sql);
    ASSERT_TRUE(found) << sql;
    EXPECT_EQ(found->word, word) << sql;
    const std::string text = base::UpperAscii(std::string_view(sql).substr(found->begin, found->end - found->begin));
    EXPECT_TRUE(text.starts_with(std::string_view(word).substr(0, 3)) && text.ends_with(found->word.back())) << text;
  }
}

TEST(TransactionControl, IsNotSeenElsewhere) {
  const char* cases[] = {
      "",
      "select 'a; commit; b'",
      "select \"; commit;\" from `; commit;`",
      "-- ; commit\n/* ; commit /* nested */ ; commit */ select 1",
      "select $$; commit;$$, $q$; commit; $$ commit $q$",
      "select commit, begin from t",
      "update t set begin = 1, end = 2 where commit is null",
      "create trigger g after insert on t begin update u set a = 1; delete from v; end;",
      "CREATE OR REPLACE PROCEDURE p AS BEGIN UPDATE t SET a = 1; COMMIT; END;",
      "create definer = `a`@`b` procedure p() begin start transaction; case a when 1 then commit; end case; rollback; end",
      "CREATE FUNCTION f RETURN NUMBER IS v NUMBER; BEGIN v := 1; COMMIT; RETURN v; END;",
      "CREATE PACKAGE p IS PROCEDURE a; FUNCTION b RETURN NUMBER; END p;",
      "BEGIN EXECUTE IMMEDIATE 'x'; COMMIT; END;",
      "BEGIN NOT ATOMIC select 1; commit; END",
      "DECLARE v NUMBER; BEGIN v := 1; END;",
      "IF EXISTS (select 1) BEGIN update t set a = 1; END",
      "BEGIN TRY select 1; END TRY BEGIN CATCH select 2; END CATCH",
      "create trigger g after update on t when new.end > 1 begin update t set a = new.begin; select case when a then b end; end",
      "select 'it\\'s; commit; \\'' ",
      "insert into t values ('C:\\'); select '; commit; '",
      "release_lock('x')",
      "create function f() returns int begin atomic select 1; end;",
  };
  for (const char* sql : cases) {
    const auto found = FindTransactionControl(sql);
    EXPECT_FALSE(found) << sql << "\n" << (found ? found->word : "");
  }
}

TEST(TransactionControl, EveryBeginningOfATextIsRead) {
  const std::string text = "create trigger g begin /* x */ 'a''b' \"c\" $q$ d $q$ -- e\n; end; commit";
  for (std::size_t n = 0; n < text.size(); ++n) FindTransactionControl(text.substr(0, n));  // no crash, no hang
  EXPECT_TRUE(FindTransactionControl(text));
}

}  // namespace
}  // namespace migc::lower
