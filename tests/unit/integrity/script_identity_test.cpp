#include "migc/integrity/script_identity.h"

#include <gtest/gtest.h>

#include "migc/base/hash.h"

namespace migc::integrity {
namespace {

const std::string kZeros(64, '0');

// As migc ends a script: the digest goes where the zeros are, and its first digits into the receipt.
std::string Finished(std::string script) {
  const std::string digest = base::Sha256(script);
  script.replace(script.find("000000000000'"), 12, digest.substr(0, 12));
  for (std::size_t at = script.find(kZeros); at != std::string::npos; at = script.find(kZeros, at)) script.replace(at, 64, digest);
  return script;
}

std::string Sample() {
  return Finished(
      "-- Upgrade of a PostgreSQL database from base to b2\n--\n-- Made by:       migc 0.1.0\n"
      "-- Made with:     migc compile --from base --to b2 -D who=it%27s%\n--                %20me --upgrade\n"
      "-- From:          base\n-- To:            b2\n-- SHA-256:       " +
      kZeros + " (of this script)\n--\n-- Revisions:\n--   a1  One\n--     migrations/a1.mig  SHA-256 " + base::Sha256("a1") +
      "\n--     data/a b.csv  SHA-256 " + base::Sha256("csv") + "\n-- Files of --dialect-path:\n--     facts/x.yaml  SHA-256 " +
      base::Sha256("facts") + "\n\nSELECT 1;\nINSERT INTO history VALUES ('" + kZeros +
      "');\nSELECT 'MIGC-RECEIPT 1 postgres base b2 000000000000';\n");
}

TEST(ScriptIdentity, IsReadFromTheHeader) {
  const auto identity = ReadScriptIdentity(Sample());
  ASSERT_TRUE(identity);
  EXPECT_TRUE(identity->whole);
  EXPECT_EQ(identity->migc_version, "0.1.0");
  EXPECT_EQ(identity->command,
            (std::vector<std::string>{"compile", "--from", "base", "--to", "b2", "-D", "who=it's me", "--upgrade"}));
  EXPECT_EQ(identity->from, "base");
  EXPECT_EQ(identity->to, "b2");
  EXPECT_EQ(identity->sources,
            (std::vector<NamedDigest>{{"migrations/a1.mig", base::Sha256("a1")}, {"data/a b.csv", base::Sha256("csv")}}));
  EXPECT_EQ(identity->facts, (std::vector<NamedDigest>{{"facts/x.yaml", base::Sha256("facts")}}));
}

TEST(ScriptIdentity, NoByteCanBeChangedUnseen) {
  const std::string script = Sample();
  for (std::size_t i = 0; i < script.size(); ++i) {
    for (const int bit : {1, 2, 4, 8, 16, 32, 64, 128}) {
      std::string changed = script;
      changed[i] = static_cast<char>(changed[i] ^ bit);
      const auto identity = ReadScriptIdentity(changed);
      EXPECT_FALSE(identity && identity->whole) << i << " " << bit;
    }
    std::string shorter = script;
    shorter.erase(i, 1);
    const auto without = ReadScriptIdentity(shorter);
    EXPECT_FALSE(without && without->whole) << i;
    std::string longer = script;
    longer.insert(i, 1, ' ');
    const auto with = ReadScriptIdentity(longer);
    EXPECT_FALSE(with && with->whole) << i;
  }
  EXPECT_FALSE(ReadScriptIdentity(script + "\n")->whole);
}

TEST(ScriptIdentity, OtherTextHasNone) {
  EXPECT_FALSE(ReadScriptIdentity(""));
  EXPECT_FALSE(ReadScriptIdentity("-- \n--\nSELECT 1;\n"));
  EXPECT_FALSE(ReadScriptIdentity("-- Made by:       migc 0.1.0\n-- SHA-256:       " + kZeros + "\n"));
}

TEST(Difference, IsTheFirstLineThatDiffers) {
  EXPECT_FALSE(FirstDifference("a\nb\n", "a\nb\n"));
  EXPECT_EQ(FirstDifference("a\nb\nc\n", "a\nx\nc\n"), (Difference{2, "b", "x"}));
  EXPECT_EQ(FirstDifference("a\n", "a\nb\n"), (Difference{2, "", "b"}));
  EXPECT_EQ(FirstDifference("", "x"), (Difference{1, "", "x"}));
  EXPECT_EQ(FirstDifference("abc", "abd"), (Difference{1, "abc", "abd"}));
  EXPECT_EQ(FirstDifference("a\n\nc", "a\nb\nc"), (Difference{2, "", "b"}));
}

}  // namespace
}  // namespace migc::integrity
