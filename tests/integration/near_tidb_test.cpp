// TiDB, of which no engine is here: its scripts run on MariaDB, up and down, cut off anywhere and run again, also by a client that
// goes on after errors. What MariaDB does not know is replaced: its version, and two of TiDB's settings.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <regex>

#include "integration/chain_generator.h"
#include "integration/schema_check.h"
#include "integration/states.h"
#include "migc/base/text.h"
#include "support/engine.h"
#include "support/process.h"

namespace migc::integration {
namespace {

constexpr int kRevisions = 4;
constexpr int kCuts = 2;  // of each script

// One action a statement, indexes that foreign keys need, enums in several columns, checks, sequences, rows.
support::MemoryProject Chain() {
  return support::MemoryProject({
      {"migc.yaml", "migrations: migrations\ndialects: [tidb]\n"},
      {"migrations/a.mig", R"(revision a1 'Customers and orders' revises base;
upgrade {
  create enum mood ('sad', 'ok');
  create table customer (
    id bigint identity primary key, email varchar(200) not null unique, feels mood not null default 'ok', felt mood,
    name varchar(40), note varchar(40), constraint customer_named check (name <> 'x'), index (name, note)
  ) comment 'Who ordered';
  create table "order" (
    id bigint identity primary key, customer_id bigint not null references customer (id) on delete cascade,
    price decimal(8,2), status varchar(10) not null default 'open'
  );
  insert into customer (id, email, name, feels) values (1, 'a@b', 'Ann', 'sad'), (2, 'b@b', 'Bob', 'ok');
}
)"},
      {"migrations/b.mig", R"(revision b2 'More of both' revises a1;
upgrade {
  require $$ select count(*) > 0 from customer $$ 'nobody is there';
  alter table customer
    add column country char(2) not null default 'CH' comment 'Where',
    drop column note,
    alter column name type varchar(80),
    alter column name set not null fill '?',
    alter column email comment 'How to reach them',
    rename column feels to mood_today,
    add constraint customer_country check (country <> '');
  alter table "order"
    alter column price type decimal(12,4),
    add column total decimal(14,4) generated as (price * 2) virtual,
    alter column status set default 'new',
    add unique (customer_id, status);
  create index order_status_idx on "order" (status, price) online;
}
)"},
      {"migrations/c.mig", R"(revision c3 'Other moods' revises b2;
upgrade {
  alter enum mood add 'glad' before 'sad';
  alter enum mood rename 'sad' to 'unhappy';
  alter table customer drop constraint customer_named, drop column name;
  drop index order_status_idx on "order";
  create sequence ticket start 100 increment 5;
  define view happy as $$ select id, email from customer where mood_today <> 'unhappy' $$;
}
)"},
  });
}

// And by a seed, random ones that it does not refuse.
std::vector<support::MemoryProject> Chains() {
  std::vector<support::MemoryProject> chains = {Chain()};
  for (std::uint32_t seed = 1; seed < 200 && chains.size() < 3; ++seed) {
    support::MemoryProject project(ChainGenerator(seed, seed % 2 == 0).ForReruns().Files(kRevisions, "mariadb"));
    const support::Compiled up = project.Compile("base", "heads", "tidb", "8.5");
    const support::Compiled down = project.Compile("heads", "base", "tidb", "8.5");
    if (up.ok && down.ok) chains.push_back(std::move(project));
  }
  return chains;
}

class NearTidb : public testing::Test {
 protected:
  void SetUp() override {
    if (support::SkipEngines("mariadb")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    ASSERT_NE(support::NewDatabase(dialect::Tool::kMysql), nullptr) << "MariaDB is not on this machine; set MIGC_SKIP_ENGINES";
  }

  static std::unique_ptr<support::Engine> At(const std::string& before) {
    std::unique_ptr<support::Engine> database = support::NewDatabase(dialect::Tool::kMysql);
    if (!before.empty()) {
      const support::ProcessResult made = database->Run(OnMariadb(before));
      EXPECT_EQ(made.status, 0) << made.err;
    }
    return database;
  }

  // Cut off at ends of statements, and run again as a whole.
  void ExpectGoesOn(const std::string& before, const std::string& script) {
    const std::unique_ptr<support::Engine> undisturbed = At(before);
    const support::ProcessResult done = undisturbed->Run(OnMariadb(script));
    ASSERT_EQ(done.status, 0) << done.err << "\n" << script;
    const std::string expected = StateOf(*undisturbed);
    std::vector<std::size_t> ends;
    for (std::size_t at = script.find(";\n"); at != std::string::npos; at = script.find(";\n", at + 1)) ends.push_back(at + 2);
    for (int i = 0; i < kCuts; ++i) {
      const std::unique_ptr<support::Engine> database = At(before);
      const std::size_t cut = ends[random_() % ends.size()];
      database->Run(OnMariadb(script.substr(0, cut)));
      const support::ProcessResult again = database->Run(OnMariadb(script));
      const bool complete = again.err.find("already, where this script leads") != std::string::npos;
      ASSERT_TRUE(again.status == 0 || complete) << again.err << "\ncut after\n" << script.substr(0, cut) << "\nof\n" << script;
      ASSERT_EQ(StateOf(*database), expected) << "cut after\n" << script.substr(0, cut);
      ++resumed_;
    }
  }

  std::mt19937 random_{20261123};
  int resumed_ = 0;
};

TEST_F(NearTidb, GoesOnWhereItStopped) {
  const std::vector<support::MemoryProject> chains = Chains();
  EXPECT_EQ(chains.size(), 3u);
  for (const support::MemoryProject& chain : chains) {
    const support::Compiled up = chain.Compile("base", "heads", "tidb", "8.5");
    ASSERT_TRUE(up.ok) << up.diagnostics;
    ExpectGoesOn("", up.text);
    if (HasFailure()) return;
    const support::Compiled down = chain.Compile("heads", "base", "tidb", "8.5");
    ASSERT_TRUE(down.ok) << down.diagnostics;
    ExpectGoesOn(up.text, down.text);
    if (HasFailure()) return;
  }
  EXPECT_EQ(resumed_, 3 * 2 * kCuts);
}

TEST_F(NearTidb, AnIdempotentScriptAppliesWhatIsMissing) {
  const support::MemoryProject chain = Chain();
  const support::Compiled whole = chain.Compile("base", "heads", "tidb", "8.5");
  const support::Compiled some = chain.Compile("base", "b2", "tidb", "8.5");
  const support::Compiled missing = chain.Compile("base", "heads", "tidb", "8.5", {"--idempotent"});
  ASSERT_TRUE(whole.ok && some.ok && missing.ok) << missing.diagnostics;
  const std::unique_ptr<support::Engine> database = At(some.text);
  for (int i = 0; i < 2; ++i) {
    const support::ProcessResult result = database->Run(OnMariadb(missing.text));
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(StateOf(*At(whole.text)), StateOf(*database));
  }
}

TEST_F(NearTidb, KnowsItsServer) {
  const support::Compiled up = Chain().Compile("base", "heads", "tidb", "8.5");
  ASSERT_TRUE(up.ok) << up.diagnostics;
  const std::unique_ptr<support::Engine> database = At("");
  // MariaDB does not know the setting before the guard; the guard is asked without it.
  const support::ProcessResult other =
      database->Run(std::regex_replace(up.text, std::regex("SET SESSION tidb_txn_mode = 'pessimistic';\n"), ""));
  EXPECT_NE(other.status, 0);
  EXPECT_NE(other.err.find("this script is for TiDB, and this server is 10."), std::string::npos) << other.err;
  const support::ProcessResult older = database->Run(OnMariadb(up.text, "8.1.2"));
  EXPECT_NE(older.status, 0);
  EXPECT_NE(older.err.find("this script is for TiDB 8.5 or newer, and this server is 8.0.11-TiDB-v8.1.2"), std::string::npos)
      << older.err;
  const support::ProcessResult newer = database->Run(OnMariadb(up.text, "8.10.0-20260101"));
  EXPECT_EQ(newer.status, 0) << newer.err;
}

// TiDB reads checks and forgets them unless it is told not to.
TEST_F(NearTidb, StopsWhereChecksWouldBeForgotten) {
  const support::Compiled up = Chain().Compile("base", "heads", "tidb", "8.5");
  ASSERT_TRUE(up.ok) << up.diagnostics;
  const std::unique_ptr<support::Engine> database = At("");
  const std::string off = std::regex_replace(OnMariadb(up.text), std::regex("CAST\\(1 AS CHAR\\)"), "CAST(0 AS CHAR)");
  const support::ProcessResult stopped = database->Run(off);
  EXPECT_NE(stopped.status, 0);
  EXPECT_NE(stopped.err.find("SET GLOBAL tidb_enable_check_constraint = ON"), std::string::npos) << stopped.err;
  EXPECT_EQ(database->Query("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = "
                            "'customer'"),
            "0\n");
}

}  // namespace
}  // namespace migc::integration
