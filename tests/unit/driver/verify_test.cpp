// Is a script what its sources make of it? Any byte of the script, a source or an option that is changed is found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "migc/base/hash.h"
#include "migc/integrity/manifest.h"
#include "migc/integrity/script_identity.h"
#include "unit/driver/run_in_memory.h"

namespace migc::driver {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class VerifyTest : public testing::Test {
 protected:
  VerifyTest() {
    run["migc.yaml"] = "dialects: {postgres: 15, sqlite: 3.40}\nvariables: {who: me, note: hello, needed: , later: }\n";
    run.AddTable("a1", "base");
    run["data/rows.csv"] = "a\n1\n";
    run["migrations/b2.mig"] =
        "revision b2 'Rows'\n  revises a1;\n\nupgrade {\n  insert into t_a1 (a) from csv 'data/rows.csv' undo nothing;\n"
        "  create table \"x_${who}\" (a integer) comment '${note}';\n}\n";
    run.AddTable("c3", "b2");
  }
  // Compiles into deploy.sql.
  void Compile(std::vector<std::string> more, const std::string& command = "compile") {
    more.insert(more.begin(), command);
    more.insert(more.end(), {"-o", "deploy.sql"});
    auto done = run.Run(more);
    ASSERT_EQ(done.status, kOk) << done.err;
  }
  void CompileUp(std::vector<std::string> more = {}) {
    more.insert(more.end(), {"--from", "base", "--to", "head", "--dialect", "sqlite"});
    Compile(more);
  }
  Finished Verify(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"verify", "deploy.sql"});
    return run.Run(more);
  }
  // The digest of the text put in again, as somebody would who wants to hide a change.
  void Reseal(const std::string& old_digest) {
    std::string text = integrity::WithoutDigest(run["deploy.sql"], old_digest);
    const std::string digest = base::Sha256(text);
    const std::string zeros(64, '0');
    for (auto at = text.find(zeros); at != std::string::npos; at = text.find(zeros, at)) text.replace(at, 64, digest);
    const std::string twelve(12, '0');
    for (auto at = text.find(twelve); at != std::string::npos; at = text.find(twelve, at)) {
      text.replace(at, 12, digest.substr(0, 12));
    }
    run["deploy.sql"] = text;
  }
  InMemory run;
};

TEST_F(VerifyTest, AScriptIsMadeAgainFromItsSources) {
  CompileUp();
  auto done = Verify();
  EXPECT_EQ(done.status, kOk) << done.err;
  EXPECT_THAT(done.out,
              AllOf(HasSubstr("deploy.sql: whole: "), HasSubstr("deploy.sql: identical to what migc "),
                    HasSubstr("--from base --to c3 --upgrade --dialect sqlite --target-version 3.40 -D note=hello -D who=me")));
}

TEST_F(VerifyTest, EveryWayToMakeAScriptCanBeGoneAgain) {
  const std::vector<std::vector<std::string>> ways = {
      {"compile", "--from", "base", "--to", "heads", "--dialect", "postgres"},
      {"compile", "--from", "a1", "--to", "+1", "--dialect", "postgres"},
      {"compile", "--from", "head", "--to", "-2", "--dialect", "sqlite"},
      {"compile", "--from", "c3", "--to", "c3", "--dialect", "sqlite"},
      {"compile", "--from", "base", "--to", "head", "--dialect", "postgres", "--single-transaction"},
      {"compile", "--from", "base", "--to", "head", "--dialect", "postgres", "--target-version", "12"},
      {"compile", "--from", "base", "--to", "head", "--dialect", "postgres", "-D", "note=it's \xC3\xA9 100% \n${}--"},
      {"compile", "--from", "base", "--to", "head", "--dialect", "postgres", "-D", "note=" + std::string(300, '-')},
      {"upgrade", "a1:head", "--sql", "--dialect", "sqlite"},
      {"downgrade", "head:base", "--dialect", "sqlite"},
      {"stamp", "head", "--dialect", "postgres"},
      {"stamp", "b2", "--from", "head", "--dialect", "sqlite"},
      {"stamp", "head", "--purge", "--dialect", "sqlite"},
      {"ensure-version", "--dialect", "postgres"},
  };
  for (auto way : ways) {
    way.insert(way.end(), {"-o", "deploy.sql"});
    auto made = run.Run(way);
    // Some values make names that are too long or none.
    ASSERT_EQ(made.status, kOk) << way[0] << " " << way[1] << ": " << made.err;
    auto done = Verify();
    EXPECT_EQ(done.status, kOk) << testing::PrintToString(way) << "\n" << done.err << run["deploy.sql"];
    EXPECT_THAT(done.out, HasSubstr("identical")) << testing::PrintToString(way);
  }
}

TEST_F(VerifyTest, WhatComesLaterMakesNoDifference) {
  CompileUp();
  run.AddTable("d4", "c3");
  run.AddTable("e5", "b2");
  run.AddRevision("f6", "d4", "  create table \"y_${later}\" (a integer);\n");
  run["migc.yaml"] += "# a remark\n";
  auto done = Verify();
  EXPECT_EQ(done.status, kOk) << done.err;
}

TEST_F(VerifyTest, EachPartOfASplitScriptIsVerified) {
  ASSERT_EQ(run.Run({"compile", "--from", "base", "--to", "head", "--dialect", "sqlite", "--split", "out"}).status, kOk);
  const auto files = run.files();
  int parts = 0;
  for (const auto& [path, text] : files) {
    if (!path.starts_with("out/")) continue;
    ++parts;
    run["deploy.sql"] = text;
    EXPECT_EQ(Verify().status, kOk) << path << Verify().err;
  }
  EXPECT_EQ(parts, 3);
  EXPECT_EQ(run.files().size(), files.size() + 1) << "nothing is written when a script is verified";
}

TEST_F(VerifyTest, BranchesAreGoneBackAsTheyWereCompiled) {
  run.AddTable("d4", "b2");
  run.AddRevision("e5", "c3, d4", "");
  run.AddRevision("f6", "base", "  create table other (a integer);\n");
  run["migrations/f6.mig"] = "revision f6 'Other'\n  revises base\n  label other;\n\nupgrade {\n  create table o (a integer);\n}\n";
  for (const auto& ends : std::vector<std::pair<std::string, std::string>>{
           {"heads", "c3"}, {"heads", "other@base"}, {"e5", "d4"}, {"c3,d4", "b2"}, {"e5,f6", "base"}}) {
    auto made = run.Run({"downgrade", ends.first + ":" + ends.second, "--dialect", "sqlite", "-o", "deploy.sql"});
    ASSERT_EQ(made.status, kOk) << ends.first << " " << ends.second << made.err;
    auto done = Verify();
    EXPECT_EQ(done.status, kOk) << ends.first << " " << ends.second << "\n" << done.err;
  }
}

// The cheap check finds each; that the costly one would too, every 101st shows.
TEST_F(VerifyTest, NoByteOfTheScriptCanBeChangedUnseen) {
  CompileUp();
  const std::string script = run["deploy.sql"];
  ASSERT_GT(script.size(), 1000u);
  for (std::size_t i = 0; i < script.size(); ++i) {
    std::string changed = script;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    const auto identity = integrity::ReadScriptIdentity(changed);
    EXPECT_FALSE(identity && identity->whole) << i;
    if (i % 101 != 0) continue;
    run["deploy.sql"] = changed;
    EXPECT_NE(Verify().status, kOk) << i;
  }
}

TEST_F(VerifyTest, NoByteOfASourceCanBeChangedUnseen) {
  CompileUp();
  for (const char* path : {"migrations/a1.mig", "migrations/b2.mig", "data/rows.csv"}) {
    const std::string text = run[path];
    for (std::size_t i = 0; i < text.size(); ++i) {
      run[path][i] = static_cast<char>(text[i] ^ 1);
      EXPECT_NE(Verify().status, kOk) << path << " " << i;
      run[path] = text;
    }
  }
  EXPECT_EQ(Verify().status, kOk);
}

TEST_F(VerifyTest, ASourceThatWasChangedIsNamedWithTheLineThatDiffers) {
  CompileUp();
  run["data/rows.csv"] = "a\n2\n";
  auto done = Verify();
  EXPECT_EQ(done.status, kSourcesWrong);
  EXPECT_THAT(done.err, AllOf(HasSubstr("data/rows.csv is not the file that deploy.sql was made from [M7406]"),
                              Not(HasSubstr("M7405")), Not(HasSubstr("migrations/a1.mig is not"))));
  run["data/rows.csv"] = "a\n1\n";
  run["migrations/c3.mig"] = "revision c3 'Make c3'\n  revises b2;\n\nupgrade {\n  create table t_d4 (a integer not null);\n}\n";
  done = Verify();
  EXPECT_THAT(done.err, AllOf(HasSubstr("migrations/c3.mig is not the file"), HasSubstr("[M7407]"), HasSubstr("create table t_c3"),
                              HasSubstr("create table t_d4")));
}

TEST_F(VerifyTest, ASealThatWasBrokenIsNoReasonNotToCompare) {
  ASSERT_EQ(run.Run({"seal"}).status, kOk);
  CompileUp();
  EXPECT_EQ(Verify().status, kOk);
  run["migrations/a1.mig"] += "-- a remark\n";
  EXPECT_THAT(Verify().err, AllOf(HasSubstr("[M7406]"), HasSubstr("[M7407]"), Not(HasSubstr("[M7408]"))));
}

TEST_F(VerifyTest, ARevisionBeforeTheScriptCountsToo) {
  Compile({"--from", "b2", "--to", "head", "--dialect", "sqlite"});
  run["migrations/a1.mig"] += "-- a remark\n";
  auto done = Verify();
  EXPECT_EQ(done.status, kSourcesWrong);
  EXPECT_THAT(done.err, HasSubstr("Builds on:     2 earlier revisions"));
}

TEST_F(VerifyTest, AnOptionOrSettingThatIsAnotherIsFound) {
  CompileUp();
  const std::string yaml = run["migc.yaml"];
  for (const char* setting : {"history: false\n", "history_table: h\n", "version_table: v\n", "version_table_schema: s\n",
                              "naming: {check: 'ck_{table}_{n}'}\n", "default_schema: {sqlite: other}\n"}) {
    run["migc.yaml"] = yaml + setting;
    EXPECT_EQ(Verify().status, kSourcesWrong) << setting;
  }
  run["migc.yaml"] = yaml;
  const std::string script = run["deploy.sql"];
  const auto identity = integrity::ReadScriptIdentity(script);
  ASSERT_TRUE(identity);
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{{"--target-version 3.40", "--target-version 3.41"},
                                                                                 {"who=me", "who=we"},
                                                                                 {"--to c3", "--to b2"},
                                                                                 {"--dialect sqlite", "--dialect postgres"},
                                                                                 {"--upgrade", "--upgrade --single-transaction"},
                                                                                 {"migc compile", "migc stamp"},
                                                                                 {"migc compile", "migc squash"},
                                                                                 {"--upgrade", "--upgrade -o x.sql"}}) {
    run["deploy.sql"] = script;
    auto& text = run["deploy.sql"];
    text.replace(text.find(from), from.size(), to);
    EXPECT_THAT(Verify().err, HasSubstr("[M7405]")) << to;
    Reseal(identity->digest);
    EXPECT_THAT(Verify().err, Not(HasSubstr("[M7405]"))) << to;
    EXPECT_NE(Verify().status, kOk) << to;
    EXPECT_FALSE(run.Has("x.sql"));
  }
}

TEST_F(VerifyTest, AForgedBodyIsFoundThoughItsDigestFits) {
  CompileUp();
  const auto identity = integrity::ReadScriptIdentity(run["deploy.sql"]);
  ASSERT_TRUE(identity);
  auto& text = run["deploy.sql"];
  text.replace(text.find("SELECT 'create table t_c3'"), 26, "SELECT 'create table t_x3'");
  Reseal(identity->digest);
  auto done = Verify();
  EXPECT_EQ(done.status, kSourcesWrong);
  EXPECT_THAT(done.err,
              AllOf(Not(HasSubstr("[M7405]")), Not(HasSubstr("[M7406]")), HasSubstr("[M7407]"),
                    HasSubstr("the file:    SELECT 'create table t_x3'"), HasSubstr("the sources: SELECT 'create table t_c3'")));
}

TEST_F(VerifyTest, WhatIsFoundComesAsJsonToo) {
  CompileUp();
  auto done = Verify({"--json"});
  EXPECT_THAT(done.out, AllOf(HasSubstr("\"good\": true"), HasSubstr("\"identical\": true"), HasSubstr("\"whole\": true")));
  run["deploy.sql"] += "DROP TABLE t;\n";
  done = Verify({"--json"});
  EXPECT_EQ(done.status, kSourcesWrong);
  EXPECT_THAT(done.out, AllOf(HasSubstr("\"good\": false"), HasSubstr("\"identical\": false"), HasSubstr("\"whole\": false"),
                              HasSubstr("\"in_file\": \"DROP TABLE t;\"")));
}

TEST_F(VerifyTest, WhatIsNoScriptIsRefused) {
  EXPECT_EQ(Verify().status, kOutsideWrong) << "there is no file";
  run["deploy.sql"] = "SELECT 1;\n";
  EXPECT_THAT(Verify().err, HasSubstr("deploy.sql cannot be verified: it does not begin as a script of migc does [M7408]"));
  CompileUp();
  run.files().erase("migrations/c3.mig");
  auto done = Verify();
  EXPECT_EQ(done.status, kOutsideWrong);
  EXPECT_THAT(done.err, AllOf(HasSubstr("migrations/c3.mig is not the file"), HasSubstr("fails with these sources [M7408]")));
}

TEST_F(VerifyTest, KeysSignAndVerifyWithoutAProject) {
  EXPECT_EQ(run.Run({"keygen", "release"}).out, "release.key\nrelease.pub\n");
  const std::string secret = run["release.key"];
  EXPECT_EQ(run.Run({"keygen", "release"}).status, kOutsideWrong);
  EXPECT_EQ(run["release.key"], secret);
  CompileUp();
  EXPECT_EQ(run.Run({"sign", "deploy.sql", "--key", "release.key"}).out, "deploy.sql.sig\n");
  std::erase_if(run.files(), [](const auto& file) { return file.first.starts_with("migrations/") || file.first == "migc.yaml"; });
  auto done = Verify({"--public-key", "release.pub"});
  EXPECT_EQ(done.status, kOk) << done.err;
  EXPECT_THAT(done.out, AllOf(HasSubstr("signed with the key "), HasSubstr("whole"), Not(HasSubstr("identical"))));
  EXPECT_EQ(Verify().status, kOutsideWrong);
  run["deploy.sql"] += " ";
  done = Verify({"--public-key", "release.pub"});
  EXPECT_EQ(done.status, kSourcesWrong);
  EXPECT_THAT(done.err,
              AllOf(HasSubstr("deploy.sql is not what was signed: deploy.sql.sig is the signature of other bytes [M7409]"),
                    HasSubstr("[M7405]")));
  EXPECT_EQ(run.Run({"keygen", "other"}).status, kOk);
  EXPECT_THAT(Verify({"--public-key", "other.pub"}).err, HasSubstr("was made with another key than other.pub"));
  EXPECT_THAT(Verify({"--public-key", "other.key"}).err, HasSubstr("other.key is not a public key [M7410]"));
  EXPECT_THAT(run.Run({"sign", "deploy.sql", "--key", "other.pub"}).err, HasSubstr("other.pub is not a secret key [M7410]"));
  EXPECT_EQ(Verify({"--signature", "deploy.sql.sig"}).status, kOutsideWrong);
}

class ManifestCommandTest : public VerifyTest {
 protected:
  ManifestCommandTest() {
    EXPECT_EQ(run.Run({"compile", "--from", "base", "--to", "head", "--dialect", "sqlite", "--split", "release"}).status, kOk);
    for (const auto& [path, text] : run.files()) {
      if (path.starts_with("release/")) manifest.outputs.push_back({path.substr(8), base::Sha256(text)});
      if (path.ends_with(".mig")) manifest.inputs.push_back({path, base::Sha256(text)});
    }
    manifest.migc_version = "0.1.0";
    manifest.dialect = "sqlite";
    manifest.target_version = "3.40";
    manifest.direction = "upgrade";
    manifest.to = {"c3"};
    manifest.command = {"compile", "--from", "base", "--to", "c3", "--dialect", "sqlite", "--split", "DIR"};
    Write();
  }
  void Write() { run["release/manifest.json"] = integrity::WriteManifest(manifest); }
  Finished VerifyManifest(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"verify", "release/manifest.json"});
    return run.Run(more);
  }
  integrity::Manifest manifest;
};

TEST_F(ManifestCommandTest, AllItsFilesAreMadeAgain) {
  ASSERT_EQ(manifest.outputs.size(), 3u);
  auto done = VerifyManifest();
  EXPECT_EQ(done.status, kOk) << done.err;
  EXPECT_THAT(done.out, AllOf(HasSubstr("whole: its 3 files"), HasSubstr("identical to what migc 0.1.0 makes")));
}

TEST_F(ManifestCommandTest, WhatWasChangedIsFound) {
  auto& script = run["release/" + manifest.outputs[1].path];
  const std::string good = script;
  script += "\n";
  EXPECT_THAT(VerifyManifest().err, HasSubstr(manifest.outputs[1].path + " was changed after migc had made it"));
  // The manifest goes along with it.
  manifest.outputs[1].sha256 = base::Sha256(script);
  Write();
  EXPECT_THAT(VerifyManifest().err, AllOf(Not(HasSubstr("[M7405]")), HasSubstr("[M7407]")));
  script = good;
  manifest.outputs[1].sha256 = base::Sha256(script);
  run["migrations/a1.mig"] += "-- a remark\n";
  Write();
  EXPECT_THAT(VerifyManifest().err, AllOf(HasSubstr("migrations/a1.mig is not the file"), HasSubstr("[M7407]")));
}

TEST_F(ManifestCommandTest, AFileThatItDoesNotListOrDoesNotMakeIsFound) {
  auto removed = manifest.outputs.back();
  manifest.outputs.pop_back();
  Write();
  EXPECT_THAT(VerifyManifest().err, HasSubstr("its command makes " + removed.path + " too, which it does not list"));
  manifest.outputs.push_back(removed);
  manifest.outputs.push_back({"extra.sql", base::Sha256("DROP TABLE t;")});
  run["release/extra.sql"] = "DROP TABLE t;";
  Write();
  EXPECT_THAT(VerifyManifest().err,
              HasSubstr("extra.sql cannot be verified: the command of release/manifest.json does not make it"));
}

TEST_F(ManifestCommandTest, ASignatureOfItIsOneForAllItsFiles) {
  ASSERT_EQ(run.Run({"keygen", "k"}).status, kOk);
  ASSERT_EQ(run.Run({"sign", "release/manifest.json", "--key", "k.key"}).status, kOk);
  EXPECT_EQ(VerifyManifest({"--public-key", "k.pub"}).status, kOk);
  EXPECT_THAT(VerifyManifest({"--public-key", "k.pub", "--rebuild"}).out, HasSubstr("identical"));
  run["release/" + manifest.outputs[0].path] += "\n";
  EXPECT_EQ(VerifyManifest({"--public-key", "k.pub"}).status, kSourcesWrong);
  run["release/manifest.json"] += " ";
  EXPECT_THAT(VerifyManifest({"--public-key", "k.pub"}).err, AllOf(HasSubstr("[M7409]"), HasSubstr("[M7408]")));
}

}  // namespace
}  // namespace migc::driver
