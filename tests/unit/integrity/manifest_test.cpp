#include "migc/integrity/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "migc/base/hash.h"

namespace migc::integrity {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Manifest SampleManifest() {
  return {"0.1.0",
          "postgres",
          "15",
          "upgrade",
          {},
          {"b2", "a \"1\" é"},
          {"compile", "--from", "base", "--split", "DIR"},
          {{"migrations/a1.mig", base::Sha256("one")}},
          {{"upgrade.sql", base::Sha256("up")}, {"sub/verify.sql", base::Sha256("verify")}}};
}

ReadBytes Files(std::map<std::string, std::string> files) {
  return [files = std::move(files)](const std::string& path) -> base::Result<std::string> {
    auto found = files.find(path);
    if (found == files.end()) return base::Error{path, "No such file"};
    return found->second;
  };
}

TEST(Manifest, ReadsBackAsItWasWritten) {
  const std::string text = WriteManifest(SampleManifest());
  const auto again = ReadManifest(text);
  ASSERT_TRUE(again) << again.error().reason;
  EXPECT_EQ(again.value(), SampleManifest());
  EXPECT_THAT(text, HasSubstr("\"migc_manifest\": 1"));
}

TEST(Manifest, EveryByteOfItCounts) {
  const std::string text = WriteManifest(SampleManifest());
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    const auto read = ReadManifest(changed);
    EXPECT_FALSE(read && read.value() == SampleManifest()) << i << ": " << changed;
  }
  EXPECT_FALSE(ReadManifest(text + " "));
  EXPECT_FALSE(ReadManifest(""));
}

TEST(Manifest, WhatIsNoneIsRefusedWithTheReason) {
  const auto reason = [](const std::string& text) {
    const auto read = ReadManifest(text);
    return read ? "it is one" : read.error().reason;
  };
  EXPECT_EQ(reason("[]"), "it is not JSON");
  EXPECT_THAT(reason("{}"), HasSubstr("migc_manifest"));
  EXPECT_THAT(reason("{\"migc_manifest\": 2}"), HasSubstr("its form is 2"));
  EXPECT_THAT(reason("{\"migc_manifest\": 1}"), HasSubstr("is missing"));
  EXPECT_THAT(reason("{\"migc_manifest\": 1, \"inputs\": [1]}"), HasSubstr("is missing"));
  for (const char* path : {"../a", "/etc/passwd", "a/../../b", "", "a//b", "..\\a"}) {
    Manifest manifest = SampleManifest();
    manifest.outputs.push_back({path, base::Sha256("")});
    EXPECT_THAT(reason(WriteManifest(manifest)), HasSubstr("is not beside it")) << path;
  }
}

TEST(Manifest, FilesAreComparedByTheirBytes) {
  const auto inputs = Files({{"migrations/a1.mig", "one"}});
  const auto outputs = Files({{"upgrade.sql", "up"}, {"sub/verify.sql", "verify"}});
  EXPECT_TRUE(VerifyManifest(SampleManifest(), inputs, outputs).Holds());
  auto verdict = VerifyManifest(SampleManifest(), Files({{"migrations/a1.mig", "ond"}}), Files({{"upgrade.sql", "up"}}));
  EXPECT_FALSE(verdict.Holds());
  ASSERT_THAT(verdict.inputs, SizeIs(1));
  EXPECT_EQ(verdict.inputs[0].found, base::Sha256("ond"));
  ASSERT_THAT(verdict.outputs, SizeIs(1));
  EXPECT_EQ(verdict.outputs[0].wanted.path, "sub/verify.sql");
  EXPECT_THAT(verdict.outputs[0].found, IsEmpty());
  EXPECT_EQ(verdict.outputs[0].reason, "No such file");
}

}  // namespace
}  // namespace migc::integrity
