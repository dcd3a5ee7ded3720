// Real chains, which lie beside the project: every file becomes operations for the dialects that the chain was written for.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "unit/lower/support.h"

namespace migc::lower {
namespace {

struct Chain {
  const char* name;
  std::vector<std::string> dialects;
  std::size_t files;  // at least
};

std::vector<std::filesystem::path> FilesOf(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".mig") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(Corpus, EveryFileIsLoweredWithoutAnError) {
  const Chain chains[] = {{"ironic", {"postgres", "mysql"}, 80}, {"prefect-sqlite", {"sqlite"}, 100}};
  const std::filesystem::path corpus = std::filesystem::path(MIGC_SOURCE_DIR) / ".." / "shared" / "corpus";
  if (!std::filesystem::is_directory(corpus)) GTEST_SKIP() << "no corpus beside the project";
  for (const Chain& chain : chains) {
    const std::vector<std::filesystem::path> files = FilesOf(corpus / chain.name / "migrations");
    EXPECT_GE(files.size(), chain.files);
    for (const std::filesystem::path& file : files) {
      std::stringstream text;
      text << std::ifstream(file).rdbuf();
      for (const std::string& dialect : chain.dialects) {
        Project project;
        project.lineage = {dialect};
        project.configured.clear();
        for (const std::string& one : chain.dialects) project.configured.push_back({one});
        EXPECT_TRUE(project.Lower(text.str())) << file << " for " << dialect;
        EXPECT_EQ(project.Reports(), "") << file << " for " << dialect;
      }
    }
  }
}

}  // namespace
}  // namespace migc::lower
