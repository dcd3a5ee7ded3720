// A dialect of the user's own, from --dialect-path: what it extends prints it, and what its file takes away is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/process.h"

namespace migc {
namespace {

using support::ProcessResult;
using testing::HasSubstr;
using testing::Not;

class OwnDialectTest : public testing::Test {
 protected:
  OwnDialectTest() {
    directory_.Write("migc.yaml", "dialects: [postgres]\n");
    directory_.Write("warehouse.yaml",
                     "title: Warehouse\nextends: postgres 13\nversions: { oldest: 2, newest: 3 }\n"
                     "capabilities: { combined_alter: false, drop_unique: false, nulls_not_distinct: 3, advisory_locks: false }\n"
                     "types: { xml: false }\nreserved: shard\n");
  }
  // `body` is the upgrade of the second of two revisions.
  ProcessResult Compile(const std::string& body, const std::string& more = "") {
    directory_.Write(
        "a.mig",
        "revision a1 revises base;\nupgrade { create table shard (id bigint primary key, code varchar(9) unique, n integer); }\n");
    directory_.Write("b.mig", "revision b2 revises a1;\nupgrade { " + body + " }\n");
    const std::string command =
        "cd " + directory_.path() +
        " && mkdir -p migrations facts && mv *.mig migrations/ && mv warehouse.yaml facts/ && " MIGC_BINARY_DIR
        "/migc compile --from a1 --to b2 --dialect-path facts --dialect warehouse " +
        more;
    return support::RunProcess({"sh", "-c", command});
  }

  support::TemporaryDirectory directory_;
};

TEST_F(OwnDialectTest, IsPrintedByWhatItExtends) {
  const ProcessResult done = Compile("alter table shard add column a integer, drop column n;");
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("warehouse (Warehouse 2 or newer)"));
  EXPECT_THAT(done.out, HasSubstr("ALTER TABLE \"shard\" ADD COLUMN a INTEGER;\n"));
  EXPECT_THAT(done.out, HasSubstr("ALTER TABLE \"shard\" DROP COLUMN n;\n"));
  EXPECT_THAT(done.out, HasSubstr("strpos(version(), 'Warehouse') = 0"));
  EXPECT_THAT(done.out, Not(HasSubstr("advisory")));
}

TEST_F(OwnDialectTest, RefusesWhatItsFileTakesAway) {
  const ProcessResult done = Compile("alter table shard drop unique (code);");
  EXPECT_EQ(done.status, 1);
  EXPECT_THAT(done.err, HasSubstr("this asks for dropping a unique constraint, which Warehouse 2 does not have [M5001]"));
}

TEST_F(OwnDialectTest, HasWhatItsVersionBrings) {
  const std::string body = "create table t (a integer unique nulls not distinct);";
  const ProcessResult older = Compile(body);
  EXPECT_EQ(older.status, 1);
  EXPECT_THAT(older.err, HasSubstr("Warehouse has it since version 3"));
}

TEST_F(OwnDialectTest, HasItAtThatVersion) {
  const ProcessResult newer = Compile("create table t (a integer unique nulls not distinct);", "--target-version 3");
  EXPECT_EQ(newer.status, 0) << newer.err;
  EXPECT_THAT(newer.out, HasSubstr("UNIQUE NULLS NOT DISTINCT (a)"));
}

}  // namespace
}  // namespace migc
