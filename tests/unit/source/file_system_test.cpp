#include "migc/source/file_system.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

namespace migc::source {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class DirectoryForTest {
 public:
  DirectoryForTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "migc-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~DirectoryForTest() {
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, std::filesystem::perm_options::add);
    std::filesystem::remove_all(path_);
  }
  std::string At(std::string_view name) const { return path_ + "/" + std::string(name); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string Slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// What both file systems must do alike.
class FileSystemTest : public testing::TestWithParam<bool> {
 protected:
  FileSystemTest() {
    if (GetParam()) {
      file_system_ = std::make_unique<DiskFileSystem>();
      root_ = directory_.path();
    } else {
      file_system_ = std::make_unique<MemoryFileSystem>();
      root_ = "root";
      EXPECT_TRUE(file_system_->MakeDirectory(root_).ok());
    }
  }
  std::string At(std::string_view name) const { return root_ + "/" + std::string(name); }
  DirectoryForTest directory_;
  std::unique_ptr<FileSystem> file_system_;
  std::string root_;
};

TEST_P(FileSystemTest, WritesReadsAndReplaces) {
  EXPECT_FALSE(file_system_->IsFile(At("a.txt")));
  ASSERT_TRUE(file_system_->WriteWhole(At("a.txt"), "one").ok());
  ASSERT_TRUE(file_system_->WriteWhole(At("a.txt"), "two\n").ok());
  EXPECT_TRUE(file_system_->IsFile(At("a.txt")));
  EXPECT_EQ(file_system_->Read(At("a.txt"), 4).value(), "two\n");
  auto too_large = file_system_->Read(At("a.txt"), 3);
  ASSERT_FALSE(too_large.ok());
  EXPECT_EQ(too_large.error().path, At("a.txt"));
  EXPECT_THAT(too_large.error().reason, HasSubstr("at most 3"));
}

TEST_P(FileSystemTest, CreateNeverReplaces) {
  ASSERT_TRUE(file_system_->Create(At("a.txt"), "one").ok());
  auto again = file_system_->Create(At("a.txt"), "two");
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().reason, "File exists");
  EXPECT_EQ(file_system_->Read(At("a.txt"), 100).value(), "one");
  EXPECT_THAT(file_system_->List(root_).value(), ElementsAre("a.txt")) << "nothing temporary stays";
}

TEST_P(FileSystemTest, ListsSortedWithDirectories) {
  ASSERT_TRUE(file_system_->MakeDirectory(At("sub/deep")).ok());
  ASSERT_TRUE(file_system_->MakeDirectory(At("sub/deep")).ok());
  ASSERT_TRUE(file_system_->WriteWhole(At("sub/deep/x"), "").ok());
  ASSERT_TRUE(file_system_->WriteWhole(At("b"), "").ok());
  ASSERT_TRUE(file_system_->WriteWhole(At("B"), "").ok());
  EXPECT_THAT(file_system_->List(root_).value(), ElementsAre("B", "b", "sub/"));
  EXPECT_TRUE(file_system_->IsDirectory(At("sub")));
  EXPECT_FALSE(file_system_->IsFile(At("sub")));
  EXPECT_EQ(file_system_->Read(At("sub"), 100).error().reason, "Is a directory");
  EXPECT_EQ(file_system_->WriteWhole(At("sub"), "x").error().reason, "Is a directory");
  EXPECT_EQ(file_system_->List(At("nowhere")).error().reason, "No such file or directory");
  EXPECT_EQ(file_system_->WriteWhole(At("nowhere/x"), "x").error().reason, "No such file or directory");
  EXPECT_EQ(file_system_->RealPath(At("sub/../b")).value(), file_system_->RealPath(At("b")).value());
  EXPECT_FALSE(file_system_->MakeDirectory(At("b/c")).ok()) << "a file stands in the way";
}

TEST_P(FileSystemTest, MakesADirectoryWithItsFilesOrNothing) {
  const std::map<std::string, std::string> files = {{"a.sql", "one"}, {"b.txt", "two"}};
  ASSERT_TRUE(file_system_->CreateDirectory(At("deep/er"), files).ok());
  EXPECT_EQ(file_system_->Read(At("deep/er/a.sql"), 10).value(), "one");
  EXPECT_THAT(file_system_->List(At("deep/er")).value(), ElementsAre("a.sql", "b.txt"));
  EXPECT_THAT(file_system_->List(At("deep")).value(), ElementsAre("er/")) << "nothing is left beside it";
  EXPECT_FALSE(file_system_->CreateDirectory(At("deep/er"), {{"c", "three"}}).ok());
  EXPECT_THAT(file_system_->List(At("deep/er")).value(), ElementsAre("a.sql", "b.txt"));
  EXPECT_THAT(file_system_->List(At("deep")).value(), ElementsAre("er/"));
}

TEST_P(FileSystemTest, TheWorkingDirectoryIsMadeAlready) { EXPECT_TRUE(file_system_->MakeDirectory(".").ok()); }

TEST_P(FileSystemTest, ADirectoryTakesThePlaceOfAnEmptyOne) {
  ASSERT_TRUE(file_system_->MakeDirectory(At("empty")).ok());
  ASSERT_TRUE(file_system_->CreateDirectory(At("empty"), {{"a", "one"}}).ok());
  EXPECT_EQ(file_system_->Read(At("empty/a"), 10).value(), "one");
}

INSTANTIATE_TEST_SUITE_P(DiskAndMemory, FileSystemTest, testing::Bool(),
                         [](const auto& parameter) { return parameter.param ? "Disk" : "Memory"; });

TEST(DiskFileSystemTest, KeepsTheFormerFileWhenTheNewOneCannotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "the superuser may write everywhere";
  DirectoryForTest directory;
  DiskFileSystem disk;
  ASSERT_TRUE(disk.WriteWhole(directory.At("a"), "old").ok());
  ASSERT_EQ(::chmod(directory.path().c_str(), 0500), 0);
  auto status = disk.WriteWhole(directory.At("a"), "new");
  ASSERT_EQ(::chmod(directory.path().c_str(), 0700), 0);
  EXPECT_EQ(status.error().reason, "Permission denied");
  EXPECT_EQ(Slurp(directory.At("a")), "old");
}

TEST(DiskFileSystemTest, KeepsPermissionsAndSymbolicLinks) {
  DirectoryForTest directory;
  DiskFileSystem disk;
  ASSERT_TRUE(disk.WriteWhole(directory.At("real"), "old").ok());
  ASSERT_EQ(::chmod(directory.At("real").c_str(), 0640), 0);
  ASSERT_EQ(::symlink("real", directory.At("link").c_str()), 0);
  ASSERT_TRUE(disk.WriteWhole(directory.At("link"), "new").ok());
  EXPECT_EQ(Slurp(directory.At("real")), "new");
  EXPECT_TRUE(std::filesystem::is_symlink(directory.At("link")));
  struct stat status {};
  ASSERT_EQ(::stat(directory.At("real").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0640u);
}

TEST(DiskFileSystemTest, WritesToDevicesInPlace) {
  DiskFileSystem disk;
  EXPECT_TRUE(disk.WriteWhole("/dev/null", "text").ok());
  EXPECT_EQ(disk.WriteWhole("/dev/full", "text").error().reason, "No space left on device");
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST(DiskFileSystemTest, SaysWhatIsWrongWithNamesAndLinks) {
  DirectoryForTest directory;
  DiskFileSystem disk;
  ASSERT_EQ(::symlink("nowhere", directory.At("dangling.mig").c_str()), 0);
  EXPECT_THAT(disk.List(directory.path()).value(), ElementsAre("dangling.mig")) << "so that reading it says so";
  EXPECT_FALSE(disk.Read(directory.At("dangling.mig"), 10).ok());
  std::ofstream(directory.At("bad\xff.mig")) << "x";
  auto listed = disk.List(directory.path());
  ASSERT_FALSE(listed.ok());
  EXPECT_THAT(listed.error().Text(), HasSubstr("bad\\xff.mig: this file name is not UTF-8"));
}

}  // namespace
}  // namespace migc::source
