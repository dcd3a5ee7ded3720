#include "migc/cache/recorder.h"

#include <gtest/gtest.h>

namespace migc::cache {
namespace {

struct Change {
  const char* name;
  void (*make)(source::MemoryFileSystem& files);
};

// What is asked below, and the answers by which its change is noticed.
void AskAll(const source::FileSystem& files) {
  EXPECT_TRUE(files.Read("d/a", 100).ok());
  EXPECT_FALSE(files.Read("d/none", 100).ok());
  EXPECT_TRUE(files.List("d").ok());
  EXPECT_FALSE(files.List("e").ok());
  EXPECT_TRUE(files.IsFile("d/a"));
  EXPECT_FALSE(files.IsFile("d/b"));
  EXPECT_FALSE(files.IsDirectory("e"));
  EXPECT_TRUE(files.RealPath("d").ok());
}

std::size_t Changed(const std::vector<Asked>& asked, const source::FileSystem& files) {
  std::size_t changed = 0;
  for (const Asked& each : asked) changed += AnswerNow(files, each) == each.answer ? 0 : 1;
  return changed;
}

TEST(Recorder, NoticesEveryChangeOfAnAnswer) {
  const Change changes[] = {
      {"another text", [](auto& files) { files.files()["d/a"] = "two"; }},
      {"no file", [](auto& files) { files.files().erase("d/a"); }},
      {"too large a file", [](auto& files) { files.files()["d/a"] = std::string(101, 'x'); }},
      {"one file more", [](auto& files) { files.files()["d/b"] = ""; }},
      {"a directory where none was", [](auto& files) { files.files()["e/x"] = ""; }},
      {"a file where none was", [](auto& files) { files.files()["d/none"] = ""; }},
  };
  for (const Change& change : changes) {
    source::MemoryFileSystem files;
    files.files()["d/a"] = "one";
    Recorder recorder(files);
    AskAll(recorder);
    const auto asked = recorder.TakeAsked();
    EXPECT_EQ(asked.size(), 8U);
    EXPECT_EQ(Changed(asked, files), 0U);
    change.make(files);
    EXPECT_GT(Changed(asked, files), 0U) << change.name;
  }
}

TEST(Recorder, KeepsWhatWasWritten) {
  source::MemoryFileSystem files;
  Recorder recorder(files);
  EXPECT_TRUE(recorder.MakeDirectory("out").ok());
  EXPECT_TRUE(recorder.WriteWhole("out/a", "text").ok());
  EXPECT_TRUE(recorder.repeatable());
  EXPECT_EQ(files.files().at("out/a"), "text");
  const auto wrote = recorder.TakeWrote();
  ASSERT_EQ(wrote.size(), 2U);
  EXPECT_EQ(wrote[0].path, "out");
  EXPECT_EQ(wrote[1].text, "text");
}

TEST(Recorder, DoesNotPromiseWhatItCannotRepeat) {
  source::MemoryFileSystem files;
  files.files()["old"] = "";
  Recorder removed(files);
  EXPECT_TRUE(removed.Remove("old").ok());
  EXPECT_FALSE(removed.repeatable());
  Recorder created(files);
  EXPECT_TRUE(created.Create("new", "").ok());
  EXPECT_FALSE(created.repeatable());
  Recorder filled(files);
  EXPECT_TRUE(filled.CreateDirectory("d", {{"a", ""}}).ok());
  EXPECT_FALSE(filled.repeatable());
  Recorder asked_after(files);
  EXPECT_TRUE(asked_after.WriteWhole("x", "").ok());
  EXPECT_TRUE(asked_after.IsFile("x"));
  EXPECT_FALSE(asked_after.repeatable());
}

}  // namespace
}  // namespace migc::cache
