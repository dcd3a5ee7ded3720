// The example chain of this repository, and the chains that may lie beside it, are read without an error.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "migc/diag/render.h"
#include "migc/source/file_system.h"
#include "unit/parse/parsing.h"

namespace migc::parse::testing {
namespace {

std::vector<std::string> MigrationsUnder(const std::filesystem::path& directory) {
  std::vector<std::string> result;
  if (!std::filesystem::exists(directory)) return result;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (entry.path().extension() == ".mig") result.push_back(entry.path().string());
  }
  std::sort(result.begin(), result.end());
  return result;
}

void ExpectReadable(const std::vector<std::string>& paths) {
  source::DiskFileSystem disk;
  for (const std::string& path : paths) {
    source::Buffers buffers;
    diag::Sink sink;
    const source::Buffer& buffer = buffers.Add(path, disk.Read(path, kMaxFileBytes).value());
    const bool model = std::filesystem::path(path).filename() == "schema.mig";
    const std::optional<ast::File> file = model ? BuildModel(buffer, sink) : BuildFile(buffer, sink);
    EXPECT_TRUE(file) << diag::RenderText(sink.Sorted(), buffers, {});
  }
}

TEST(Corpus, OfThisRepositoryIsRead) { ExpectReadable(MigrationsUnder(MIGC_SOURCE_DIR "/migrations")); }

TEST(Corpus, BesideThisRepositoryIsRead) {
  const std::vector<std::string> paths = MigrationsUnder(MIGC_SOURCE_DIR "/../shared/corpus");
  if (paths.empty()) GTEST_SKIP() << "skipped: there is no ../shared/corpus";
  std::cout << paths.size() << " files\n";
  ExpectReadable(paths);
}

}  // namespace
}  // namespace migc::parse::testing
