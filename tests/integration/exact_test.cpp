// Names, values, defaults, comments, values of enums, messages and ids are in each database exactly as the author wrote them,
// whatever mode the server is in.
#include <gtest/gtest.h>

#include "integration/schema_check.h"
#include "support/exact_words.h"
#include "support/process.h"
#include "support/wide_text.h"

namespace migc::integration {
namespace {

struct Given {
  const char* name;
  const char* dialect;
  const char* mode;  // what puts the server into it, and out of it again
  const char* no_mode;
};

class Exact : public testing::TestWithParam<Given> {
 protected:
  void SetUp() override {
    if (support::SkipEngines(dialect)) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    database = std::make_unique<Database>(ToolOf(dialect));
    ASSERT_TRUE(database->available()) << dialect << " is not on this machine; set MIGC_SKIP_ENGINES to do without";
  }

  // With the server in its mode; what is read is read without.
  bool Apply(const std::string& from, const std::string& to) {
    const support::Compiled script = project.Compile(from, to, dialect);
    EXPECT_TRUE(script.ok) << script.diagnostics;
    if (!script.ok) return false;
    if (*GetParam().mode != '\0') database->Query(GetParam().mode);
    const support::ProcessResult result = database->Run(script.text);
    if (*GetParam().mode != '\0') database->Query(GetParam().no_mode);
    EXPECT_EQ(result.status, 0) << result.err << result.out;
    return result.status == 0;
  }

  std::vector<std::string> Column(const std::string& sql) const {
    std::vector<std::string> values;
    for (const auto& row : database->Rows(sql)) values.push_back(row.at(0));
    return values;
  }

  void ExpectDefaults(const support::LogicalTable& table, const std::string& name) {
    const auto& texts = support::ExactTexts();
    ASSERT_EQ(table.columns.size(), texts.size() + 1) << name;
    const std::vector<std::string> row = database->Rows("SELECT * FROM " + name).at(0);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      EXPECT_EQ(row.at(i + 1), texts[i]) << name;
      const bool narrow = ToolOf(dialect) == dialect::Tool::kMysql;
      // information_schema shows a question mark for each byte of a character above U+FFFF; the row has what it was meant to have.
      if (!narrow || support::WithoutWide(texts[i]) == texts[i]) {
        EXPECT_EQ(table.columns[i + 1].default_value, "=" + texts[i]) << name;
      }
      const std::string comment = dialect == "sqlite" || texts[i].size() >= 200 ? ""
                                  : narrow                                      ? support::WithoutWide(texts[i])
                                                                                : texts[i];
      EXPECT_EQ(table.columns[i + 1].comment, comment) << name;
    }
  }

  void ExpectNames(const support::LogicalSchema& schema) {
    for (const std::string& name : support::ExactNames(dialect)) {
      const auto found = schema.find(name);
      ASSERT_NE(found, schema.end()) << name;
      std::vector<std::string> columns;
      for (const support::LogicalColumn& column : found->second.columns) columns.push_back(column.name);
      EXPECT_EQ(columns, (std::vector<std::string>{"id", name + " d", name}));
      ASSERT_EQ(found->second.keys.size(), 1) << name;
      EXPECT_EQ(found->second.keys[0].name, name + " i");
      EXPECT_EQ(found->second.keys[0].columns, std::vector<std::string>{name + " d"});
      EXPECT_EQ(found->second.checks.size(), 1) << name;
    }
    std::vector<std::string> reserved;
    for (int i = 0; schema.contains("reserved_" + std::to_string(i)); ++i) {
      const auto& columns = schema.at("reserved_" + std::to_string(i)).columns;
      for (std::size_t c = 1; c < columns.size(); ++c) reserved.push_back(columns[c].name);
    }
    EXPECT_EQ(reserved, support::ReservedWords());
  }

  std::string dialect = GetParam().dialect;
  support::MemoryProject project{support::ExactProject(dialect)};
  std::unique_ptr<Database> database;
};

TEST_P(Exact, ReadBackAsWritten) {
  const auto& texts = support::ExactTexts();
  const support::Schema before = database->Read();
  if (!Apply("base", "head")) return;
  for (const std::string where : {"id < 1000", "id BETWEEN 1000 AND 2000", "id > 2000"}) {
    EXPECT_EQ(Column("SELECT words FROM words WHERE " + where + " ORDER BY id"), texts) << where;
  }
  const std::vector<std::string> few = support::ShortTexts();
  EXPECT_EQ(Column("SELECT words FROM checked ORDER BY id"), few);
  EXPECT_EQ(Column("SELECT mood FROM felt ORDER BY id"), support::EnumTexts());
  EXPECT_EQ(Column("SELECT message FROM migc_history WHERE revision LIKE 'message %' ORDER BY id"), few);
  std::vector<std::string> ids;
  for (const std::string& text : few) ids.push_back(support::MessageId(text));
  EXPECT_EQ(Column("SELECT revision FROM migc_history WHERE revision LIKE 'message %' ORDER BY id"), ids);
  EXPECT_EQ(Column("SELECT version_num FROM migc_version"), std::vector<std::string>{ids.back()});
  const support::LogicalSchema schema = database->ReadLogical();
  ExpectDefaults(schema.at("made"), "made");
  ExpectDefaults(schema.at("altered"), "altered");
  if (dialect != "sqlite") {
    EXPECT_EQ(schema.at("made").comment, texts[0]);
    EXPECT_EQ(schema.at("altered").comment, texts[1]);
  }
  ExpectNames(schema);
  ExpectCatalog(database->Read(), project.At("head", dialect), "at head");
  // And all of it is found again by its name.
  if (!Apply("head", "values")) return;
  EXPECT_EQ(Column("SELECT words FROM words WHERE id < 1000 ORDER BY id"), texts);
  EXPECT_EQ(database->ReadLogical().size(), 1);
}

INSTANTIATE_TEST_SUITE_P(
    Engines, Exact,
    testing::Values(
        Given{"postgres", "postgres", "", ""},
        Given{"postgres_old_strings", "postgres",
              "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET standard_conforming_strings = off', current_database()); "
              "END $$",
              "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET ALL', current_database()); END $$"},
        Given{"sqlite", "sqlite", "", ""}, Given{"mariadb", "mariadb", "", ""},
        Given{"mariadb_ansi", "mariadb", "SET GLOBAL sql_mode = 'ANSI,NO_BACKSLASH_ESCAPES,PAD_CHAR_TO_FULL_LENGTH'",
              "SET GLOBAL sql_mode = DEFAULT"}),
    [](const testing::TestParamInfo<Given>& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace migc::integration
