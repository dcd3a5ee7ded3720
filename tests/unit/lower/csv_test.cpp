#include <gtest/gtest.h>

#include "unit/lower/support.h"

namespace migc::lower {
namespace {

std::string Lower(Project& project, std::string csv) {
  project.files["c.csv"] = std::move(csv);
  std::string out = project.DumpOf("insert into t (a, b) from csv 'c.csv';");
  const std::string head = "insert into t (a, b)\n";
  return out.starts_with(head) ? out.substr(head.size()) : out;
}

TEST(Csv, Rows) {
  const std::pair<const char*, const char*> cases[] = {
      {"1,x\n2,y\n", "  values ('1', 'x')\n  values ('2', 'y')\n"},
      {"1,x\r\n2,y", "  values ('1', 'x')\n  values ('2', 'y')\n"},
      {"a,b\n1,x\n", "  values ('1', 'x')\n"},
      {"\"a\",\"b\"\r\n1,x\r\n", "  values ('1', 'x')\n"},
      {"A,b\n", "  values ('A', 'b')\n"},
      {",\"\"\n", "  values (null, '')\n"},
      {"\"a \"\"b\"\", c\",\"d\ne\"\n", "  values ('a \"b\", c', 'd\\ne')\n"},
      {"\xef\xbb\xbf"
       "1, x \n\n\n",
       "  values ('1', ' x ')\n"},
      {"it's,${x}\n", "  values ('it''s', '${}{x}')\n"},
      {"caf\xc3\xa9,\xf0\x9f\x98\x80\n", "  values ('caf\xc3\xa9', '\xf0\x9f\x98\x80')\n"},
  };
  for (const auto& [csv, rows] : cases) {
    Project project;
    EXPECT_EQ(Lower(project, csv), rows) << csv;
  }
}

TEST(Csv, AnEmptyLineIsARowWhereThereIsOneColumn) {
  Project project;
  project.files["c.csv"] = "x\n\ny\n\n";
  EXPECT_EQ(project.DumpOf("insert into t (a) from csv 'c.csv';"),
            "insert into t (a)\n  values ('x')\n  values (null)\n  values ('y')\n");
}

struct Wrong {
  const char* csv;
  const char* reports;
  const char* message;
};

TEST(Csv, ErrorsNameTheFileTheLineAndTheStatement) {
  const Wrong cases[] = {
      {"1,x\n2\n3,y,z\n", "M2142 2\nM2142 3,y,z\n", "c.csv:2: 1 field for 2 columns"},
      {"1,x\n\n3,y\n", "M2142 \n", "c.csv:2: 1 field for 2 columns"},
      {"1,x\n2,\"y\n", "M2143 \"\n", "c.csv:2: a field whose closing quote is missing"},
      {"1,x\n2,\"y\"z\n", "M2143 z\n", "c.csv:2: text after the closing quote of a field"},
      {"1,5\" pipe\n", "M2143 \"\n", "c.csv:1: a quote inside of a field that does not begin with one"},
      {"b,a\n1,2\n", "M2144 b,a\n", "c.csv:1: the header names the columns in another order than the statement does"},
      {"a,b\n", "M2145 \n", "c.csv has no rows"},
      {"", "M2145 \n", "c.csv has no rows"},
      {"1,\xff\n", "M0001 \xff\n", "byte 2 of this file is not UTF-8; migrations are UTF-8 text"},
  };
  for (const Wrong& one : cases) {
    Project project;
    EXPECT_EQ(Lower(project, one.csv), one.reports) << one.csv;
    const diag::Diagnostic& report = project.sink.diagnostics().front();
    EXPECT_EQ(report.message, one.message);
    ASSERT_EQ(report.notes.size(), 1u);
    EXPECT_EQ(project.TextAt(report.notes[0].span), "'c.csv'");
    EXPECT_NE(report.help, "");
  }
}

TEST(Csv, AFileThatCannotBeReadIsReportedAtItsName) {
  Project project;
  EXPECT_EQ(project.DumpOf("insert into t (a) from csv 'data/none.csv';"), "M0002 'data/none.csv'\n");
  EXPECT_EQ(project.sink.diagnostics().front().message, "cannot read data/none.csv: no such file");
}

TEST(Csv, AFileThatIsWrongEverywhereIsNotReportedForever) {
  Project project;
  std::string csv;
  for (int i = 0; i < 1000; ++i) csv += "1,2,3\n";
  Lower(project, csv);
  EXPECT_EQ(project.sink.errors(), 20u);
}

TEST(SqlFile, IsRawSqlWithPlacesOfItsOwn) {
  Project project;
  project.variables = {{"who", "app"}};
  project.files["v.sql"] = "\n  grant x to ${who};\n  analyze\n";
  EXPECT_EQ(project.DumpOf("sql file 'v.sql' for postgres; sql file 'none.sql' for mysql;"),
            "sql\n  | grant x to app;\n  | analyze\n");
  project.files["w.sql"] = "select 1;\nCOMMIT;\n${nope}";
  EXPECT_EQ(project.DumpOf("sql file 'w.sql';"), "M2161 COMMIT\nM2001 ${nope}\n");
}

}  // namespace
}  // namespace migc::lower
