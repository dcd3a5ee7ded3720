#include "migc/project/templates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "migc/project/project.h"

namespace migc::project {
namespace {

TEST(SlugTest, KeepsWordsAndCutsAtOne) {
  EXPECT_EQ(Slug("Create accounts!"), "create_accounts");
  EXPECT_EQ(Slug("  a -- b  "), "a_b");
  EXPECT_EQ(Slug("../../etc/passwd"), "etc_passwd");
  EXPECT_EQ(Slug("Größe ändern"), "größe_ändern");
  EXPECT_EQ(Slug("!!!"), "");
  EXPECT_EQ(Slug("find customers by name without blocking writers"), "find_customers_by_name_without_blocking");
  EXPECT_EQ(Slug(std::string(60, 'x')), std::string(40, 'x'));
  EXPECT_EQ(Slug("ab" + std::string(80, '\xC3')).size(), 40u) << "even what is not UTF-8 ends";
}

TEST(FileNameTest, PutsInWhatTheTemplateAsksFor) {
  RevisionTemplate revision{
      .id = "1a2b", .message = "Add x", .parents = {}, .depends_on = {}, .labels = {}, .created = "2026-11-22T09:53:01Z"};
  EXPECT_EQ(FileName("{id}_{slug}", revision), "1a2b_add_x.mig");
  EXPECT_EQ(FileName("{year}{month}{day}-{hour}{minute}{second}_{id}", revision), "20261122-095301_1a2b.mig");
  revision.message = "?";
  EXPECT_EQ(FileName("{id}_{slug}", revision), "1a2b.mig");
  revision.id = "../a b/c";
  EXPECT_EQ(FileName("{id}", revision), ".._a_b_c.mig");
}

TEST(RevisionTextTest, IsWhatTheLanguageReads) {
  RevisionTemplate revision{.id = "1a2b",
                            .message = "It's ${x}\nnew",
                            .parents = {"9f", "a-b"},
                            .depends_on = {"billing"},
                            .labels = {"shipping"},
                            .created = "2026-11-22T09:53:01Z"};
  EXPECT_EQ(RevisionText(revision),
            "revision 1a2b 'It''s ${}{x} new'\n"
            "  revises 9f, \"a-b\"\n"
            "  depends on billing\n"
            "  label shipping\n"
            "  created '2026-11-22T09:53:01Z';\n"
            "\n"
            "upgrade {\n"
            "}\n");
  EXPECT_EQ(IdText("base"), "\"base\"");
  EXPECT_EQ(IdText("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(IdText("0_x"), "0_x");
}

TEST(ConfigTextTest, IsAProject) {
  source::Buffers buffers;
  diag::Sink sink;
  auto text = ConfigText({.directory = "db/m", .dialects = {"postgres"}, .others = {"sqlite"}});
  auto project = ReadProject(buffers.Add("migc.yaml", text), ".", sink);
  ASSERT_TRUE(project) << text;
  EXPECT_EQ(project->directories.at(0).value, "db/m");
  ASSERT_EQ(project->dialects.size(), 1u);
  EXPECT_EQ(project->dialects[0].name.value, "postgres");
}

}  // namespace
}  // namespace migc::project
