#include "migc/project/state.h"

#include <gtest/gtest.h>

#include "migc/source/buffers.h"

namespace migc::project {
namespace {

std::optional<State> Read(const std::string& text) {
  source::Buffers buffers;
  diag::Sink sink;
  return ReadState(buffers.Add("migc.state.yaml", text), sink);
}

// What is written is read again; also when the last environment is gone.
TEST(StateFile, ReadsWhatItWrites) {
  const State none;
  ASSERT_TRUE(Read(StateText(none)).has_value());
  EXPECT_TRUE(Read(StateText(none))->empty());
  const State some = {{"it's one", {"postgres", {"a1", "b2"}, {"MIGC-RECEIPT 1 postgres base a1,b2 0123456789ab 2"}}},
                      {"new", {"sqlite", {}, {}}}};
  const std::optional<State> again = Read(StateText(some));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(StateText(*again), StateText(some));
  EXPECT_EQ(again->at("it's one").at, (std::vector<std::string>{"a1", "b2"}));
  EXPECT_TRUE(again->at("new").at.empty());
}

}  // namespace
}  // namespace migc::project
